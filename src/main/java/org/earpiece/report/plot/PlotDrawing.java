package org.earpiece.report.plot;

import java.util.List;
import org.earpiece.report.Drawing;
import org.earpiece.report.Drawing.Anchor;
import org.earpiece.report.Drawing.Run;
import org.earpiece.report.Drawing.Stroke;
import org.earpiece.report.Ink;
import org.earpiece.report.plot.Plot.Series;

/** Draws a plot into a rectangle. The one drawing code for the window and for files. */
public final class PlotDrawing {
  private static final double TITLE = 13;
  private static final double AXIS = 11;
  private static final double SPACE = 8;
  private static final double BAR_ROW = 24;
  private static final double BAR = 14;
  private static final double PART_OF_NAMES = 0.4;
  private static final Ink[] INKS = {
    Ink.DIALOG_1, Ink.DIALOG_2, Ink.DIALOG_3, Ink.DIALOG_4, Ink.DIALOG_5, Ink.DIALOG_6
  };

  private final Plot plot;
  private final double width;
  private final double height;

  public PlotDrawing(Plot plot, double width, double height) {
    this.plot = plot;
    this.width = width;
    this.height = plot.isBars() ? barsHeight(plot) : height;
  }

  private static double barsHeight(Plot plot) {
    return 3 * SPACE + TITLE + 2 * AXIS + 2 * SPACE + plot.names().size() * BAR_ROW;
  }

  /** The colour of a series. */
  public static Ink ink(int series) {
    return INKS[Math.floorMod(series, INKS.length)];
  }

  public double width() {
    return width;
  }

  /** What was asked for; bars take a row each. */
  public double height() {
    return height;
  }

  /** Draws the plot, its top left corner at 0, 0. */
  public void draw(Drawing to) {
    to.text(SPACE, SPACE + TITLE, Anchor.START, List.of(run(plot.title(), TITLE, true, Ink.TEXT)));
    if (plot.isBars()) {
      bars(to);
    } else {
      lines(to);
    }
  }

  private static Run run(String text, double size, boolean bold, Ink ink) {
    return new Run(text, size, bold, ink);
  }

  private void lines(Drawing to) {
    double[] x = bounds(true);
    double[] y = bounds(false);
    double legend = legend(to);
    double top = legend + 2 * SPACE;
    double bottom = height - 2 * SPACE - 2 * AXIS;
    Ticks up = Ticks.of(y[0], y[1], (int) ((bottom - top) / 40)).covering(y[1]);
    y[1] = Math.max(y[1], up.at(up.count() - 1));
    double labels = 0;
    for (int i = 0; i < up.count(); i++) {
      labels = Math.max(labels, to.width(run(up.label(i), AXIS, false, Ink.DIM)));
    }
    double left = 2 * SPACE + labels;
    double right = width - 2 * SPACE;
    Frame frame = new Frame(left, right, top, bottom, x, y);
    for (int i = 0; i < up.count(); i++) {
      double at = frame.y(up.at(i));
      to.line(left, at, right, at, 1, Stroke.SOLID, Ink.LINE);
      to.text(
          left - SPACE / 2,
          at + AXIS / 3,
          Anchor.END,
          List.of(run(up.label(i), AXIS, false, Ink.DIM)));
    }
    Ticks along = Ticks.of(x[0], x[1], (int) ((right - left) / 90));
    for (int i = 0; i < along.count(); i++) {
      double at = frame.x(along.at(i));
      to.line(at, bottom, at, bottom + SPACE / 2, 1, Stroke.SOLID, Ink.DIM);
      to.text(
          at,
          bottom + SPACE / 2 + AXIS,
          Anchor.MIDDLE,
          List.of(run(along.label(i), AXIS, false, Ink.DIM)));
    }
    to.line(left, bottom, right, bottom, 1, Stroke.SOLID, Ink.DIM);
    to.text(
        (left + right) / 2,
        height - SPACE,
        Anchor.MIDDLE,
        List.of(run(plot.xTitle(), AXIS, false, Ink.DIM)));
    for (int i = 0; i < plot.series().size(); i++) {
      line(to, frame, plot.series().get(i), ink(i));
    }
  }

  /** Names and colours of the series, on as many lines as they take; gives their lower edge. */
  private double legend(Drawing to) {
    double y = SPACE + TITLE + SPACE + AXIS;
    to.text(SPACE, y, Anchor.START, List.of(run(plot.yTitle(), AXIS, false, Ink.DIM)));
    double x = 3 * SPACE + to.width(run(plot.yTitle(), AXIS, false, Ink.DIM));
    for (int i = 0; i < plot.series().size(); i++) {
      Run name = run(plot.series().get(i).name(), AXIS, false, Ink.TEXT);
      double wide = to.width(name) + 4 * SPACE;
      if (x + wide > width && x > 3 * SPACE) {
        x = SPACE;
        y += AXIS + SPACE / 2;
      }
      to.line(x, y - AXIS / 3, x + 2 * SPACE, y - AXIS / 3, 2, Stroke.SOLID, ink(i));
      to.text(x + 2.5 * SPACE, y, Anchor.START, List.of(name));
      x += wide;
    }
    return y;
  }

  /** Where values are in the picture. */
  private record Frame(
      double left, double right, double top, double bottom, double[] xs, double[] ys) {
    double x(double value) {
      return left + (value - xs[0]) / (xs[1] - xs[0]) * (right - left);
    }

    double y(double value) {
      return bottom - (value - ys[0]) / (ys[1] - ys[0]) * (bottom - top);
    }
  }

  private double[] bounds(boolean across) {
    double from = across ? Double.POSITIVE_INFINITY : 0;
    double to = across ? Double.NEGATIVE_INFINITY : 0;
    for (Series series : plot.series()) {
      for (double value : across ? series.xs() : series.ys()) {
        if (!Double.isNaN(value)) {
          from = Math.min(from, value);
          to = Math.max(to, value);
        }
      }
    }
    if (from > to) {
      return new double[] {0, 1};
    }
    return to > from ? new double[] {from, to} : new double[] {from, from + 1};
  }

  private static void line(Drawing to, Frame frame, Series series, Ink ink) {
    int from = 0;
    while (from < series.ys().length) {
      int end = from;
      while (end < series.ys().length && !Double.isNaN(series.ys()[end])) {
        end++;
      }
      if (end - from == 1) {
        double x = frame.x(series.xs()[from]);
        double y = frame.y(series.ys()[from]);
        to.line(x - 1, y, x + 1, y, 2, Stroke.SOLID, ink);
      } else if (end > from) {
        double[] xs = new double[end - from];
        double[] ys = new double[end - from];
        for (int i = from; i < end; i++) {
          xs[i - from] = frame.x(series.xs()[i]);
          ys[i - from] = frame.y(series.ys()[i]);
        }
        to.polyline(xs, ys, false, ink);
      }
      from = end + 1;
    }
  }

  private void bars(Drawing to) {
    double[] values = plot.series().getFirst().ys();
    double most = 0;
    for (double value : values) {
      most = Math.max(most, value);
    }
    double names = 0;
    for (String name : plot.names()) {
      names = Math.max(names, to.width(run(name, AXIS, false, Ink.TEXT)));
    }
    double left = SPACE + Math.min(names, width * PART_OF_NAMES) + SPACE;
    double top = 2 * SPACE + TITLE + SPACE;
    Ticks ticks = Ticks.of(0, most <= 0 ? 1 : most, (int) ((width - left) / 90));
    double end = Math.max(most, ticks.at(ticks.count() - 1));
    double right = width - 4 * SPACE;
    double bottom = top + plot.names().size() * BAR_ROW;
    for (int i = 0; i < ticks.count(); i++) {
      double x = left + ticks.at(i) / end * (right - left);
      to.line(x, top, x, bottom, 1, Stroke.SOLID, Ink.LINE);
      to.text(
          x,
          bottom + AXIS + SPACE / 2,
          Anchor.MIDDLE,
          List.of(run(ticks.label(i), AXIS, false, Ink.DIM)));
    }
    for (int i = 0; i < values.length; i++) {
      double y = top + i * BAR_ROW + (BAR_ROW - BAR) / 2;
      to.text(
          left - SPACE,
          y + BAR - 3,
          Anchor.END,
          List.of(
              run(shortened(to, plot.names().get(i), left - 2 * SPACE), AXIS, false, Ink.TEXT)));
      if (values[i] > 0) {
        double wide = Math.max(1, values[i] / end * (right - left));
        to.rectangle(left, y, wide, BAR, 2, ink(0), null);
      }
    }
    to.text(
        (left + right) / 2,
        bottom + 2 * AXIS + SPACE,
        Anchor.MIDDLE,
        List.of(run(plot.xTitle(), AXIS, false, Ink.DIM)));
  }

  private static String shortened(Drawing to, String text, double room) {
    if (to.width(run(text, AXIS, false, Ink.TEXT)) <= room) {
      return text;
    }
    int end = text.length();
    while (end > 1 && to.width(run(text.substring(0, end) + "…", AXIS, false, Ink.TEXT)) > room) {
      end--;
    }
    return text.substring(0, end) + "…";
  }
}
