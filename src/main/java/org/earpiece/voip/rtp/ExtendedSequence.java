package org.earpiece.voip.rtp;

/**
 * Sequence numbers and timestamps beyond their 16 and 32 bits, as Wireshark extends them: a number
 * joins the cycle of the one before it, or a neighbouring one where that is nearer.
 */
final class ExtendedSequence {
  private long last;
  private long min;
  private long max;

  /** Takes the stream's first sequence number. */
  void first(int sequence) {
    last = (1L << 16) + sequence;
    min = last;
    max = last;
  }

  /** Takes the next packet's sequence number. */
  void next(int sequence) {
    last = join(last, sequence, 16);
    min = Math.min(min, last);
    max = Math.max(max, last);
  }

  /** Packets from the lowest to the highest number. */
  long expected() {
    return max - min + 1;
  }

  /** The number that {@code raw}, of so many bits, stands for right after {@code previous}. */
  static long join(long previous, long raw, int bits) {
    long cycle = 1L << bits;
    long half = cycle >> 1;
    long joined = (previous & -cycle) | raw;
    if (previous - joined > half) {
      return joined + cycle;
    }
    return joined - previous > half ? joined - cycle : joined;
  }
}
