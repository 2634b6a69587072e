package org.earpiece.ui.kit.drawing;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.earpiece.report.Drawing;
import org.earpiece.report.Ink;
import org.earpiece.ui.kit.Fonts;
import org.earpiece.ui.kit.Palette;
import org.earpiece.ui.kit.TextWidth;
import org.jspecify.annotations.Nullable;

/**
 * Draws what reports draw on the window's canvas, in the window's colours and fonts. Horizontal and
 * vertical lines are put on pixels. FX thread.
 */
public final class CanvasDrawing implements Drawing {
  private final GraphicsContext g;
  private final Palette palette;

  /** A drawing for one frame. */
  public CanvasDrawing(GraphicsContext g, Palette palette) {
    this.g = g;
    this.palette = palette;
  }

  private Color color(Ink ink) {
    return switch (ink) {
      case TEXT -> palette.text();
      case DIM -> palette.dim();
      case BACKGROUND -> palette.background();
      case PANEL -> palette.panel();
      case LINE -> palette.line();
      case SELECTION -> palette.selection();
      case ACCENT -> palette.accent();
      case GOOD -> palette.good();
      case FAIR -> palette.fairText();
      case POOR -> palette.poor();
      case GOOD_FILL -> palette.goodBand();
      case FAIR_FILL -> palette.fairBand();
      case POOR_FILL -> palette.poorBand();
      case PLAIN_FILL -> palette.chip();
      case DIALOG_1, DIALOG_2, DIALOG_3, DIALOG_4, DIALOG_5, DIALOG_6 ->
          palette.dialogs().get(ink.ordinal() - Ink.DIALOG_1.ordinal());
    };
  }

  @Override
  public void line(
      double x1, double y1, double x2, double y2, double width, Stroke stroke, Ink ink) {
    g.setStroke(color(ink));
    g.setLineWidth(width);
    switch (stroke) {
      case SOLID -> g.setLineDashes();
      case DASHED -> g.setLineDashes(5, 4);
      case DOTTED -> g.setLineDashes(1.5, 4.5);
    }
    double left = x1 == x2 ? crisp(x1) : x1;
    double right = x1 == x2 ? left : x2;
    double top = y1 == y2 ? crisp(y1) : y1;
    double bottom = y1 == y2 ? top : y2;
    g.strokeLine(left, top, right, bottom);
    g.setLineDashes();
  }

  private static double crisp(double coordinate) {
    return Math.floor(coordinate) + 0.5;
  }

  @Override
  public void polyline(double[] xs, double[] ys, boolean closed, Ink ink) {
    if (closed) {
      g.setFill(color(ink));
      g.fillPolygon(xs, ys, xs.length);
    } else {
      g.setStroke(color(ink));
      g.setLineWidth(1);
      g.strokePolyline(xs, ys, xs.length);
    }
  }

  @Override
  public void rectangle(
      double x,
      double y,
      double width,
      double height,
      double radius,
      @Nullable Ink fill,
      @Nullable Ink border) {
    double left = Math.floor(x);
    double top = Math.floor(y);
    if (fill != null) {
      g.setFill(color(fill));
      g.fillRoundRect(left, top, width, height, 2 * radius, 2 * radius);
    }
    if (border != null) {
      boolean quality = border == Ink.GOOD || border == Ink.FAIR || border == Ink.POOR;
      g.setStroke(quality ? color(border).deriveColor(0, 1, 1, 0.45) : color(border));
      g.setLineWidth(1);
      g.strokeRoundRect(left + 0.5, top + 0.5, width - 1, height - 1, 2 * radius, 2 * radius);
    }
  }

  @Override
  public void text(double x, double baseline, Anchor anchor, List<Run> runs) {
    double width = 0;
    for (Run run : runs) {
      width += width(run);
    }
    double at =
        x
            - switch (anchor) {
              case START -> 0;
              case MIDDLE -> width / 2;
              case END -> width;
            };
    at = Math.rint(at);
    for (Run run : runs) {
      g.setFont(font(run));
      g.setFill(color(run.ink()));
      g.fillText(run.text(), at, Math.rint(baseline));
      at += width(run);
    }
  }

  private static Font font(Run run) {
    return run.bold() ? Fonts.semiBold(run.size()) : Fonts.regular(run.size());
  }

  @Override
  public double width(Run run) {
    return TextWidth.of(run.text(), font(run));
  }
}
