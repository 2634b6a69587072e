package org.earpiece.voip.ladder;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.packet.Endpoint;

/** The holds of one call's leg: from the message that asks for it to the one that ends it. */
final class LadderHolds {
  /** A hold; {@code endNanos} is {@link Long#MAX_VALUE} while it lasts. */
  record Held(long timeNanos, long endNanos, Endpoint holder, Endpoint other) {}

  private final List<Held> holds = new ArrayList<>();

  /** Looks at what a message between two does to the holds of its call. */
  void see(long nanos, Endpoint src, Endpoint dst, String words, boolean ends) {
    boolean begins = words.equals("hold") || words.endsWith(", on hold");
    if (begins) {
      if (open(src, dst) < 0) {
        holds.add(new Held(nanos, Long.MAX_VALUE, src, dst));
      }
    } else if (words.equals("resume") || ends) {
      int at = ends ? last() : open(src, dst);
      if (at >= 0) {
        Held held = holds.get(at);
        holds.set(at, new Held(held.timeNanos(), nanos, held.holder(), held.other()));
      }
    }
  }

  private int open(Endpoint holder, Endpoint other) {
    for (int i = holds.size() - 1; i >= 0; i--) {
      Held held = holds.get(i);
      if (held.endNanos() == Long.MAX_VALUE
          && held.holder().address().equals(holder.address())
          && held.other().address().equals(other.address())) {
        return i;
      }
    }
    return -1;
  }

  private int last() {
    for (int i = holds.size() - 1; i >= 0; i--) {
      if (holds.get(i).endNanos() == Long.MAX_VALUE) {
        return i;
      }
    }
    return -1;
  }

  List<Held> all() {
    return holds;
  }
}
