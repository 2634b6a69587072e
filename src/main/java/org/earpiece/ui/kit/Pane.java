package org.earpiece.ui.kit;

import java.util.List;
import javafx.scene.Node;
import org.earpiece.session.Snapshot;

/**
 * A tab below the lists: what it shows is about the selection. Made once for each capture, with its
 * {@link Workspace}; all methods are called on the FX thread.
 */
public interface Pane {
  /** The word on the tab: {@code Ladder}. */
  String title();

  /** What fills the tab; always the same node. */
  Node node();

  /**
   * Shows the selection as the snapshot has it. Called only while the pane is on show, when the
   * selection or the snapshot changed, at most 20 times a second. Must return within a few
   * milliseconds: what reads packets goes through {@link Workspace#background}.
   */
  void show(Selection selection, Snapshot snapshot);

  /** Menus and buttons of the pane, at the right end of the tabs while it is on show. */
  default List<Node> tools() {
    return List.of();
  }

  /** Whether the pane takes the whole width, so that the panes to its right make room. */
  default boolean wide() {
    return false;
  }

  /** The capture is closed: stops sound, timers and work of its own. */
  default void close() {}
}
