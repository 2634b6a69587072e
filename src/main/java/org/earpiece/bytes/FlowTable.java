package org.earpiece.bytes;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Gives every 5-tuple (addresses as two longs each, ports, transport) a small number, in order of
 * appearance. Directed: the two directions of a conversation are two flows. Hashing is seeded by
 * chance, so that nobody can prepare collisions. One thread.
 */
public final class FlowTable {
  /** What {@link #flow} answers when the table is full, and {@link #find} when there is none. */
  public static final int NONE = -1;

  private static final int WORDS = 5;
  private final int limit;
  private final long seed = ThreadLocalRandom.current().nextLong();
  private int[] slots = new int[1 << 10];
  private long[] keys = new long[WORDS << 8];
  private int count;

  /** A table of at most {@code limit} flows. */
  public FlowTable(int limit) {
    this.limit = limit;
    Arrays.fill(slots, -1);
  }

  public int size() {
    return count;
  }

  /** The number of a flow, a new one where it is new, or {@link #NONE}. */
  public int flow(long srcHi, long srcLo, long dstHi, long dstLo, int sport, int dport, int kind) {
    long ports = (long) kind << 32 | (long) sport << 16 | dport;
    int slot = slot(srcHi, srcLo, dstHi, dstLo, ports);
    if (slots[slot] >= 0) {
      return slots[slot];
    }
    return count == limit ? NONE : add(slot, srcHi, srcLo, dstHi, dstLo, ports);
  }

  /** The number of a flow that is there already, or {@link #NONE}. */
  public int find(long srcHi, long srcLo, long dstHi, long dstLo, int sport, int dport, int kind) {
    long ports = (long) kind << 32 | (long) sport << 16 | dport;
    return slots[slot(srcHi, srcLo, dstHi, dstLo, ports)];
  }

  /** The slot that holds this key, or the free one where it belongs. */
  private int slot(long srcHi, long srcLo, long dstHi, long dstLo, long ports) {
    int mask = slots.length - 1;
    int slot = hash(srcHi, srcLo, dstHi, dstLo, ports) & mask;
    while (true) {
      int flow = slots[slot];
      if (flow < 0) {
        return slot;
      }
      int k = flow * WORDS;
      if (keys[k + 4] == ports
          && keys[k + 3] == dstLo
          && keys[k + 1] == srcLo
          && keys[k] == srcHi
          && keys[k + 2] == dstHi) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
  }

  private int add(int slot, long srcHi, long srcLo, long dstHi, long dstLo, long ports) {
    int flow = count++;
    if ((flow + 1) * WORDS > keys.length) {
      keys = Arrays.copyOf(keys, keys.length * 2);
    }
    int k = flow * WORDS;
    keys[k] = srcHi;
    keys[k + 1] = srcLo;
    keys[k + 2] = dstHi;
    keys[k + 3] = dstLo;
    keys[k + 4] = ports;
    slots[slot] = flow;
    if (count * 2 > slots.length) {
      grow();
    }
    return flow;
  }

  private void grow() {
    int[] more = new int[slots.length * 2];
    Arrays.fill(more, -1);
    int mask = more.length - 1;
    for (int flow = 0; flow < count; flow++) {
      int k = flow * WORDS;
      int slot = hash(keys[k], keys[k + 1], keys[k + 2], keys[k + 3], keys[k + 4]) & mask;
      while (more[slot] >= 0) {
        slot = (slot + 1) & mask;
      }
      more[slot] = flow;
    }
    slots = more;
  }

  private int hash(long a, long b, long c, long d, long e) {
    long h = seed;
    h = (h ^ a) * 0x9E3779B97F4A7C15L;
    h = (h ^ (h >>> 32) ^ b) * 0xC2B2AE3D27D4EB4FL;
    h = (h ^ (h >>> 29) ^ c) * 0x165667B19E3779F9L;
    h = (h ^ (h >>> 32) ^ d) * 0xD6E8FEB86659FD93L;
    h = (h ^ (h >>> 29) ^ e) * 0x9E3779B97F4A7C15L;
    return (int) (h ^ (h >>> 32));
  }
}
