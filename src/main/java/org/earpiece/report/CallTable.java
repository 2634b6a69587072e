package org.earpiece.report;

import java.io.IOException;
import java.util.List;
import org.earpiece.voip.CallFacts;
import org.earpiece.voip.CallSnapshot;
import org.earpiece.voip.CallState;
import org.earpiece.voip.correlation.CallLink;
import org.jspecify.annotations.Nullable;

/** Calls as a table: the columns of {@code earpiece calls}, and of what the window copies. */
public final class CallTable {
  private static final double MOS_GOOD = 4.0;
  private static final double MOS_FAIR = 3.6;

  private CallTable() {}

  /**
   * The columns.
   *
   * @param digits decimals of times
   */
  public static List<Column> columns(int digits) {
    return List.of(
        Column.number("call", "Call"),
        Column.number("session", "Session"),
        Column.text("call_id", "Call-ID").machineOnly(),
        Column.text("from", "From").machineOnly(),
        Column.text("to", "To").machineOnly(),
        Column.text("from_user", "From"),
        Column.text("to_user", "To"),
        Column.text("protocol", "Protocol").machineOnly(),
        state("State"),
        Column.nanos("start", "Start", digits),
        Column.nanos("ringing", "Ringing", digits).machineOnly(),
        Column.nanos("answer", "Answer", digits).machineOnly(),
        Column.nanos("end", "End", digits).machineOnly(),
        Column.nanos("duration", "Duration", digits),
        Column.decimal("setup_ms", "Setup ms", 3),
        Column.number("frames", "Frames"),
        Column.number("first_frame", "First"),
        Column.number("last_frame", "Last").machineOnly(),
        Column.text("comment", "Comment"),
        Column.number("final_status", "Final status").machineOnly(),
        Column.text("hangup_by", "Hung up by"),
        Column.text("streams", "Streams"),
        mos("MOS"),
        Column.text("codec", "Codec").machineOnly(),
        Column.text("phase", "Phase").machineOnly(),
        Column.text("what", "What").machineOnly(),
        Column.text("partial", "Partial").machineOnly(),
        Column.number("joined_to", "Joined to").machineOnly(),
        Column.text("joined_because", "Because").machineOnly(),
        Column.number("joined_percent", "Percent").machineOnly(),
        Column.decimal("post_dial_ms", "Post-dial ms", 3).machineOnly(),
        Column.decimal("ring_ms", "Ring ms", 3).machineOnly(),
        Column.text("caller_agent", "Caller's agent").machineOnly(),
        Column.text("callee_agent", "Callee's agent").machineOnly(),
        Column.text("identity", "Identity").machineOnly(),
        Column.text("diverted_from", "Diverted from").machineOnly(),
        Column.text("redirected_to", "Redirected to").machineOnly(),
        Column.text("transferred_to", "Transferred to").machineOnly(),
        Column.text("reason", "Reason phrase").machineOnly(),
        Column.text("cause", "Cause").machineOnly(),
        Column.text("warning", "Warning").machineOnly(),
        Column.number("holds", "Holds").machineOnly(),
        Column.decimal("held_ms", "Held ms", 3).machineOnly(),
        Column.number("reinvites", "Re-INVITEs").machineOnly(),
        Column.number("glares", "Glares").machineOnly(),
        Column.number("refreshes", "Refreshes").machineOnly(),
        Column.text("late_offer", "Late offer").machineOnly(),
        Column.text("reliable", "PRACK").machineOnly(),
        Column.text("conference", "Conference").machineOnly());
  }

  /** The state, in colour on a terminal. */
  public static Column state(String title) {
    return Column.text("state", title).inked(CallTable::stateInk);
  }

  /** A MOS, in colour on a terminal. */
  public static Column mos(String title) {
    return Column.decimal("mos", title, 2).inked(CallTable::mosInk);
  }

  private static Ink stateInk(@Nullable Object state) {
    return switch ((CallState) java.util.Objects.requireNonNull(state)) {
      case COMPLETED -> Ink.GOOD;
      case FAILED, REJECTED -> Ink.POOR;
      case CANCELLED -> Ink.FAIR;
      case CALL_SETUP, RINGING, IN_CALL -> Ink.ACCENT;
      case UNKNOWN -> Ink.DIM;
    };
  }

  private static Ink mosInk(@Nullable Object mos) {
    double value = mos instanceof Double d ? d : Double.NaN;
    if (value >= MOS_GOOD) {
      return Ink.GOOD;
    }
    return value >= MOS_FAIR ? Ink.FAIR : Ink.POOR;
  }

  /** Writes a call. */
  public static void row(TableWriter table, CallSnapshot c) throws IOException {
    CallFacts facts = c.facts();
    CallLink link = c.link();
    table.row(
        c.number(),
        c.session(),
        c.callId(),
        c.from(),
        c.to(),
        c.fromUser(),
        c.toUser(),
        c.protocol(),
        c.state(),
        c.start(),
        c.ringing(),
        c.answer(),
        c.end(),
        c.durationNanos(),
        millis(c.setupNanos()),
        c.frames(),
        c.firstFrame(),
        c.lastFrame(),
        c.comment(),
        c.finalStatus() == 0 ? null : c.finalStatus(),
        c.hangupBy(),
        c.streams(),
        c.mos(),
        known(c.codec()),
        c.phase().name(),
        known(c.what()),
        facts.partial(),
        link == null ? null : other(link, c),
        link == null ? null : link.reason(),
        link == null ? null : link.percent(),
        millis(facts.postDialNanos()),
        millis(facts.ringNanos()),
        known(facts.callerAgent()),
        known(facts.calleeAgent()),
        known(facts.identity()),
        known(facts.divertedFrom()),
        known(facts.redirectedTo()),
        known(facts.transferredTo()),
        known(c.reason()),
        known(facts.cause()),
        known(facts.warning()),
        facts.holds(),
        millis(facts.heldNanos()),
        facts.reinvites(),
        facts.glares(),
        facts.refreshes(),
        facts.lateOffer(),
        facts.reliable(),
        facts.conference());
  }

  private static int other(CallLink link, CallSnapshot call) {
    return link.call() == call.number() ? link.to() : link.call();
  }

  private static @Nullable String known(String text) {
    return text.isEmpty() ? null : text;
  }

  private static @Nullable Double millis(long nanos) {
    return nanos == CallSnapshot.NEVER ? null : nanos / 1e6;
  }
}
