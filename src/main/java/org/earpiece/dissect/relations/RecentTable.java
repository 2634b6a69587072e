package org.earpiece.dissect.relations;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Remembers what was seen last for keys that are hashes of 64 bits, half of them at least: when a
 * generation is full, the one before it is forgotten. Nobody can prepare collisions: {@link #hash}
 * begins with a number drawn by chance. One thread.
 */
final class RecentTable {
  private static final int USUAL_WIDTH = 4;

  private static final long PRIME = 0x9E37_79B9_7F4A_7C15L;

  private final int most;
  private final int width;
  private final long seed = ThreadLocalRandom.current().nextLong();
  private Generation young;
  private Generation old;
  private long forgotten;

  private static final class Generation {
    final long[] keys;
    final int[] values;
    final long[] nanos;
    int count;

    Generation(int slots, int width) {
      keys = new long[slots];
      values = new int[width * slots];
      nanos = new long[slots];
    }
  }

  /** A table whose generations hold so many keys. */
  RecentTable(int most) {
    this(most, USUAL_WIDTH);
  }

  /** The same with so many values of a key. */
  RecentTable(int most, int width) {
    this.most = most;
    this.width = width;
    young = new Generation(1 << 6, width);
    old = new Generation(1 << 6, width);
  }

  /** A hash to begin with. */
  long hash() {
    return seed;
  }

  /** A hash of what is hashed already and of another number. */
  static long hash(long before, long next) {
    long h = (before ^ next) * PRIME;
    return (h ^ h >>> 32) * PRIME ^ h >>> 29;
  }

  /** The place of a key in the young generation, made there where it is new; never 0 as a key. */
  int place(long key) {
    long wanted = key == 0 ? 1 : key;
    int slot = slot(young, wanted);
    if (young.keys[slot] == wanted) {
      return slot;
    }
    int before = slot(old, wanted);
    boolean known = old.keys[before] == wanted;
    Generation from = old;
    slot = add(wanted);
    if (known) {
      System.arraycopy(from.values, width * before, young.values, width * slot, width);
      young.nanos[slot] = from.nanos[before];
    }
    return slot;
  }

  private int add(long key) {
    if (young.count == most) {
      forgotten += old.count;
      old = young;
      young = new Generation(1 << 6, width);
    } else if (2 * young.count >= young.keys.length) {
      grow();
    }
    int slot = slot(young, key);
    young.keys[slot] = key;
    young.count++;
    return slot;
  }

  private void grow() {
    Generation more = new Generation(2 * young.keys.length, width);
    for (int i = 0; i < young.keys.length; i++) {
      if (young.keys[i] != 0) {
        int slot = slot(more, young.keys[i]);
        more.keys[slot] = young.keys[i];
        System.arraycopy(young.values, width * i, more.values, width * slot, width);
        more.nanos[slot] = young.nanos[i];
      }
    }
    more.count = young.count;
    young = more;
  }

  private static int slot(Generation generation, long key) {
    int mask = generation.keys.length - 1;
    int slot = (int) (key >>> 20) & mask;
    while (generation.keys[slot] != 0 && generation.keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** A value at a place; 0 where none was set. */
  int value(int place, int i) {
    return young.values[width * place + i];
  }

  void set(int place, int i, int value) {
    young.values[width * place + i] = value;
  }

  long nanos(int place) {
    return young.nanos[place];
  }

  void nanos(int place, long nanos) {
    young.nanos[place] = nanos;
  }

  /** Keys that were forgotten. */
  long forgotten() {
    return forgotten;
  }
}
