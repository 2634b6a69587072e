package org.earpiece.ui.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.earpiece.session.FilterScan;
import org.earpiece.session.Snapshot;
import org.earpiece.ui.actions.PacketActions;
import org.earpiece.ui.kit.Clip;
import org.earpiece.ui.kit.Menus;
import org.earpiece.ui.kit.Selection;
import org.earpiece.ui.kit.View;
import org.earpiece.ui.kit.Workspace;
import org.earpiece.ui.kit.table.ItemList;
import org.earpiece.voip.StreamSnapshot;
import org.jspecify.annotations.Nullable;

/** The list of RTP streams. */
public final class StreamsView implements View {
  private static final String COLUMNS = "streams.columns";

  private final Workspace workspace;
  private final PacketActions actions;
  private final Runnable play;
  private final ItemList<StreamSnapshot> list;

  /**
   * @param play opens the sound of the selected stream
   */
  public StreamsView(Workspace workspace, PacketActions actions, Runnable play) {
    this.workspace = workspace;
    this.actions = actions;
    this.play = play;
    list =
        new ItemList<>(
            "Streams",
            COLUMNS,
            StreamColumns.all(),
            workspace.preferences(),
            numbers -> selected(numbers.getLast()));
    list.menu(this::menu);
    list.drag(place -> StreamFilters.of(place.item(), place.column()));
  }

  @Override
  public String title() {
    return "Streams";
  }

  @Override
  public Node node() {
    return list.table();
  }

  @Override
  public int count(Snapshot snapshot) {
    return snapshot.streams().size();
  }

  @Override
  public int shown() {
    return list.rows().size();
  }

  @Override
  public void focus() {
    list.table().requestFocus();
  }

  @Override
  public void show(Selection selection, Snapshot snapshot, @Nullable FilterScan scan) {
    int n = snapshot.streams().size();
    int[] order =
        IntStream.rangeClosed(1, n)
            .map(i -> n + 1 - i)
            .filter(number -> scan == null || scan.hasStream(number))
            .toArray();
    list.show(snapshot.streams(), order, empty(snapshot, scan));
    list.select(
        selection.stream() == 0 ? List.of() : List.of(selection.stream()),
        () -> ofCalls(selection.calls()));
  }

  /** The row of the first stream of some calls, else the newest stream's. */
  private int ofCalls(List<Integer> calls) {
    int row = 0;
    for (int i = 0; i < list.rows().size(); i++) {
      if (calls.contains(list.rows().item(i).call())) {
        row = i;
      }
    }
    return row;
  }

  private void selected(int number) {
    int row = list.rows().row(number);
    if (row >= 0) {
      StreamSnapshot stream = list.rows().item(row);
      List<Integer> calls = stream.call() == 0 ? List.of() : List.of(stream.call());
      workspace.selection().stream(number, calls, stream.firstFrame());
    }
  }

  private static String empty(Snapshot now, @Nullable FilterScan scan) {
    if (!now.streams().isEmpty() && scan != null) {
      return "The display filter accepts no packet of any stream. Clear it with Esc in its field.";
    }
    return switch (now.state()) {
      case CAPTURING ->
          "No media yet. RTP appears here whether its signalling was seen or not; a capture filter"
              + " on port 5060 alone keeps it out.";
      case LOADING -> "Looking for media while the file is read.";
      case DONE -> "There is no RTP in this capture.";
    };
  }

  private List<MenuItem> menu(ItemList.Place<StreamSnapshot> place) {
    StreamSnapshot stream = place.item();
    List<MenuItem> items = new ArrayList<>();
    items.add(Menus.item("Play", play));
    items.add(new SeparatorMenuItem());
    items.addAll(actions.filters().of(StreamFilters.of(stream, place.column())));
    items.add(new SeparatorMenuItem());
    String whole = StreamFilters.stream(stream);
    items.add(Menus.item("This stream", () -> actions.filters().apply(whole)));
    if (stream.call() > 0) {
      items.addAll(actions.follow(stream.call()));
      items.add(Menus.item("Show the call", () -> actions.places().call(stream.call())));
    }
    items.add(new SeparatorMenuItem());
    items.add(Menus.item("Copy the row", () -> Clip.put(place.rowText())));
    items.add(Menus.item("Copy the SSRC", () -> Clip.put(stream.ssrcText())));
    return items;
  }
}
