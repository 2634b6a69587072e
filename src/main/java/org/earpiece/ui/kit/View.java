package org.earpiece.ui.kit;

import java.util.Locale;
import javafx.scene.Node;
import org.earpiece.session.FilterScan;
import org.earpiece.session.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * A list that the left navigation opens: packets, calls, streams. Made once for each capture, with
 * its {@link Workspace}; all methods are called on the FX thread.
 */
public interface View {
  /** The word in the navigation: {@code Calls}. */
  String title();

  /** What fills the place of the list; always the same node. */
  Node node();

  /** How many there are; beside the title, whether the view is on show or not. */
  int count(Snapshot snapshot);

  /** Whether the number stands beside the title. */
  default boolean counted() {
    return true;
  }

  /** What is counted: {@code calls}. */
  default String unit() {
    return title().toLowerCase(Locale.ROOT);
  }

  /**
   * Shows the list as the snapshot has it, at most 20 times a second and only while on show.
   *
   * @param scan the display filter in force, or null
   */
  void show(Selection selection, Snapshot snapshot, @Nullable FilterScan scan);

  /** Rows after the filter, for the status line. */
  int shown();

  /** Gives the list the keyboard. */
  void focus();
}
