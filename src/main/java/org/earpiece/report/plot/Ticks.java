package org.earpiece.report.plot;

import java.util.Locale;

/**
 * Round numbers along an axis from one value to another: 1, 2 or 5 times a power of ten apart.
 *
 * @param first the first one
 * @param step from one to the next
 * @param count how many there are
 */
record Ticks(double first, double step, int count) {
  private static final String[] PREFIXES = {"", " k", " M", " G", " T"};
  private static final double THOUSAND = 1_000;

  /** Ticks of an axis, about as many as wanted. */
  static Ticks of(double from, double to, int wanted) {
    double span = to > from ? to - from : 1;
    double raw = span / Math.max(1, wanted);
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double part = raw / power;
    double step = power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
    double first = Math.ceil(from / step - 1e-9) * step;
    int count = (int) Math.floor((from + span - first) / step + 1e-9) + 1;
    return new Ticks(first, step, Math.max(1, count));
  }

  /** The same, with one more where a value lies beyond the last. */
  Ticks covering(double value) {
    return value > at(count - 1) ? new Ticks(first, step, count + 1) : this;
  }

  double at(int i) {
    return first + i * step;
  }

  /** A tick's label: with a prefix of the SI where it is large, and the decimals its step has. */
  String label(int i) {
    double largest = Math.max(Math.abs(at(0)), Math.abs(at(count - 1)));
    int prefix = 0;
    while (largest >= (prefix == 0 ? 10 * THOUSAND : THOUSAND) && prefix < PREFIXES.length - 1) {
      largest /= THOUSAND;
      prefix++;
    }
    double unit = Math.pow(THOUSAND, prefix);
    int digits = (int) Math.max(0, Math.ceil(-Math.log10(step / unit) - 1e-9));
    return String.format(Locale.ROOT, "%." + digits + "f", at(i) / unit) + PREFIXES[prefix];
  }
}
