package org.earpiece.ui.registrations;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import java.util.List;
import java.util.function.LongSupplier;
import org.earpiece.ui.kit.Numbers;
import org.earpiece.ui.kit.table.Cell;
import org.earpiece.ui.kit.table.Ink;
import org.earpiece.ui.kit.table.ItemColumn;
import org.earpiece.voip.subscription.SubscriptionSnapshot;
import org.earpiece.voip.subscription.SubscriptionState;

/** The columns of the list of subscriptions and publications. FX thread. */
final class SubscriptionColumns {
  private final LongSupplier now;

  /**
   * @param now the time that ends count from, ns since 1970
   */
  SubscriptionColumns(LongSupplier now) {
    this.now = now;
  }

  List<ItemColumn<SubscriptionSnapshot>> all() {
    return List.of(
        ItemColumn.left(
            "no",
            "#",
            44,
            comparingInt(SubscriptionSnapshot::number),
            (s, out) -> out.text(Integer.toString(s.number()))),
        ItemColumn.left(
            "kind",
            "Kind",
            96,
            comparing(SubscriptionSnapshot::kind),
            (s, out) -> out.text(StateWords.of(s.kind()))),
        ItemColumn.left(
            "event",
            "Event",
            134,
            comparing(SubscriptionSnapshot::event),
            (s, out) -> out.text(s.event())),
        ItemColumn.left(
            "subscriber",
            "Subscriber",
            148,
            comparing(SubscriptionSnapshot::subscriber),
            (s, out) -> out.text(StateWords.plain(s.subscriber()))),
        ItemColumn.left(
            "notifier",
            "Notifier",
            148,
            comparing(SubscriptionSnapshot::notifier),
            (s, out) -> out.text(StateWords.plain(s.notifier()))),
        ItemColumn.left(
            "state",
            "State",
            90,
            comparing(SubscriptionSnapshot::state),
            (s, out) -> out.text(StateWords.of(s.state()), StateWords.ink(s.state()))),
        ItemColumn.left(
            "remarks", "Remarks", 164, comparing(SubscriptionSnapshot::what), this::remarks),
        ItemColumn.right(
            "ends",
            "Ends",
            76,
            comparingLong(SubscriptionSnapshot::until),
            (s, out) -> out.text(StateWords.ends(s.until(), now.getAsLong()))),
        ItemColumn.right(
            "notifies",
            "Notified",
            72,
            comparingInt(SubscriptionSnapshot::notifies),
            (s, out) -> out.text(Numbers.count(s.notifies()))),
        ItemColumn.right(
            "refreshes",
            "Refreshes",
            82,
            comparingInt(SubscriptionSnapshot::refreshes),
            (s, out) -> out.text(Numbers.count(s.refreshes()))),
        ItemColumn.right(
            "attempts",
            "Attempts",
            74,
            comparingInt(SubscriptionSnapshot::attempts),
            (s, out) -> out.text(Numbers.count(s.attempts()))),
        ItemColumn.right(
            "failures",
            "Failures",
            68,
            comparingInt(SubscriptionSnapshot::failures),
            (s, out) -> out.text(Numbers.count(s.failures()), StateWords.alarm(s.failures()))),
        ItemColumn.right(
            "call",
            "Call",
            48,
            comparingInt(SubscriptionSnapshot::call),
            (s, out) -> out.text(s.call() == 0 ? Numbers.NONE : Integer.toString(s.call()))),
        ItemColumn.<SubscriptionSnapshot>right(
                "expires",
                "Granted",
                72,
                comparingLong(SubscriptionSnapshot::expires),
                (s, out) -> out.text(StateWords.seconds(s.expires())))
            .hidden(),
        ItemColumn.<SubscriptionSnapshot>left(
                "until",
                "Until",
                112,
                comparingLong(SubscriptionSnapshot::until),
                (s, out) -> out.text(StateWords.time(s.until())))
            .hidden(),
        ItemColumn.<SubscriptionSnapshot>left(
                "start",
                "First message",
                112,
                comparingLong(SubscriptionSnapshot::start),
                (s, out) -> out.text(StateWords.time(s.start())))
            .hidden(),
        ItemColumn.<SubscriptionSnapshot>left(
                "source",
                "Source",
                120,
                comparing(SubscriptionSnapshot::source),
                (s, out) -> out.text(s.source()))
            .hidden(),
        ItemColumn.<SubscriptionSnapshot>left(
                "call_id",
                "Call-ID",
                200,
                comparing(SubscriptionSnapshot::callId),
                (s, out) -> out.text(s.callId()))
            .hidden());
  }

  private void remarks(SubscriptionSnapshot s, Cell out) {
    boolean bad = s.refusal() != null || s.state() == SubscriptionState.EXPIRED;
    out.text(StateWords.remark(s, now.getAsLong()), bad ? Ink.POOR : Ink.DIM);
  }
}
