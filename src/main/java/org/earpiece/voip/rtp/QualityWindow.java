package org.earpiece.voip.rtp;

import org.jspecify.annotations.Nullable;

/**
 * Loss of the last ten seconds of a stream, which MOS over time is made of: remembers the stream's
 * counts at the start of each of these seconds, so that a packet costs nothing here. Constant
 * memory.
 */
final class QualityWindow {
  /** Seconds that one value looks back. */
  static final int SECONDS = 10;

  private static final int COUNTS = 3;

  /** Received, lost and bursts at the start of each second; none while all of them are 0. */
  private int @Nullable [] starts;

  private long second;

  /** The second that runs, from the stream's start. */
  long second() {
    return second;
  }

  /** Goes on to a later second, at whose start the stream had these counts. */
  void advance(long to, long received, long lost, long bursts) {
    int[] all = starts == null ? new int[SECONDS * COUNTS] : starts;
    starts = all;
    for (long s = Math.max(second, to - SECONDS) + 1; s <= to; s++) {
      int i = place(s);
      all[i] = (int) received;
      all[i + 1] = (int) lost;
      all[i + 2] = (int) bursts;
    }
    second = to;
  }

  /**
   * The R factor of the window that ends now, when the stream has these counts, or NaN where
   * nothing came.
   */
  double rFactor(Emodel.Impairment codec, long received, long lost, long bursts) {
    int[] all = starts;
    int oldest = place(Math.max(0, second - SECONDS + 1));
    // Differences are right even where a count went beyond 32 bits.
    int came = (int) received - (all == null ? 0 : all[oldest]);
    int missing = (int) lost - (all == null ? 0 : all[oldest + 1]);
    int runs = (int) bursts - (all == null ? 0 : all[oldest + 2]);
    return came == 0 ? Double.NaN : Emodel.rFactor(codec, came, missing, runs);
  }

  private static int place(long second) {
    return (int) (second % SECONDS) * COUNTS;
  }
}
