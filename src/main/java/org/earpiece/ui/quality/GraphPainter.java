package org.earpiece.ui.quality;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.earpiece.ui.kit.Fonts;
import org.earpiece.ui.kit.Palette;
import org.earpiece.ui.kit.TimeAxis;
import org.earpiece.ui.quality.QualityLayout.Band;

/**
 * Draws one metric of one stream: its box, its limit, and the smallest and largest value of every
 * pixel column.
 */
final class GraphPainter {
  private static final double MIDDLE_HEIGHT = 60;

  private final GraphicsContext g;
  private final Palette palette;
  private final TimeAxis axis;
  private final double left;

  /**
   * A painter for one drawing.
   *
   * @param left where time {@code axis.from()} is
   */
  GraphPainter(GraphicsContext g, Palette palette, TimeAxis axis, double left) {
    this.g = g;
    this.palette = palette;
    this.axis = axis;
    this.left = left;
  }

  /** The title of a box: above it, or at its left where that is the layout. */
  void title(Band band, String title, String word) {
    boolean beside = left > QualityLayout.SIDE;
    double y = beside ? band.y() + 13 : band.titleY();
    text(Fonts.semiBold(Fonts.SMALL), palette.text(), beside ? word : title, QualityLayout.SIDE, y);
  }

  /** Words at the right end of the title line, where there is one. */
  void note(Band band, String words) {
    if (left == QualityLayout.SIDE) {
      g.setTextAlign(TextAlignment.RIGHT);
      text(Fonts.regular(Fonts.TINY), palette.dim(), words, left + axis.width(), band.titleY());
      g.setTextAlign(TextAlignment.LEFT);
    }
  }

  private void text(Font font, Color color, String words, double x, double y) {
    g.setFont(font);
    g.setFill(color);
    g.fillText(words, x, y);
  }

  /** An empty box. */
  void box(Band band) {
    g.setFill(palette.code());
    g.fillRect(left, band.y(), axis.width(), band.height());
    g.setStroke(palette.line());
    g.setLineWidth(1);
    g.strokeRect(
        Math.floor(left) + 0.5, Math.floor(band.y()) + 0.5, axis.width() - 1, band.height());
  }

  /** Light vertical lines at the axis' ticks. */
  void grid(Band band, List<TimeAxis.Tick> ticks) {
    g.setStroke(palette.line());
    g.setLineWidth(1);
    for (TimeAxis.Tick tick : ticks) {
      double x = Math.floor(left + tick.x()) + 0.5;
      if (tick.x() > 2 && tick.x() < axis.width() - 2) {
        g.strokeLine(x, band.y() + 1, x, band.bottom() - 1);
      }
    }
  }

  /** The graph of a metric. */
  void metric(Band band, Metric metric, StreamColumns columns, long origin, Color color) {
    Extremes values = metric.of(columns);
    Scale scale = scale(metric, columns, origin);
    scaleMarks(band, metric, scale);
    g.save();
    g.beginPath();
    g.rect(left, band.y() - 1, axis.width(), band.height() + 2);
    g.clip();
    limit(band, metric, scale);
    line(band, columns, values, scale, origin, color);
    g.restore();
  }

  /** The scale for what is in view. */
  private Scale scale(Metric metric, StreamColumns columns, long origin) {
    int from = Math.max(0, columns.rowFrom(origin + axis.from()) - 1);
    int to = Math.min(columns.size(), columns.rowFrom(origin + axis.to()) + 1);
    Extremes values = metric.of(columns);
    return metric.scale(values.min(from, to), values.max(from, to), columns.stream().meanDelta());
  }

  /** The scale's values and light lines at them; the unit stands with the topmost. */
  private void scaleMarks(Band band, Metric metric, Scale scale) {
    double right = left + axis.width();
    g.setTextAlign(TextAlignment.RIGHT);
    boolean beside = left > QualityLayout.SIDE;
    String top = number(scale.top()) + " " + metric.unit();
    double topX = beside ? left - 6 : right;
    double topY = beside ? band.y() + 28 : band.titleY();
    if (!beside || band.height() >= 30) {
      text(Fonts.regular(Fonts.TINY), palette.dim(), top, topX, topY);
    }
    double middle = (scale.top() + scale.bottom()) / 2;
    if (band.height() >= MIDDLE_HEIGHT) {
      double y = Math.floor(scale.y(middle, band.y(), band.height())) + 0.5;
      g.setStroke(palette.line());
      g.setLineWidth(1);
      g.strokeLine(left, y, right, y);
      text(Fonts.regular(Fonts.TINY), palette.dim(), number(middle), right - 5, y - 4);
    }
    g.setTextAlign(TextAlignment.LEFT);
  }

  private void limit(Band band, Metric metric, Scale scale) {
    if (!(metric.limit() < scale.top())) {
      return;
    }
    double y = Math.floor(scale.y(metric.limit(), band.y(), band.height())) + 0.5;
    g.setStroke(palette.fair());
    g.setLineWidth(1);
    g.setLineDashes(6, 4);
    g.strokeLine(left, y, left + axis.width(), y);
    g.setLineDashes();
    if (y - band.y() >= 14) {
      String words = "limit " + number(metric.limit()) + " " + metric.unit();
      text(Fonts.regular(Fonts.TINY), palette.dim(), words, left + 6, y - 4);
    }
  }

  private void line(
      Band band, StreamColumns columns, Extremes values, Scale scale, long origin, Color color) {
    int first = Math.max(0, columns.rowFrom(origin + axis.from()) - 1);
    int last = Math.min(columns.size(), columns.rowFrom(origin + axis.to()) + 1);
    g.setStroke(color);
    g.setLineWidth(1.3);
    g.beginPath();
    if (last - first <= 2 * axis.width()) {
      points(band, columns, values, scale, origin, first, last);
    } else {
      columns(band, columns, values, scale, origin);
    }
    g.stroke();
    clipped(band, columns, values, scale, origin);
  }

  /** Every packet a point: where packets are fewer than pixels. */
  private void points(
      Band band,
      StreamColumns columns,
      Extremes values,
      Scale scale,
      long origin,
      int first,
      int last) {
    boolean pen = false;
    for (int row = first; row < last; row++) {
      double value = values.get(row);
      if (!Double.isNaN(value)) {
        double x = left + axis.x(columns.since(origin, row));
        double y = scale.y(value, band.y(), band.height());
        if (pen) {
          g.lineTo(x, y);
        } else {
          g.moveTo(x, y);
        }
        pen = true;
      }
    }
  }

  private void columns(
      Band band, StreamColumns columns, Extremes values, Scale scale, long origin) {
    int width = (int) axis.width();
    boolean pen = false;
    int from = columns.rowFrom(origin + axis.time(0));
    for (int px = 0; px < width; px++) {
      int to = columns.rowFrom(origin + axis.time(px + 1));
      float min = values.min(from, to);
      if (!Float.isNaN(min)) {
        double x = left + px + 0.5;
        double low = scale.y(min, band.y(), band.height());
        double high = scale.y(values.max(from, to), band.y(), band.height());
        if (pen) {
          g.lineTo(x, low);
        } else {
          g.moveTo(x, low);
        }
        g.lineTo(x, high);
        pen = true;
      }
      from = to;
    }
  }

  /** Small marks at the edge over what is larger than the scale. */
  private void clipped(
      Band band, StreamColumns columns, Extremes values, Scale scale, long origin) {
    g.setFill(palette.poor());
    double step = 8;
    for (double px = 0; px < axis.width(); px += step) {
      int from = columns.rowFrom(origin + axis.time(px));
      int to = columns.rowFrom(origin + axis.time(px + step));
      if (values.max(from, to) > scale.top()) {
        double x = left + px + step / 2;
        double y = band.y() + 2;
        g.fillPolygon(new double[] {x - 4, x, x + 4}, new double[] {y + 6, y, y + 6}, 3);
      }
    }
  }

  /** A dot on the graph where a packet is. */
  void dot(Band band, Metric metric, StreamColumns columns, int row, long origin) {
    double value = metric.of(columns).get(row);
    if (!Double.isNaN(value)) {
      Scale scale = scale(metric, columns, origin);
      double x = left + axis.x(columns.since(origin, row));
      double y = scale.y(value, band.y(), band.height());
      g.setFill(palette.panel());
      g.fillOval(x - 4, y - 4, 8, 8);
      g.setFill(palette.text());
      g.fillOval(x - 3, y - 3, 6, 6);
    }
  }

  /** A number without digits it does not have. */
  static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
