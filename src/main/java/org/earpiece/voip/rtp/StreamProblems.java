package org.earpiece.voip.rtp;

import java.util.Locale;
import java.util.StringJoiner;

/**
 * What is wrong with a stream in a few words, made anew only when a figure in it changes. Limits
 * are those that people who run telephone networks take for audible.
 */
final class StreamProblems {
  /** Percent of packets lost, doubled or out of order. */
  static final double LIMIT_PERCENT = 1;

  /** Mean jitter, ms. */
  static final double LIMIT_JITTER_MS = 30;

  /** One packet's lateness, ms: longer than usual de-jitter buffers hold. */
  static final double LIMIT_STALL_MS = 200;

  /** Clock drift, percent: buffers run empty or full within a minute. */
  static final double LIMIT_DRIFT_PERCENT = 0.3;

  /** A stream this long tells its clock drift from jitter, ns. */
  static final long DRIFT_NANOS = 10_000_000_000L;

  /** MOS below which people complain (ITU-T G.107 Annex B: many users dissatisfied). */
  static final double LIMIT_MOS = 3.6;

  private int loss = -1;
  private int doubled = -1;
  private int disorder = -1;
  private int jitter = -1;
  private int stall = -1;
  private int drift = -1;
  private int worst = -1;
  private String text = "";

  /** The words; empty where nothing is wrong. */
  String text(ReceptionStatistics statistics, long durationNanos, double mos, double worstMos) {
    InterarrivalJitter timing = statistics.timing();
    SequenceWindow window = statistics.window();
    long sent = window.received() + window.lost();
    double clock = durationNanos < DRIFT_NANOS ? 0 : timing.clockDriftPercent();
    boolean patch = mos >= LIMIT_MOS && worstMos < LIMIT_MOS;
    int newLoss = tenths(100.0 * window.lost() / sent, LIMIT_PERCENT);
    int newDoubled = tenths(100.0 * window.duplicates() / statistics.total(), LIMIT_PERCENT);
    int newDisorder = tenths(100.0 * window.outOfOrder() / statistics.total(), LIMIT_PERCENT);
    int newJitter = tenths(timing.meanJitter(), LIMIT_JITTER_MS);
    int newStall = tenths(timing.maxStall(), LIMIT_STALL_MS);
    int newDrift = tenths(Math.abs(clock), LIMIT_DRIFT_PERCENT) * (clock < 0 ? -1 : 1);
    int newWorst = patch ? tenths(worstMos, 0) : 0;
    if (newLoss != loss
        || newDoubled != doubled
        || newDisorder != disorder
        || newJitter != jitter
        || newStall != stall
        || newDrift != drift
        || newWorst != worst) {
      loss = newLoss;
      doubled = newDoubled;
      disorder = newDisorder;
      jitter = newJitter;
      stall = newStall;
      drift = newDrift;
      worst = newWorst;
      text = words();
    }
    return text;
  }

  /** Tenths, or 0 up to the limit. */
  private static int tenths(double value, double limit) {
    return value > limit ? (int) Math.round(10 * value) : 0;
  }

  private String words() {
    StringJoiner words = new StringJoiner(", ");
    add(words, loss, "loss %.1f %%");
    add(words, doubled, "duplicates %.1f %%");
    add(words, disorder, "out of order %.1f %%");
    add(words, jitter, "jitter %.0f ms");
    add(words, stall, "stall %.0f ms");
    add(words, drift, "clock drift %+.1f %%");
    add(words, worst, "MOS %.1f at its worst");
    return words.toString();
  }

  private static void add(StringJoiner words, int tenths, String format) {
    if (tenths != 0) {
      words.add(String.format(Locale.ROOT, format, tenths / 10.0));
    }
  }
}
