package org.earpiece.session.listing;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Orders rows by keys, byte after byte from the lowest (LSD radix sort): stable, in time
 * proportional to the rows, and quicker where keys have bytes in common.
 */
final class RadixOrder {
  /** The key of rows without a value, which come last in either direction. */
  static final long MISSING = Long.MAX_VALUE;

  private static final int VALUES = 256;

  private RadixOrder() {}

  /**
   * The rows in the order of their keys; null where {@code stopped} said so.
   *
   * @param keys compared as signed numbers; overwritten
   */
  static int @Nullable [] of(long[] keys, boolean descending, BooleanSupplier stopped) {
    long differing = prepare(keys, descending);
    int[] order = new int[keys.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    int[] next = new int[differing == 0 ? 0 : keys.length];
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      if ((differing >>> shift & 0xFF) == 0) {
        continue;
      }
      if (stopped.getAsBoolean()) {
        return null;
      }
      pass(keys, shift, order, next);
      int[] other = order;
      order = next;
      next = other;
    }
    return order;
  }

  /** Makes keys that are compared as unsigned numbers; tells the bits in which any two differ. */
  private static long prepare(long[] keys, boolean descending) {
    long ones = 0;
    long zeros = 0;
    boolean sorted = true;
    long before = 0;
    for (int i = 0; i < keys.length; i++) {
      long key = keys[i];
      long turned = key == MISSING ? -1L : turned(key, descending);
      keys[i] = turned;
      ones |= turned;
      zeros |= ~turned;
      sorted &= i == 0 || Long.compareUnsigned(before, turned) <= 0;
      before = turned;
    }
    return sorted ? 0 : ones & zeros;
  }

  private static long turned(long key, boolean descending) {
    long unsigned = key ^ Long.MIN_VALUE;
    return descending ? ~unsigned - (unsigned == 0 ? 1 : 0) : unsigned;
  }

  private static void pass(long[] keys, int shift, int[] from, int[] to) {
    int[] starts = new int[VALUES + 1];
    for (long key : keys) {
      starts[(int) (key >>> shift & 0xFF) + 1]++;
    }
    for (int i = 0; i < VALUES; i++) {
      starts[i + 1] += starts[i];
    }
    for (int row : from) {
      int value = (int) (keys[row] >>> shift & 0xFF);
      to[starts[value]++] = row;
    }
  }
}
