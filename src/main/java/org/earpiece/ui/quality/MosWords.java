package org.earpiece.ui.quality;

/** The style class for a MOS as text. */
final class MosWords {
  private static final double GOOD = 4.0;

  private MosWords() {}

  static String styleClass(double mos) {
    if (Double.isNaN(mos)) {
      return "dim";
    }
    return mos >= GOOD ? "good" : mos >= MosPainter.LIMIT ? "fair" : "poor";
  }
}
