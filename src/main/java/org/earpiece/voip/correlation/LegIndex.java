package org.earpiece.voip.correlation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The latest legs of each party. Pipeline's thread. */
final class LegIndex {
  /** Legs of one party that are remembered: the latest. */
  static final int MAX_LEGS = 32;

  private static final class Entry {
    final Leg leg;
    @Nullable Entry before;

    Entry(Leg leg, @Nullable Entry before) {
      this.leg = leg;
      this.before = before;
    }
  }

  private final Map<Long, Entry> latest = new HashMap<>();

  void add(Party party, Leg leg) {
    if (party.known()) {
      long key = party.key();
      latest.put(key, new Entry(leg, latest.get(key)));
    }
  }

  /** Hands over the legs of a party that have not ended, latest first; forgets all others. */
  void each(Party party, Consumer<Leg> action) {
    if (!party.known()) {
      return;
    }
    Entry first = null;
    Entry last = null;
    int legs = 0;
    for (Entry e = latest.get(party.key()); e != null && legs < MAX_LEGS; e = e.before) {
      if (!e.leg.ended) {
        action.accept(e.leg);
        legs++;
        if (last == null) {
          first = e;
        } else {
          last.before = e;
        }
        last = e;
      }
    }
    if (last == null || first == null) {
      latest.remove(party.key());
    } else {
      last.before = null;
      latest.put(party.key(), first);
    }
  }
}
