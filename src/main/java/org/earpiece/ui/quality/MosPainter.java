package org.earpiece.ui.quality;

import java.util.Locale;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.earpiece.ui.kit.Fonts;
import org.earpiece.ui.kit.Palette;
import org.earpiece.ui.kit.TimeAxis;
import org.earpiece.ui.quality.QualityLayout.Band;

/**
 * Draws the MOS of each second as a strip of bars; where a second is narrower than a bar can be,
 * the worst of several. Colour, height and number say the same.
 */
final class MosPainter {
  /** The MOS below which a call is poor. */
  static final double LIMIT = 3.6;

  private static final double SECOND = 1e9;
  private static final double LEAST_BAR = 3;
  private static final double NUMBER_WIDTH = 26;
  private static final double NUMBER_HEIGHT = 14;
  private static final double NEWS = 0.1;
  private static final double GOOD = 4.0;
  private static final double BEST = 4.5;

  private final GraphicsContext g;
  private final Palette palette;
  private final TimeAxis axis;
  private final double left;
  private double told = Double.NaN;

  MosPainter(GraphicsContext g, Palette palette, TimeAxis axis, double left) {
    this.g = g;
    this.palette = palette;
    this.axis = axis;
    this.left = left;
  }

  /** Draws the strip of one stream, whose first packet came {@code offset} ns after time 0. */
  void draw(Band band, double[] mos, double offset) {
    g.save();
    g.beginPath();
    g.rect(left, band.y(), axis.width(), band.height());
    g.clip();
    int each = Math.max(1, (int) Math.ceil(LEAST_BAR * axis.nanosPerPixel() / SECOND));
    int first = (int) Math.max(0, Math.floor((axis.from() - offset) / SECOND));
    for (int i = first - first % each; i < mos.length; i += each) {
      double x = left + axis.x(offset + i * SECOND);
      if (x > left + axis.width()) {
        break;
      }
      double right = left + axis.x(offset + Math.min(i + each, mos.length) * SECOND);
      bar(band, worst(mos, i, Math.min(i + each, mos.length)), x, right);
    }
    limit(band);
    g.restore();
  }

  static double worst(double[] mos, int from, int to) {
    double worst = Double.NaN;
    for (int i = from; i < to; i++) {
      if (!(mos[i] >= worst) && !Double.isNaN(mos[i])) {
        worst = mos[i];
      }
    }
    return worst;
  }

  /** The height of a bar for a MOS from 1 to 4.5. */
  static double height(double mos, double height) {
    return Math.clamp((mos - 1) / (BEST - 1), 0.04, 1) * height;
  }

  private void bar(Band band, double mos, double x, double right) {
    if (Double.isNaN(mos)) {
      return;
    }
    double top = band.bottom() - height(mos, band.height());
    double gap = right - x > 6 ? 1 : 0;
    g.setFill(palette.mos(mos));
    g.fillRect(x, top, Math.max(1, right - x - gap), band.bottom() - top);
    boolean news = Double.isNaN(told) || Math.abs(mos - told) >= NEWS;
    if (right - x >= NUMBER_WIDTH && news) {
      told = mos;
      number(band, mos, (x + right) / 2, top);
    }
  }

  /** The number above its bar, or in it where there is no room above. */
  private void number(Band band, double mos, double x, double top) {
    boolean above = top - band.y() >= NUMBER_HEIGHT;
    if (!above && band.bottom() - top < NUMBER_HEIGHT) {
      return;
    }
    boolean fair = mos < GOOD && mos >= LIMIT && !palette.dark();
    g.setFill(above || fair ? palette.text() : palette.onEmphasis());
    g.setFont(Fonts.medium(Fonts.TINY));
    g.setTextAlign(TextAlignment.CENTER);
    String words = String.format(Locale.ROOT, "%.2f", mos);
    g.fillText(words, x, above ? top - 3 : band.bottom() - 4);
    g.setTextAlign(TextAlignment.LEFT);
  }

  private void limit(Band band) {
    double y = Math.floor(band.bottom() - height(LIMIT, band.height())) + 0.5;
    g.setStroke(palette.panel());
    g.setLineWidth(1);
    g.setLineDashes(6, 4);
    g.strokeLine(left, y, left + axis.width(), y);
    g.setLineDashes();
  }
}
