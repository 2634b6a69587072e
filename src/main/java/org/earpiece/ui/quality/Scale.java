package org.earpiece.ui.quality;

/** The values at the lower and upper edge of a graph. */
record Scale(double bottom, double top) {
  /** The next larger of 1, 2, 4, 5, 8 times a power of ten; at least 1. */
  static double round(double value) {
    if (!(value > 1)) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    for (double step : new double[] {1, 2, 4, 5, 8}) {
      if (value <= step * power) {
        return step * power;
      }
    }
    return 10 * power;
  }

  /** The pixel of a value in a graph from {@code y} down to {@code y + height}; clamped to it. */
  double y(double value, double y, double height) {
    double share = (Math.clamp(value, bottom, top) - bottom) / (top - bottom);
    return y + height * (1 - share);
  }
}
