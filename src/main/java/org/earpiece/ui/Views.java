package org.earpiece.ui;

import java.util.List;
import org.earpiece.ui.calls.CallsView;
import org.earpiece.ui.capture.Exports;
import org.earpiece.ui.kit.Pane;
import org.earpiece.ui.kit.View;
import org.earpiece.ui.kit.Workspace;
import org.earpiece.ui.packets.PacketsView;
import org.earpiece.ui.streams.StreamsView;

/** The one list of views, and of the panes below each. */
final class Views {
  /**
   * A view and what is below it.
   *
   * @param left tabs of the larger place
   * @param right tabs of the place beside it
   */
  record Entry(View view, List<Pane> left, List<Pane> right) {}

  private final List<Entry> entries;
  private final List<Pane> panes;

  /**
   * @param play opens the sound of what is selected
   */
  Views(Workspace workspace, Exports exports, Runnable play) {
    panes = List.of();
    entries =
        List.of(
            new Entry(new PacketsView(workspace), List.of(), List.of()),
            new Entry(new CallsView(workspace, exports, play), List.of(), List.of()),
            new Entry(new StreamsView(workspace, play), List.of(), List.of()));
  }

  /** In the order of the navigation. */
  List<Entry> entries() {
    return entries;
  }

  /** All panes, each once. */
  List<Pane> panes() {
    return panes;
  }
}
