package org.earpiece.report;

import java.util.Arrays;

/** Where times are along a ladder: known at its rows, and evenly between them. */
final class TimeScale {
  private long[] times = new long[64];
  private double[] ys = new double[64];
  private int size;

  /** A time and its place; neither goes back. */
  void add(long nanos, double y) {
    if (size > 0 && (nanos < times[size - 1] || y < ys[size - 1])) {
      return;
    }
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      ys = Arrays.copyOf(ys, 2 * size);
    }
    times[size] = nanos;
    ys[size++] = y;
  }

  /** The place of a time; before the first row and after the last, theirs. */
  double y(long nanos) {
    int at = Arrays.binarySearch(times, 0, size, nanos);
    if (at >= 0) {
      return ys[at];
    }
    int next = -at - 1;
    if (next == 0 || next == size) {
      return size == 0 ? 0 : ys[Math.min(next, size - 1)];
    }
    double part = (nanos - times[next - 1]) / (double) (times[next] - times[next - 1]);
    return ys[next - 1] + part * (ys[next] - ys[next - 1]);
  }
}
