package org.earpiece.bytes;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Gives every 5-tuple (addresses as two longs each, ports, transport) a small number, in order of
 * appearance. Directed: the two directions of a conversation are two flows. One thread.
 *
 * <p>Nobody can prepare collisions: the hash is multilinear over 32-bit words with keys drawn by
 * chance, so that two different flows collide with a probability of 2^-32 whatever they are (M.
 * Thorup, High Speed Hashing for Integers and Strings, section 3.4).
 */
public final class FlowTable {
  /** What {@link #flow} answers when the table is full, and {@link #find} when there is none. */
  public static final int NONE = -1;

  private static final int WORDS = 5;
  private static final long LOW = 0xFFFF_FFFFL;
  private final int limit;
  private final long[] secrets = ThreadLocalRandom.current().longs(2 * WORDS + 1).toArray();
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

  /** One of five words of a flow's key: source, destination (two words each), ports and kind. */
  private long word(int flow, int i) {
    return keys[flow * WORDS + i];
  }

  /**
   * The upper half of a flow's source address. This and the others of its kind may be asked from
   * any thread that learned the flow's number from what was published after it was given.
   */
  public long srcHi(int flow) {
    return word(flow, 0);
  }

  public long srcLo(int flow) {
    return word(flow, 1);
  }

  public long dstHi(int flow) {
    return word(flow, 2);
  }

  public long dstLo(int flow) {
    return word(flow, 3);
  }

  public int kind(int flow) {
    return (int) (word(flow, 4) >>> 32);
  }

  public int sport(int flow) {
    return (int) (word(flow, 4) >>> 16) & 0xFFFF;
  }

  public int dport(int flow) {
    return (int) word(flow, 4) & 0xFFFF;
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

  /** Slots looked at to find the flow that takes longest: grows where keys crowd. */
  int longestProbe() {
    int mask = slots.length - 1;
    int longest = 0;
    for (int slot = 0; slot < slots.length; slot++) {
      if (slots[slot] >= 0) {
        int k = slots[slot] * WORDS;
        int home = hash(keys[k], keys[k + 1], keys[k + 2], keys[k + 3], keys[k + 4]) & mask;
        longest = Math.max(longest, (slot - home & mask) + 1);
      }
    }
    return longest;
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
    long[] k = secrets;
    long h =
        k[10]
            + k[0] * (a >>> 32)
            + k[1] * (a & LOW)
            + k[2] * (b >>> 32)
            + k[3] * (b & LOW)
            + k[4] * (c >>> 32)
            + k[5] * (c & LOW)
            + k[6] * (d >>> 32)
            + k[7] * (d & LOW)
            + k[8] * (e >>> 32)
            + k[9] * (e & LOW);
    return scattered((int) (h >>> 32));
  }

  /** Puts apart what counts up, and nothing together: MurmurHash3's last step. */
  private static int scattered(int hash) {
    int h = (hash ^ hash >>> 16) * 0x85EB_CA6B;
    h = (h ^ h >>> 13) * 0xC2B2_AE35;
    return h ^ h >>> 16;
  }
}
