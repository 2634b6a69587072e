package org.earpiece.ui.registrations;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.earpiece.session.FilterScan;
import org.earpiece.session.Snapshot;
import org.earpiece.ui.actions.PacketActions;
import org.earpiece.ui.capture.Exports;
import org.earpiece.ui.kit.Clip;
import org.earpiece.ui.kit.Menus;
import org.earpiece.ui.kit.Now;
import org.earpiece.ui.kit.Selection;
import org.earpiece.ui.kit.View;
import org.earpiece.ui.kit.Workspace;
import org.earpiece.ui.kit.table.ItemList;
import org.earpiece.voip.subscription.SubscriptionKind;
import org.earpiece.voip.subscription.SubscriptionSnapshot;
import org.jspecify.annotations.Nullable;

/** The list of subscriptions and publications. */
public final class SubscriptionsView implements View {
  private static final String COLUMNS = "subscriptions.columns";

  private final Workspace workspace;
  private final PacketActions actions;
  private final Exports exports;
  private final ItemList<SubscriptionSnapshot> list;
  private Snapshot snapshot = Snapshot.EMPTY;

  /** A list for one capture. */
  public SubscriptionsView(Workspace workspace, PacketActions actions, Exports exports) {
    this.workspace = workspace;
    this.actions = actions;
    this.exports = exports;
    list =
        new ItemList<>(
            "Subscriptions",
            COLUMNS,
            new SubscriptionColumns(() -> Now.of(snapshot)).all(),
            workspace.preferences(),
            numbers -> selected(numbers.getLast()));
    list.menu(this::menu);
    list.drag(place -> SoftStates.ofDialog(place.item()));
  }

  @Override
  public String title() {
    return "Subscriptions";
  }

  @Override
  public Node node() {
    return list.table();
  }

  @Override
  public int count(Snapshot of) {
    return of.subscriptions().size();
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
    snapshot = now;
    List<SubscriptionSnapshot> all = now.subscriptions();
    int n = all.size();
    int[] order =
        IntStream.rangeClosed(1, n)
            .map(i -> n + 1 - i)
            .filter(number -> scan == null || scan.hasSubscription(all.get(number - 1)))
            .toArray();
    list.show(all, order, empty(now, scan));
    list.select(SoftStates.selected(all, selection, SubscriptionSnapshot::id), () -> 0);
  }

  private void selected(int number) {
    SubscriptionSnapshot s = snapshot.subscriptions().get(number - 1);
    List<Integer> calls = s.call() == 0 ? List.of() : List.of(s.call());
    workspace.selection().softState(s.id(), calls, s.firstFrame());
  }

  private static String empty(Snapshot now, @Nullable FilterScan scan) {
    if (!now.subscriptions().isEmpty() && scan != null) {
      return "The display filter accepts no message of any subscription. Clear it with Esc in its"
          + " field.";
    }
    return switch (now.state()) {
      case CAPTURING -> "No subscription yet. SUBSCRIBE, NOTIFY, REFER and PUBLISH appear here.";
      case LOADING -> "Looking for subscriptions while the file is read.";
      case DONE -> "There is no SUBSCRIBE, NOTIFY, REFER or PUBLISH in this capture.";
    };
  }

  private static String word(SubscriptionSnapshot s) {
    return s.kind() == SubscriptionKind.PUBLISH ? "publication" : "subscription";
  }

  private List<MenuItem> menu(ItemList.Place<SubscriptionSnapshot> place) {
    SubscriptionSnapshot s = place.item();
    List<MenuItem> items = new ArrayList<>(actions.filters().of(SoftStates.ofDialog(s)));
    items.add(new SeparatorMenuItem());
    if (s.call() > 0) {
      items.addAll(actions.follow(s.call()));
      items.add(Menus.item("Show the call", () -> actions.places().call(s.call())));
    }
    items.add(
        Menus.item(
            "Signalling of " + s.source(),
            () -> actions.filters().apply(SoftStates.ofHost(s.source()))));
    items.add(new SeparatorMenuItem());
    items.add(
        Menus.item(
            "Export its messages…",
            () -> exports.messages(workspace.session(), word(s), s.number(), s.id())));
    items.add(new SeparatorMenuItem());
    items.add(Menus.item("Copy the row", () -> Clip.put(place.rowText())));
    items.add(Menus.item("Copy the Call-ID", () -> Clip.put(s.callId())));
    return items;
  }
}
