package org.earpiece.voip;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.earpiece.dissect.voip.sip.SipHeader;
import org.earpiece.dissect.voip.sip.SipMessage;
import org.jspecify.annotations.Nullable;

/**
 * Joins the calls of one conversation where their headers say so: equal Session-ID (RFC 7989), or a
 * Call-ID named by Replaces (RFC 3891), Target-Dialog (RFC 4538) or In-Reply-To. A session's number
 * is that of its first call. Pipeline's thread.
 */
final class Sessions {
  /** Session-IDs remembered. */
  static final int MAX_IDS = 200_000;

  private static final String NIL = "00000000000000000000000000000000";
  private static final SipHeader[] NAMING_CALLS = {
    SipHeader.REPLACES, SipHeader.TARGET_DIALOG, SipHeader.IN_REPLY_TO
  };

  private int[] parents = new int[64];
  private final Map<String, Integer> byId = new HashMap<>();

  /** The session of a call. */
  int of(int call) {
    int root = call;
    while (root < parents.length && parents[root] != 0) {
      root = parents[root];
    }
    return root;
  }

  /**
   * Looks at an INVITE's headers; answers the number of a call that was in another session until
   * now, or 0.
   */
  int see(int call, SipMessage message, Map<String, Call> calls) {
    int joined = 0;
    for (SipHeader header : NAMING_CALLS) {
      String value = message.header(header);
      Call other = value == null ? null : calls.get(firstPart(value));
      if (other != null && join(call, other.number)) {
        joined = other.number;
      }
    }
    String id = sessionId(message.header(SipHeader.SESSION_ID));
    if (id != null) {
      Integer first = byId.get(id);
      if (first == null && byId.size() < MAX_IDS) {
        byId.put(id, call);
      } else if (first != null && join(call, first)) {
        joined = first;
      }
    }
    return joined;
  }

  private static String firstPart(String value) {
    int end = value.length();
    for (char separator : new char[] {';', ',', ' '}) {
      int i = value.indexOf(separator);
      end = i >= 0 ? Math.min(end, i) : end;
    }
    return value.substring(0, end);
  }

  /** The caller's half of a Session-ID: the same on every leg; null where there is none. */
  private static @Nullable String sessionId(@Nullable String value) {
    if (value == null) {
      return null;
    }
    String id = firstPart(value).toLowerCase(Locale.ROOT);
    return id.length() == NIL.length() && !id.equals(NIL) ? id : null;
  }

  private boolean join(int a, int b) {
    int first = Math.min(of(a), of(b));
    int second = Math.max(of(a), of(b));
    if (first == second) {
      return false;
    }
    if (second >= parents.length) {
      parents = Arrays.copyOf(parents, Math.max(second + 1, parents.length * 2));
    }
    parents[second] = first;
    return true;
  }
}
