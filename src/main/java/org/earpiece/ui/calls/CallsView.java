package org.earpiece.ui.calls;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.earpiece.session.FilterScan;
import org.earpiece.session.Snapshot;
import org.earpiece.ui.actions.PacketActions;
import org.earpiece.ui.capture.Exports;
import org.earpiece.ui.kit.Menus;
import org.earpiece.ui.kit.Now;
import org.earpiece.ui.kit.Selection;
import org.earpiece.ui.kit.View;
import org.earpiece.ui.kit.Workspace;
import org.earpiece.ui.kit.table.Fold;
import org.earpiece.ui.kit.table.ItemList;
import org.earpiece.voip.CallSnapshot;
import org.earpiece.voip.StreamSnapshot;
import org.jspecify.annotations.Nullable;

/** The list of calls. */
public final class CallsView implements View, CallColumns.Surroundings {
  private static final String COLUMNS = "calls.columns";

  private static final String FOLDED = "calls.folded";

  private final Workspace workspace;
  private final ItemList<CallSnapshot> list;
  private final Conversations conversations = new Conversations();
  private final CallMenu menu;
  private Snapshot snapshot = Snapshot.EMPTY;
  private @Nullable FilterScan filtered;
  private int[] order = new int[0];
  private boolean stale = true;
  private boolean naturalThen;
  private int judgedThen;
  private int turnsThen;

  /**
   * @param play opens the sound of the selected call
   */
  public CallsView(Workspace workspace, PacketActions actions, Exports exports, Runnable play) {
    this.workspace = workspace;
    list =
        new ItemList<>(
            "Calls", COLUMNS, new CallColumns(this).all(), workspace.preferences(), this::selected);
    list.table().onFold(this::fold);
    menu = new CallMenu(workspace, actions, exports, play);
    list.menu(this::menu);
    list.drag(place -> CallFilters.of(place.item(), place.column()));
    conversations.shutAll(!workspace.preferences().layout(FOLDED, "").isEmpty());
  }

  @Override
  public String title() {
    return "Calls";
  }

  @Override
  public Node node() {
    return list.table();
  }

  @Override
  public int count(Snapshot of) {
    return of.calls().size();
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
  public void show(Selection selection, Snapshot now, @Nullable FilterScan scan) {
    int judged = scan == null ? 0 : scan.judged();
    if (now.version() != snapshot.version()
        || !Objects.equals(scan, filtered)
        || judged != judgedThen) {
      snapshot = now;
      filtered = scan;
      judgedThen = judged;
      stale = true;
      int[] sessions = now.calls().stream().mapToInt(CallSnapshot::session).toArray();
      conversations.show(sessions, this::accepted);
    }
    List<Integer> selected = conversations.rowsOf(selection.calls());
    arrange();
    if (selection.calls().isEmpty() && (selection.frame() == 0 || selection.softState() > 0)) {
      list.select(List.of(), () -> 0);
    } else {
      list.table().select(selected);
    }
  }

  private boolean accepted(int call) {
    return filtered == null || filtered.hasCall(call);
  }

  /** Puts the rows in order again, where they or their order have changed. */
  private void arrange() {
    boolean natural = list.natural();
    if (stale || natural != naturalThen || conversations.turns() != turnsThen) {
      stale = false;
      naturalThen = natural;
      turnsThen = conversations.turns();
      int all = snapshot.calls().size();
      order =
          natural
              ? conversations.order()
              : IntStream.rangeClosed(1, all).filter(this::accepted).toArray();
    }
    list.show(snapshot.calls(), order, empty(snapshot, filtered));
  }

  private void selected(List<Integer> rows) {
    int frame = rows.isEmpty() ? 0 : snapshot.calls().get(rows.getLast() - 1).firstFrame();
    workspace.selection().calls(conversations.callsOf(rows), frame);
  }

  private void fold(int call, boolean shut) {
    conversations.shut(call, shut);
    List<Integer> selected = workspace.selection().get().calls();
    int head = conversations.head(call);
    boolean legs = selected.stream().anyMatch(n -> conversations.head(n) == head);
    if (shut && legs && !selected.contains(head)) {
      selected(List.of(head));
    }
  }

  private void foldAll(boolean shut) {
    conversations.shutAll(shut);
    workspace.preferences().keepLayout(FOLDED, shut ? "all" : "");
    List<Integer> selected = workspace.selection().get().calls();
    if (shut && !selected.isEmpty()) {
      selected(selected.stream().map(conversations::head).distinct().toList());
    }
  }

  private List<MenuItem> menu(ItemList.Place<CallSnapshot> place) {
    CallSnapshot call = place.item();
    List<Integer> selected = workspace.selection().get().calls();
    List<Integer> about =
        selected.contains(call.number()) ? selected : conversations.callsOf(List.of(call.number()));
    List<Integer> legs = conversations.callsOf(List.of(conversations.head(call.number())));
    List<MenuItem> items = new ArrayList<>(menu.items(place, about, selected, legs.size() > 1));
    items.add(new SeparatorMenuItem());
    Fold fold = fold(call);
    if (fold == Fold.OPEN || fold == Fold.UNDER) {
      items.add(Menus.item("Fold this conversation", () -> fold(call.number(), true)));
    } else if (fold == Fold.SHUT) {
      items.add(Menus.item("Unfold this conversation", () -> fold(call.number(), false)));
    }
    boolean shut = conversations.allShut();
    items.add(
        Menus.item(
            shut ? "Unfold all conversations" : "Fold all conversations", () -> foldAll(!shut)));
    return items;
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
      case DONE ->
          now.discarded().undecrypted().connections() == 0
              ? "There are no SIP calls in this capture."
              : "There are no SIP calls in this capture, or they are encrypted: TLS keys"
                  + " (Ctrl+Shift+P) are what they are read with. The notices say more.";
    };
  }

  @Override
  public Fold fold(CallSnapshot call) {
    return list.natural() ? conversations.fold(call.number()) : Fold.SINGLE;
  }

  @Override
  public long origin() {
    return snapshot.firstNanos();
  }

  @Override
  public long now() {
    return Now.of(snapshot);
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
