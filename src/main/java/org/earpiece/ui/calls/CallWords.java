package org.earpiece.ui.calls;

import org.earpiece.ui.kit.table.Ink;
import org.earpiece.voip.CallSnapshot;
import org.earpiece.voip.Users;

/** What a call is at in a word, the part that plays, and its parties. */
final class CallWords {
  private CallWords() {}

  static String state(CallSnapshot call) {
    String words = call.phase().words();
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  static Ink ink(CallSnapshot call) {
    return switch (call.phase()) {
      case TRYING, AUTHENTICATING, QUEUED, FORWARDED, EARLY_MEDIA, RINGING -> Ink.ACCENT;
      case TALKING, TRANSFERRING -> Ink.GOOD;
      case UNKNOWN, HELD, COMPLETED, TRANSFERRED, CANCELLED, REDIRECTED -> Ink.DIM;
      case NO_ANSWER, ENDED_UNSEEN -> Ink.FAIR;
      case NO_ACK, BUSY, DECLINED, NOT_AUTHORISED, REJECTED, FAILED, TIMED_OUT -> Ink.POOR;
    };
  }

  static String to(CallSnapshot call) {
    return Users.plain(call.toUser());
  }

  static String from(CallSnapshot call) {
    String user = Users.plain(call.fromUser());
    String display = call.fromDisplay();
    return display.isEmpty() || display.equals(user) ? user : user + " " + display;
  }
}
