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

  /** Parties beyond which those without a leg that is up are forgotten. */
  private static final int LEAST_PARTIES = 1_024;

  private final Map<Long, Entry> latest = new HashMap<>();
  private int enough = LEAST_PARTIES;

  void add(Party party, Leg leg) {
    if (party.known()) {
      long key = party.key();
      latest.put(key, new Entry(leg, latest.get(key)));
      if (latest.size() > enough) {
        latest.values().removeIf(LegIndex::over);
        enough = Math.max(LEAST_PARTIES, 2 * latest.size());
      }
    }
  }

  private static boolean over(Entry entry) {
    for (Entry e = entry; e != null; e = e.before) {
      if (!e.leg.ended) {
        return false;
      }
    }
    return true;
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
