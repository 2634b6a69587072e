package org.earpiece.report.statistics;

/** Packets and their bytes on the wire, and when they came. */
final class Traffic {
  private static final double NANOS = 1e9;

  long packets;
  long bytes;
  long first = Long.MAX_VALUE;
  long last = Long.MIN_VALUE;

  void add(long timeNanos, int length) {
    packets++;
    bytes += length;
    first = Math.min(first, timeNanos);
    last = Math.max(last, timeNanos);
  }

  /** Bits a second over a time; NaN where it is none. */
  static double bits(long bytes, long nanos) {
    return nanos <= 0 ? Double.NaN : bytes * 8 * NANOS / nanos;
  }

  static double percent(long part, long whole) {
    return whole == 0 ? Double.NaN : 100.0 * part / whole;
  }
}
