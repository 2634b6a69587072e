package org.earpiece.ui.registrations;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuItem;
import org.earpiece.session.FilterScan;
import org.earpiece.session.Snapshot;
import org.earpiece.ui.actions.PacketActions;
import org.earpiece.ui.capture.Exports;
import org.earpiece.ui.kit.Clip;
import org.earpiece.ui.kit.Menus;
import org.earpiece.ui.kit.Workspace;
import org.earpiece.voip.subscription.SubscriptionKind;
import org.earpiece.voip.subscription.SubscriptionSnapshot;

/** The list of subscriptions and publications. */
public final class SubscriptionsView extends SoftStateView<SubscriptionSnapshot> {
  /** A list for one capture. */
  public SubscriptionsView(Workspace workspace, PacketActions actions, Exports exports) {
    super(workspace, actions, exports, "Subscriptions", now -> new SubscriptionColumns(now).all());
  }

  @Override
  List<SubscriptionSnapshot> all(Snapshot of) {
    return of.subscriptions();
  }

  @Override
  int number(SubscriptionSnapshot subscription) {
    return subscription.number();
  }

  @Override
  int id(SubscriptionSnapshot subscription) {
    return subscription.id();
  }

  @Override
  String word(SubscriptionSnapshot subscription) {
    return subscription.kind() == SubscriptionKind.PUBLISH ? "publication" : "subscription";
  }

  @Override
  boolean accepted(FilterScan scan, SubscriptionSnapshot subscription) {
    return scan.hasSubscription(subscription);
  }

  @Override
  String filter(SubscriptionSnapshot subscription) {
    return SoftStates.ofDialog(subscription);
  }

  @Override
  void selected(SubscriptionSnapshot s) {
    List<Integer> calls = s.call() == 0 ? List.of() : List.of(s.call());
    workspace.selection().softState(s.id(), calls, s.firstFrame());
  }

  @Override
  String nothingAccepted() {
    return "The display filter accepts no message of any subscription. Clear it with Esc in its"
        + " field.";
  }

  @Override
  String nothingYet(Snapshot.State state) {
    return switch (state) {
      case CAPTURING -> "No subscription yet. SUBSCRIBE, NOTIFY, REFER and PUBLISH appear here.";
      case LOADING -> "Looking for subscriptions while the file is read.";
      case DONE -> "There is no SUBSCRIBE, NOTIFY, REFER or PUBLISH in this capture.";
    };
  }

  @Override
  List<MenuItem> ways(SubscriptionSnapshot subscription) {
    List<MenuItem> items = new ArrayList<>();
    if (subscription.call() > 0) {
      items.addAll(actions.follow(subscription.call()));
      items.add(Menus.item("Show the call", () -> actions.places().call(subscription.call())));
    }
    items.add(signallingOf(subscription.source()));
    return items;
  }

  @Override
  List<MenuItem> copies(SubscriptionSnapshot subscription) {
    return List.of(Menus.item("Copy the Call-ID", () -> Clip.put(subscription.callId())));
  }
}
