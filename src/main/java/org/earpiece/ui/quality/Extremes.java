package org.earpiece.ui.quality;

/**
 * A series of values that answers the smallest and largest of any stretch fast, so that drawing
 * costs by the pixel, not by the point: minima and maxima of blocks, and of blocks of blocks.
 * Values that are no number are passed over. Immutable once made.
 */
final class Extremes {
  private static final int SHIFT = 6;
  private static final int BLOCK = 1 << SHIFT;

  private final float[][] low;
  private final float[][] high;

  /** Takes the values without copying them; they must not change any more. */
  Extremes(float[] values) {
    int levels = 1;
    for (int size = values.length; size > BLOCK; size = blocks(size)) {
      levels++;
    }
    low = new float[levels][];
    high = new float[levels][];
    low[0] = values;
    high[0] = values;
    for (int level = 1; level < levels; level++) {
      int size = blocks(low[level - 1].length);
      low[level] = new float[size];
      high[level] = new float[size];
      for (int i = 0; i < size; i++) {
        int from = i << SHIFT;
        int to = Math.min(from + BLOCK, low[level - 1].length);
        low[level][i] = smallest(low[level - 1], from, to, Float.NaN);
        high[level][i] = largest(high[level - 1], from, to, Float.NaN);
      }
    }
  }

  private static int blocks(int size) {
    return (size + BLOCK - 1) >> SHIFT;
  }

  int size() {
    return low[0].length;
  }

  float get(int i) {
    return low[0][i];
  }

  /** The smallest value in [from, to), NaN where there is none. */
  float min(int from, int to) {
    return min(0, from, to, Float.NaN);
  }

  /** The largest value in [from, to), NaN where there is none. */
  float max(int from, int to) {
    return max(0, from, to, Float.NaN);
  }

  private float min(int level, int from, int to, float best) {
    int firstBlock = (from + BLOCK - 1) >> SHIFT;
    int lastBlock = to >> SHIFT;
    if (firstBlock >= lastBlock || level == low.length - 1) {
      return smallest(low[level], from, to, best);
    }
    float edges = smallest(low[level], from, firstBlock << SHIFT, best);
    edges = smallest(low[level], lastBlock << SHIFT, to, edges);
    return min(level + 1, firstBlock, lastBlock, edges);
  }

  private float max(int level, int from, int to, float best) {
    int firstBlock = (from + BLOCK - 1) >> SHIFT;
    int lastBlock = to >> SHIFT;
    if (firstBlock >= lastBlock || level == high.length - 1) {
      return largest(high[level], from, to, best);
    }
    float edges = largest(high[level], from, firstBlock << SHIFT, best);
    edges = largest(high[level], lastBlock << SHIFT, to, edges);
    return max(level + 1, firstBlock, lastBlock, edges);
  }

  private static float smallest(float[] values, int from, int to, float best) {
    float least = best;
    for (int i = from; i < to; i++) {
      if (!(values[i] >= least) && !Float.isNaN(values[i])) {
        least = values[i];
      }
    }
    return least;
  }

  private static float largest(float[] values, int from, int to, float best) {
    float most = best;
    for (int i = from; i < to; i++) {
      if (!(values[i] <= most) && !Float.isNaN(values[i])) {
        most = values[i];
      }
    }
    return most;
  }
}
