package org.earpiece.voip;

import static org.earpiece.voip.CallSnapshot.NEVER;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of a call in the few words that a person wants to read. */
final class CallWords {
  /** Rounds of the answer after which a missing ACK is what ended the call (RFC 3261 13.3.1.4). */
  private static final int ANSWERS_WITHOUT_ACK = 4;

  /** Ringing shorter than this is not worth telling. */
  private static final long WORTH_TELLING_NANOS = 1_000_000_000L;

  private CallWords() {}

  static String of(CallProgress progress, @Nullable Side holder) {
    return switch (progress.state()) {
      case UNKNOWN, CALL_SETUP -> "";
      case RINGING -> "ringing";
      case IN_CALL -> holder == null ? "" : "on hold by the " + holder.word();
      case COMPLETED -> completed(progress);
      case CANCELLED -> cancelled(progress);
      case REJECTED, FAILED -> refused(progress);
    };
  }

  private static String completed(CallProgress progress) {
    Side by = progress.hangup();
    if (progress.unacknowledgedAnswers() >= ANSWERS_WITHOUT_ACK && by == Side.CALLEE) {
      return "ACK never arrived: dropped after " + span(progress.answer(), progress.end());
    }
    return by == null ? "" : by.word() + " hung up";
  }

  private static String cancelled(CallProgress progress) {
    if (progress.ringing() == NEVER || progress.end() == NEVER) {
      return "cancelled";
    }
    return "cancelled after " + span(progress.ringing(), progress.end()) + " of ringing";
  }

  private static String refused(CallProgress progress) {
    int status = progress.finalStatus();
    boolean rang =
        progress.ringing() != NEVER && progress.end() - progress.ringing() >= WORTH_TELLING_NANOS;
    if (status == 0) {
      return rang || progress.ringing() != NEVER ? "no final response" : "no response";
    }
    if (rang && (status == 480 || status == 408)) {
      return status + " after " + span(progress.ringing(), progress.end()) + " of ringing";
    }
    String words = (status + " " + progress.reason()).strip();
    return status == 401 || status == 407 ? words + ", not tried again" : words;
  }

  private static String span(long from, long to) {
    double seconds = Math.max(0, to - from) / 1e9;
    return seconds < 9.95
        ? String.format(Locale.ROOT, "%.1f s", seconds)
        : Math.round(seconds) + " s";
  }
}
