package org.earpiece.ui.audio;

/**
 * The smallest and largest sample of any stretch of a track, fast enough to draw an hour of sound
 * at every pulse: minima and maxima of blocks are made once. Made on a worker, then immutable.
 */
final class Peaks {
  private static final int SHIFT = 8;
  private static final int BLOCK = 1 << SHIFT;

  private final short[] samples;
  private final short[] low;
  private final short[] high;

  /** Takes the samples without copying them. */
  Peaks(short[] samples) {
    this.samples = samples;
    int blocks = samples.length >> SHIFT;
    low = new short[blocks];
    high = new short[blocks];
    for (int b = 0; b < blocks; b++) {
      int from = b << SHIFT;
      low[b] = (short) least(samples, from, from + BLOCK, Short.MAX_VALUE);
      high[b] = (short) most(samples, from, from + BLOCK, Short.MIN_VALUE);
    }
  }

  int size() {
    return samples.length;
  }

  /** The smallest sample in [from, to), which must not be empty. */
  int min(int from, int to) {
    int first = (from + BLOCK - 1) >> SHIFT;
    int last = to >> SHIFT;
    if (first >= last) {
      return least(samples, from, to, Short.MAX_VALUE);
    }
    int edges = least(samples, from, first << SHIFT, Short.MAX_VALUE);
    edges = least(samples, last << SHIFT, to, edges);
    return least(low, first, last, edges);
  }

  /** The largest sample in [from, to), which must not be empty. */
  int max(int from, int to) {
    int first = (from + BLOCK - 1) >> SHIFT;
    int last = to >> SHIFT;
    if (first >= last) {
      return most(samples, from, to, Short.MIN_VALUE);
    }
    int edges = most(samples, from, first << SHIFT, Short.MIN_VALUE);
    edges = most(samples, last << SHIFT, to, edges);
    return most(high, first, last, edges);
  }

  private static int least(short[] values, int from, int to, int best) {
    int least = best;
    for (int i = from; i < to; i++) {
      least = Math.min(least, values[i]);
    }
    return least;
  }

  private static int most(short[] values, int from, int to, int best) {
    int most = best;
    for (int i = from; i < to; i++) {
      most = Math.max(most, values[i]);
    }
    return most;
  }
}
