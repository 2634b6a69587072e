package org.earpiece.ui.calls;

import static org.earpiece.filter.phrase.Phrases.address;
import static org.earpiece.filter.phrase.Phrases.quoted;

import org.earpiece.voip.CallSnapshot;

/** Display filters made of what a row shows. */
final class CallFilters {
  private CallFilters() {}

  /** A filter on the value of a cell; on the call's signalling where the value has none. */
  static String of(CallSnapshot call, String column) {
    return switch (column) {
      case "from", "ws_from" -> user("sip.from.user", call.fromUser(), call);
      case "to", "ws_to" -> user("sip.to.user", call.toUser(), call);
      case "ws_speaker" -> speaker(call);
      default -> "sip.Call-ID == " + quoted(call.callId());
    };
  }

  private static String user(String field, String user, CallSnapshot call) {
    return user.isEmpty() ? of(call, "") : field + " == " + quoted(user);
  }

  /** The host that the call came from; on the call itself where it is not known. */
  static String speaker(CallSnapshot call) {
    return call.initialSpeaker().isEmpty() ? of(call, "") : address("addr", call.initialSpeaker());
  }
}
