package org.earpiece.cli;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.earpiece.cli.terminal.Streams;
import org.earpiece.report.Column;
import org.earpiece.report.Ink;
import org.earpiece.report.TableWriter;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.FilterScan;
import org.earpiece.session.Snapshot;
import org.earpiece.voip.softstate.Refusal;
import org.earpiece.voip.subscription.SubscriptionSnapshot;
import org.earpiece.voip.subscription.SubscriptionState;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code earpiece subscriptions}: one line a subscription or publication. */
@Command(
    name = "subscriptions",
    header = "One line a subscription or publication.",
    description = {
      "One line a subscription (SUBSCRIBE and its NOTIFYs, what a REFER asks to be told,",
      "notifications that nobody subscribed to) or publication (PUBLISH). Live (-i, -) they are",
      "printed when capturing ends."
    },
    footer = {
      "",
      "Examples:",
      "  earpiece subscriptions capture.pcapng",
      "  earpiece subscriptions capture.pcapng --format json",
      "",
      "start, last and until are times; expires is what was granted last, in seconds. Of a",
      "publication, subscriber is who publishes, and notifier whose state it is."
    })
final class SubscriptionsCommand extends ListCommand {
  SubscriptionsCommand(Streams streams) {
    super(streams);
  }

  static List<Column> columns(int digits) {
    return List.of(
        Column.number("subscription", "#"),
        Column.text("kind", "Kind"),
        Column.text("event", "Event"),
        Column.text("subscriber", "Subscriber"),
        Column.text("notifier", "Notifier"),
        Column.text("source", "Source").machineOnly(),
        Column.text("state", "State").inked(SubscriptionsCommand::stateInk),
        Column.number("expires", "Expires"),
        Column.nanos("start", "Start", digits).machineOnly(),
        Column.nanos("last", "Last", digits).machineOnly(),
        Column.nanos("until", "Until", digits),
        Column.number("notifies", "Notifies"),
        Column.number("refreshes", "Refreshes"),
        Column.number("attempts", "Attempts").machineOnly(),
        Column.number("failures", "Failures"),
        Column.number("final_status", "Final status").machineOnly(),
        Column.text("reason", "Remarks"),
        Column.text("etag", "ETag").machineOnly(),
        Column.number("call", "Call"),
        Column.text("call_id", "Call-ID").machineOnly(),
        Column.number("frames", "Frames").machineOnly(),
        Column.number("first_frame", "First").machineOnly(),
        Column.number("last_frame", "Last").machineOnly());
  }

  private static Ink stateInk(@Nullable Object state) {
    return switch ((SubscriptionState) Objects.requireNonNull(state)) {
      case ACTIVE -> Ink.GOOD;
      case REQUESTED, CHALLENGED, PENDING -> Ink.ACCENT;
      case REFUSED, UNANSWERED, EXPIRED -> Ink.POOR;
      case TERMINATED -> Ink.DIM;
    };
  }

  @Override
  void print(CaptureSession session, Snapshot snapshot, @Nullable FilterScan accepted)
      throws IOException {
    TableWriter table = format().table(streams(), columns(session.timeDigits()));
    for (SubscriptionSnapshot subscription : snapshot.subscriptions()) {
      if (accepted == null || accepted.hasSubscription(subscription)) {
        row(table, subscription);
      }
    }
    table.finish();
  }

  private static void row(TableWriter table, SubscriptionSnapshot s) throws IOException {
    Refusal refusal = s.refusal();
    table.row(
        s.number(),
        s.kind(),
        s.event(),
        s.subscriber(),
        s.notifier(),
        s.source(),
        s.state(),
        s.expires() < 0 ? null : s.expires(),
        s.start(),
        s.last(),
        s.until(),
        s.notifies(),
        s.refreshes(),
        s.attempts(),
        s.failures(),
        refusal == null || refusal.status() == 0 ? null : refusal.status(),
        s.what().isEmpty() ? null : s.what(),
        s.etag().isEmpty() ? null : s.etag(),
        s.call() == 0 ? null : s.call(),
        s.callId(),
        s.frames(),
        s.firstFrame(),
        s.lastFrame());
  }
}
