package org.earpiece.ui.quality;

/** A number of every packet that is drawn as a line over time. */
enum Metric {
  JITTER("Jitter", "Jitter", "ms", 150, 30),
  DELTA("Delta between packets", "Delta", "ms", 130, Double.NaN),
  SKEW("Skew", "Skew", "ms", 110, Double.NaN),
  BANDWIDTH("Bandwidth", "Bandwidth", "kbit/s", 90, Double.NaN);

  private static final double LEAST_TOP_MS = 40;

  private final String title;
  private final String word;
  private final String unit;
  private final double height;
  private final double limit;

  Metric(String title, String word, String unit, double height, double limit) {
    this.title = title;
    this.word = word;
    this.unit = unit;
    this.height = height;
    this.limit = limit;
  }

  String title() {
    return title;
  }

  /** The title where there is little room. */
  String word() {
    return word;
  }

  String unit() {
    return unit;
  }

  /** Pixels it would like to have. */
  double height() {
    return height;
  }

  /** The value above which it is worth a look, or NaN. */
  double limit() {
    return limit;
  }

  Extremes of(StreamColumns columns) {
    return switch (this) {
      case JITTER -> columns.jitter();
      case DELTA -> columns.delta();
      case SKEW -> columns.skew();
      case BANDWIDTH -> columns.bandwidth();
    };
  }

  /**
   * The scale for values from {@code low} to {@code high}: round, with room for the limit. A single
   * stall does not flatten the rest: what lies above six times the mean delta is drawn at the edge.
   */
  Scale scale(double low, double high, double meanDelta) {
    double top = Double.isNaN(high) ? 0 : high;
    return switch (this) {
      case JITTER -> new Scale(0, Scale.round(Math.max(LEAST_TOP_MS, top)));
      case DELTA -> new Scale(0, Scale.round(Math.min(top, Math.max(100, 6 * meanDelta)) + 1e-9));
      case BANDWIDTH -> new Scale(0, Scale.round(top * 1.1 + 1));
      case SKEW -> {
        double most = Scale.round(Math.max(Math.abs(top), Double.isNaN(low) ? 0 : -low) + 1);
        yield new Scale(-most, most);
      }
    };
  }
}
