package org.earpiece.ui.calls;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import org.earpiece.session.FilterScan;
import org.earpiece.session.Snapshot;
import org.earpiece.ui.capture.Exports;
import org.earpiece.ui.kit.Selection;
import org.earpiece.ui.kit.View;
import org.earpiece.ui.kit.Workspace;
import org.earpiece.ui.kit.table.Follow;
import org.earpiece.ui.kit.table.ItemRows;
import org.earpiece.ui.kit.table.VirtualTable;
import org.earpiece.voip.CallSnapshot;
import org.earpiece.voip.StreamSnapshot;
import org.jspecify.annotations.Nullable;

/** The list of calls. */
public final class CallsView implements View, CallColumns.Surroundings {
  private static final String COLUMNS = "calls.columns";
  private static final long CLOCKS_AGREE = 5_000_000_000L;

  private final Workspace workspace;
  private final ItemRows<CallSnapshot> rows;
  private final VirtualTable table;
  private Snapshot snapshot = Snapshot.EMPTY;
  private final Map<Integer, Integer> firstOfSession = new HashMap<>();
  private int sessionsSeen;

  /**
   * @param play opens the sound of the selected call
   */
  public CallsView(Workspace workspace, Exports exports, Runnable play) {
    this.workspace = workspace;
    rows = new ItemRows<>(new CallColumns(this).all());
    table = new VirtualTable("Calls", rows.columns(), rows).follow(Follow.HEAD);
    table.layoutText(workspace.preferences().layout(COLUMNS, ""));
    table.onColumns(() -> workspace.preferences().layout(COLUMNS, table.layoutText()));
    table.onSort(rows::sort);
    table.onSelect(this::selected);
    CallMenu menu = new CallMenu(workspace, exports, play);
    table.menu(
        (row, column) -> row < 0 ? List.of() : menu.items(rows.item(row), table.rowText(row)));
  }

  @Override
  public String title() {
    return "Calls";
  }

  @Override
  public Node node() {
    return table;
  }

  @Override
  public int count(Snapshot of) {
    return of.calls().size();
  }

  @Override
  public int shown() {
    return rows.size();
  }

  @Override
  public void focus() {
    table.requestFocus();
  }

  @Override
  public void show(Selection selection, Snapshot now, @Nullable FilterScan scan) {
    snapshot = now;
    sessions(now.calls());
    rows.show(
        now.calls(), CallOrder.newestFirst(now.calls(), n -> scan == null || scan.hasCall(n)));
    table.emptyText(empty(now, scan));
    table.refresh();
    if (selection.calls().isEmpty() && selection.frame() == 0 && rows.size() > 0) {
      first();
    } else {
      table.select(selection.calls());
    }
  }

  /** Something is always selected, so that the panes are never empty without need. */
  private void first() {
    table.select(List.of(rows.key(0)));
    selected(List.of(rows.key(0)));
  }

  private void selected(List<Integer> keys) {
    List<Integer> calls = keys.stream().filter(n -> n <= snapshot.calls().size()).toList();
    int frame = calls.isEmpty() ? 0 : snapshot.calls().get(calls.getLast() - 1).firstFrame();
    workspace.selection().calls(calls, frame);
  }

  private static String empty(Snapshot now, @Nullable FilterScan scan) {
    if (!now.calls().isEmpty() && scan != null) {
      return "The display filter accepts no packet of any call. Clear it with Esc in its field.";
    }
    return switch (now.state()) {
      case CAPTURING ->
          "No call yet. They appear with their first SIP message; where nothing comes, check the"
              + " interface and the capture filter.";
      case LOADING -> "Looking for calls while the file is read.";
      case DONE -> "There are no SIP calls in this capture.";
    };
  }

  private void sessions(List<CallSnapshot> calls) {
    for (; sessionsSeen < calls.size(); sessionsSeen++) {
      firstOfSession.putIfAbsent(calls.get(sessionsSeen).session(), sessionsSeen + 1);
    }
  }

  @Override
  public boolean leg(CallSnapshot call) {
    return table.sort().column() < 0
        && firstOfSession.getOrDefault(call.session(), call.number()) < call.number();
  }

  @Override
  public long now() {
    long wall = System.currentTimeMillis() * 1_000_000L;
    boolean live = snapshot.state() == Snapshot.State.CAPTURING;
    return live && Math.abs(wall - snapshot.lastNanos()) < CLOCKS_AGREE
        ? Math.max(wall, snapshot.lastNanos())
        : snapshot.lastNanos();
  }

  @Override
  public boolean silent(CallSnapshot call, boolean forward) {
    Set<String> directions = new HashSet<>();
    for (int number : call.streams()) {
      if (number <= snapshot.streams().size()) {
        StreamSnapshot stream = snapshot.streams().get(number - 1);
        directions.add(stream.direction());
      }
    }
    return directions.contains(forward ? "backward" : "forward")
        && !directions.contains(forward ? "forward" : "backward");
  }
}
