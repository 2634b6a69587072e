package org.earpiece.ui.calls;

import org.earpiece.ui.kit.table.Ink;
import org.earpiece.voip.CallSnapshot;
import org.earpiece.voip.CallState;

/** The state of a call in a word, and the part it plays. */
final class CallWords {
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TEMPORARILY_UNAVAILABLE = 480;
  private static final int BUSY_HERE = 486;
  private static final int BUSY_EVERYWHERE = 600;

  private CallWords() {}

  static String state(CallSnapshot call) {
    return switch (call.state()) {
      case CALL_SETUP -> "Setting up";
      case RINGING -> "Ringing";
      case IN_CALL -> "In call";
      case CANCELLED -> "Cancelled";
      case COMPLETED -> "Completed";
      case REJECTED, FAILED -> refused(call);
      case UNKNOWN -> "Unknown";
    };
  }

  private static String refused(CallSnapshot call) {
    return switch (call.finalStatus()) {
      case BUSY_HERE, BUSY_EVERYWHERE -> "Busy";
      case REQUEST_TIMEOUT, TEMPORARILY_UNAVAILABLE -> "No answer";
      default -> call.state() == CallState.REJECTED ? "Rejected" : "Failed";
    };
  }

  static Ink ink(CallSnapshot call) {
    return switch (call.state()) {
      case CALL_SETUP, RINGING -> Ink.ACCENT;
      case IN_CALL -> Ink.GOOD;
      case CANCELLED, COMPLETED, UNKNOWN -> Ink.DIM;
      case REJECTED, FAILED ->
          call.finalStatus() == REQUEST_TIMEOUT || call.finalStatus() == TEMPORARILY_UNAVAILABLE
              ? Ink.FAIR
              : Ink.POOR;
    };
  }
}
