package org.earpiece.voip;

import static org.earpiece.voip.CallSnapshot.NEVER;

import java.util.Locale;

/** What became of a call in the few words that a person wants to read. */
final class CallWords {
  /** Rounds of the answer after which a missing ACK is what ended the call (RFC 3261 13.3.1.4). */
  private static final int ANSWERS_WITHOUT_ACK = 4;

  /** Ringing shorter than this is not worth telling. */
  private static final long WORTH_TELLING_NANOS = 1_000_000_000L;

  private CallWords() {}

  static String of(CallProgress progress, CallStory story) {
    return switch (progress.state()) {
      case UNKNOWN -> "";
      case CALL_SETUP -> setup(progress, story);
      case RINGING -> "ringing";
      case IN_CALL -> beyond(talking(story), progress, story);
      case COMPLETED -> beyond(completed(progress, story), progress, story);
      case CANCELLED -> because(cancelled(progress), story);
      case REJECTED, FAILED -> beyond(because(refused(progress, story), story), progress, story);
    };
  }

  /** A final failure as sent: {@code 486 Busy Here}; empty where there is none. */
  static String failure(CallProgress progress) {
    boolean refused =
        progress.state() == CallState.REJECTED || progress.state() == CallState.FAILED;
    return refused && progress.finalStatus() >= 400
        ? (progress.finalStatus() + " " + progress.reason()).strip()
        : "";
  }

  /** With how the next leg failed, where that is not what the caller was told. */
  private static String beyond(String words, CallProgress progress, CallStory story) {
    String beyond = story.beyond();
    if (beyond.isEmpty() || beyond.startsWith(progress.finalStatus() + " ")) {
      return words;
    }
    return words.isEmpty() ? "next leg: " + beyond : words + "; next leg: " + beyond;
  }

  private static String setup(CallProgress progress, CallStory story) {
    CallPhase phase = story.phase(progress);
    return phase == CallPhase.TRYING ? "" : phase.words();
  }

  private static String talking(CallStory story) {
    if (!story.transferredTo().isEmpty()) {
      return "being transferred to " + story.transferredTo();
    }
    Side holder = story.holder();
    return holder == null ? "" : "on hold by the " + holder.word();
  }

  /** Whether the callee hung up as no ACK came. */
  static boolean givenUp(CallProgress progress) {
    return progress.unacknowledgedAnswers() >= ANSWERS_WITHOUT_ACK
        && progress.hangup() == Side.CALLEE;
  }

  private static String completed(CallProgress progress, CallStory story) {
    if (progress.unseen()) {
      return "media stopped, no BYE seen";
    }
    if (givenUp(progress)) {
      return "ACK never arrived: dropped after " + span(progress.answer(), progress.end());
    }
    Side transferrer = story.transferrer();
    if (transferrer != null && !story.transferredTo().isEmpty()) {
      return transferrer.word() + " transferred it to " + story.transferredTo();
    }
    Side by = progress.hangup();
    return by == null ? "" : because(by.word() + " hung up", story);
  }

  /** With the cause that a Reason header told, unless it is the usual one. */
  private static String because(String words, CallStory story) {
    String cause = story.cause();
    return cause.isEmpty() || cause.startsWith("Q.850 16 ") ? words : words + " (" + cause + ")";
  }

  private static String cancelled(CallProgress progress) {
    if (progress.ringing() == NEVER || progress.end() == NEVER) {
      return "cancelled";
    }
    return "cancelled after " + span(progress.ringing(), progress.end()) + " of ringing";
  }

  private static String refused(CallProgress progress, CallStory story) {
    int status = progress.finalStatus();
    if (status / 100 == 3 && !story.redirectedTo().isEmpty()) {
      return status + ", redirected to " + story.redirectedTo();
    }
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
