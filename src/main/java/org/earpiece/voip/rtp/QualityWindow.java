package org.earpiece.voip.rtp;

import java.util.Arrays;

/**
 * Loss of the last ten seconds, second by second: what MOS over time is made of. Constant memory.
 */
final class QualityWindow {
  /** Seconds that one value looks back. */
  static final int SECONDS = 10;

  private final int[] received = new int[SECONDS];
  private final int[] lost = new int[SECONDS];
  private final int[] bursts = new int[SECONDS];
  private long second;

  /** The second that counts go to, from the stream's start. */
  long second() {
    return second;
  }

  /** Goes on to a later second; those that left the window are forgotten. */
  void advance(long to) {
    if (to - second >= SECONDS) {
      Arrays.fill(received, 0);
      Arrays.fill(lost, 0);
      Arrays.fill(bursts, 0);
    } else {
      for (long s = second + 1; s <= to; s++) {
        int i = (int) (s % SECONDS);
        received[i] = 0;
        lost[i] = 0;
        bursts[i] = 0;
      }
    }
    second = to;
  }

  /** Adds packets; late ones take losses back that were counted earlier. */
  void add(int receivedMore, int lostMore, int burstsMore) {
    int i = (int) (second % SECONDS);
    received[i] += receivedMore;
    lost[i] += lostMore;
    bursts[i] += burstsMore;
  }

  /** The R factor of the window, or NaN where nothing came. */
  double rFactor(Emodel.Impairment codec) {
    long came = sum(received);
    return came == 0 ? Double.NaN : Emodel.rFactor(codec, came, sum(lost), sum(bursts));
  }

  private static long sum(int[] counts) {
    long sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }
}
