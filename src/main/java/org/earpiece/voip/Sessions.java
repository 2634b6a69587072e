package org.earpiece.voip;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
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

  /** The call that a call was joined to, nearer to the first one; 0 for a first one. */
  private int[] parents = new int[64];

  /** The next call of the same session, in a ring; 0 where a call is alone. */
  private int[] ring = new int[64];

  private final Map<String, Integer> byId = new HashMap<>();

  /** First calls of sessions that grew since {@link #regrouped} was last asked. */
  private final BitSet grown = new BitSet();

  /** The session of a call. Halves the way that it goes, so that chains do not stay long. */
  int of(int call) {
    int root = call;
    while (root < parents.length && parents[root] != 0) {
      int parent = parents[root];
      if (parents[parent] != 0) {
        parents[root] = parents[parent];
      }
      root = parent;
    }
    return root;
  }

  /** Looks at an INVITE's headers for other calls of its conversation. */
  void see(int call, SipMessage message, Map<String, Call> calls) {
    for (SipHeader header : NAMING_CALLS) {
      String value = message.header(header);
      Call other = value == null ? null : calls.get(firstPart(value));
      if (other != null) {
        join(call, other.number);
      }
    }
    String id = sessionId(message.header(SipHeader.SESSION_ID));
    if (id != null) {
      Integer first = byId.get(id);
      if (first == null && byId.size() < MAX_IDS) {
        byId.put(id, call);
      } else if (first != null) {
        join(call, first);
      }
    }
  }

  /** Hands over the calls of all sessions that grew since this was last asked. */
  void regrouped(IntConsumer changed) {
    BitSet done = new BitSet();
    for (int i = grown.nextSetBit(0); i >= 0; i = grown.nextSetBit(i + 1)) {
      int first = of(i);
      if (!done.get(first)) {
        done.set(first);
        int call = first;
        do {
          changed.accept(call);
          call = ring[call];
        } while (call != first);
      }
    }
    grown.clear();
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

  private void join(int a, int b) {
    int first = Math.min(of(a), of(b));
    int second = Math.max(of(a), of(b));
    if (first == second) {
      return;
    }
    if (second >= parents.length) {
      int size = Math.max(second + 1, parents.length * 2);
      parents = Arrays.copyOf(parents, size);
      ring = Arrays.copyOf(ring, size);
    }
    parents[second] = first;
    int next = ring[first] == 0 ? first : ring[first];
    ring[first] = ring[second] == 0 ? second : ring[second];
    ring[second] = next;
    grown.set(first);
  }
}
