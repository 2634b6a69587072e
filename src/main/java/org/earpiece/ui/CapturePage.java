package org.earpiece.ui;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.stage.Window;
import org.earpiece.packet.Transport;
import org.earpiece.session.FilterScan;
import org.earpiece.session.Snapshot;
import org.earpiece.ui.actions.Places;
import org.earpiece.ui.capture.Exports;
import org.earpiece.ui.kit.Pane;
import org.earpiece.ui.kit.PaneTabs;
import org.earpiece.ui.kit.Selection;
import org.earpiece.ui.kit.View;
import org.earpiece.ui.kit.Workspace;
import org.earpiece.ui.packets.PacketsView;
import org.earpiece.voip.CallSnapshot;
import org.earpiece.voip.StreamSnapshot;
import org.jspecify.annotations.Nullable;

/** An open capture: navigation, list, and the panes about what is selected. FX thread. */
final class CapturePage implements Places {
  private static final String SOUND = "Audio";
  private static final int CALLS = 1;
  private static final int STREAMS = 2;

  /** Beats that a list without rows may stand alone. */
  private static final int PATIENCE = 6;

  private final Workspace workspace;
  private final BiConsumer<Transport, Integer> decodeAs;
  private final Views views;
  private final Navigation navigation;
  private final PaneTabs left = new PaneTabs(this::arrange);
  private final PaneTabs right = new PaneTabs(() -> {});
  private final SplitPane lower = new SplitPane();
  private final SplitPane upper = new SplitPane();
  private final BorderPane node = new BorderPane();
  private final double[] heights;
  private final double[] splits;
  private final @Nullable Pane[] opened;
  private final Settling leftAbout = new Settling(true);
  private final Settling rightAbout = new Settling(false);
  private int current = -1;
  private boolean switching;

  /** Beats until what is below the list is filled: a list's first rows need not wait for it. */
  private int patience = PATIENCE;

  /**
   * @param decodeAs asks what is spoken at a port
   */
  CapturePage(Workspace workspace, Exports exports, BiConsumer<Transport, Integer> decodeAs) {
    this.decodeAs = decodeAs;
    this.workspace = workspace;
    views = new Views(workspace, exports, () -> openPane(SOUND), this);
    heights = new double[views.entries().size()];
    splits = new double[heights.length];
    opened = new @Nullable Pane[heights.length];
    navigation =
        new Navigation(
            views.entries().stream().map(entry -> entry.view().title()).toList(), this::open);
    upper.setOrientation(Orientation.VERTICAL);
    upper.getItems().setAll(new BorderPane(), lower);
    node.setLeft(navigation.node());
    node.setCenter(upper);
    for (int i = 0; i < heights.length; i++) {
      boolean pictured = i == heights.length - 1;
      heights[i] = i == 0 ? 0.58 : pictured ? 0.42 : 0.27;
      splits[i] = i == 0 ? 0.575 : 0.65;
    }
  }

  Node node() {
    return node;
  }

  Workspace workspace() {
    return workspace;
  }

  View view() {
    return views.entries().get(current).view();
  }

  /** Opens the view at this place of the navigation, if there is one. */
  void open(int index) {
    if (index == current || index >= views.entries().size()) {
      return;
    }
    if (current >= 0) {
      heights[current] = upper.getDividerPositions()[0];
      opened[current] = left.current();
      keepSplit();
    }
    current = index;
    Views.Entry entry = views.entries().get(index);
    navigation.mark(index);
    upper.getItems().set(0, entry.view().node());
    if (patience == 0) {
      fill(entry);
    }
    upper.setDividerPosition(0, heights[index]);
    entry.view().focus();
  }

  private void fill(Views.Entry entry) {
    switching = true;
    right.set(List.of());
    left.set(entry.left());
    if (opened[current] != null) {
      left.open(opened[current]);
    }
    right.set(entry.right());
    switching = false;
    arrange();
    if (lower.getItems().size() == 2) {
      lower.setDividerPosition(0, splits[current]);
    }
  }

  /**
   * Follows the snapshot.
   *
   * @param nanos the time of this beat
   */
  void show(Snapshot snapshot, @Nullable FilterScan scan, long nanos) {
    for (int i = 0; i < views.entries().size(); i++) {
      View each = views.entries().get(i).view();
      if (each.counted()) {
        navigation.count(i, each.count(snapshot));
      }
    }
    view().show(workspace.selection().get(), snapshot, scan);
    if (patience > 0) {
      patience = view().shown() > 0 ? Math.min(patience - 1, 1) : patience - 1;
      if (patience == 0) {
        fill(views.entries().get(current));
      }
      return;
    }
    Selection selection = workspace.selection().get();
    left.show(leftAbout.of(selection, nanos), snapshot);
    if (lower.getItems().contains(right.node())) {
      right.show(rightAbout.of(selection, nanos), snapshot);
    }
  }

  /** The list of packets, on show or not. */
  PacketsView packets() {
    return views.packets();
  }

  /** Opens the list of packets at one of them. */
  void goTo(int frame) {
    open(0);
    views.packets().go(frame);
  }

  @Override
  public void packet(int frame) {
    goTo(frame);
  }

  @Override
  public void call(int number) {
    List<CallSnapshot> calls = workspace.session().snapshot().calls();
    if (number >= 1 && number <= calls.size()) {
      open(CALLS);
      workspace.selection().calls(List.of(number), calls.get(number - 1).firstFrame());
    }
  }

  @Override
  public void stream(int number) {
    List<StreamSnapshot> streams = workspace.session().snapshot().streams();
    if (number >= 1 && number <= streams.size()) {
      open(STREAMS);
      StreamSnapshot stream = streams.get(number - 1);
      List<Integer> calls = stream.call() == 0 ? List.of() : List.of(stream.call());
      workspace.selection().stream(number, calls, stream.firstFrame());
    }
  }

  @Override
  public void decodeAs(Transport transport, int port) {
    decodeAs.accept(transport, port);
  }

  @Override
  public @Nullable Window window() {
    return node.getScene() == null ? null : node.getScene().getWindow();
  }

  /** Opens the tab of this title below the list, if there is one. */
  void openPane(String title) {
    for (Pane pane : views.entries().get(current).left()) {
      if (pane.title().equals(title)) {
        left.open(pane);
        pane.node().requestFocus();
      }
    }
  }

  /** The titles of the tabs below the list. */
  List<String> paneTitles() {
    return views.entries().get(current).left().stream().map(Pane::title).toList();
  }

  void close() {
    views.panes().forEach(Pane::close);
  }

  /** A wide pane takes the place of those at its right. */
  private void arrange() {
    Pane pane = left.current();
    boolean wide = pane == null || pane.wide();
    boolean both = lower.getItems().size() == 2;
    if (switching || (!wide && both)) {
      return;
    }
    if (wide) {
      keepSplit();
      lower.getItems().setAll(left.node());
    } else {
      lower.getItems().setAll(left.node(), right.node());
      lower.setDividerPosition(0, splits[current]);
    }
  }

  private void keepSplit() {
    if (current >= 0 && !lower.getDividers().isEmpty()) {
      splits[current] = lower.getDividerPositions()[0];
    }
  }
}
