package org.earpiece.ui.quality;

import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.earpiece.ui.kit.Fonts;
import org.earpiece.ui.kit.Numbers;
import org.earpiece.ui.kit.Palette;
import org.earpiece.ui.kit.TextWidth;
import org.earpiece.ui.kit.TimeAxis;
import org.earpiece.ui.quality.QualityLayout.Band;

/** Draws the lane of marks, and over it what each mark means and how many there are. */
final class LanePainter {
  private static final double SLOT = 3;

  private final GraphicsContext g;
  private final Palette palette;
  private final TimeAxis axis;
  private final double left;

  LanePainter(GraphicsContext g, Palette palette, TimeAxis axis, double left) {
    this.g = g;
    this.palette = palette;
    this.axis = axis;
    this.left = left;
  }

  /** Draws the marks of what is in view. */
  void marks(Band band, StreamColumns stream, long origin) {
    g.save();
    g.beginPath();
    g.rect(left, band.y(), axis.width(), band.height());
    g.clip();
    int[] problems = stream.problems();
    int from = Arrays.binarySearch(problems, stream.rowFrom(origin + axis.time(-SLOT)));
    int slots = (int) (axis.width() / SLOT) + 3;
    boolean[][] drawn = new boolean[Mark.values().length][slots];
    for (int i = from < 0 ? -from - 1 : from; i < problems.length; i++) {
      double x = axis.x(stream.since(origin, problems[i]));
      if (x > axis.width() + SLOT) {
        break;
      }
      marks(band, stream, problems[i], x, drawn);
    }
    g.restore();
  }

  private void marks(Band band, StreamColumns stream, int row, double x, boolean[][] drawn) {
    int slot = Math.clamp((int) (x / SLOT) + 1, 0, drawn[0].length - 1);
    for (Mark mark : Mark.values()) {
      if (!drawn[mark.ordinal()][slot] && mark.on(stream, row)) {
        drawn[mark.ordinal()][slot] = true;
        mark.draw(g, palette, left + x, band.y() + band.height() / 2);
      }
    }
  }

  /**
   * Each mark and how many there are, from a point on the base line.
   *
   * @param words whether there is room for each mark's word
   */
  void legend(StreamColumns stream, double from, double y, boolean words) {
    double x = from;
    for (Mark mark : Mark.values()) {
      long count = mark.count(stream);
      if (words) {
        x = write(mark.word(), Fonts.semiBold(Fonts.SMALL), palette.text(), x, y) + 9;
      }
      mark.draw(g, palette, x, y - 4);
      x += 9;
      String number = Numbers.count(count);
      Color color = count > 0 ? palette.text() : palette.dim();
      x = write(number, Fonts.regular(Fonts.SMALL), color, x, y) + 18;
    }
  }

  /** How wide the legend is. */
  static double legendWidth(StreamColumns stream, boolean words) {
    double width = 0;
    for (Mark mark : Mark.values()) {
      String number = Numbers.count(mark.count(stream));
      width += words ? TextWidth.of(mark.word(), Fonts.semiBold(Fonts.SMALL)) + 18 : 9;
      width += TextWidth.of(number, Fonts.regular(Fonts.SMALL)) + 18;
    }
    return width - 18;
  }

  private double write(String words, Font font, Color color, double x, double y) {
    g.setFont(font);
    g.setFill(color);
    g.fillText(words, x, y);
    return x + TextWidth.of(words, font);
  }
}
