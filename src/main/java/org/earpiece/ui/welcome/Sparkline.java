package org.earpiece.ui.welcome;

import javafx.scene.canvas.GraphicsContext;
import org.earpiece.ui.kit.CanvasView;
import org.earpiece.ui.kit.Palette;

/** The traffic of an interface in the last minute as a small line. FX thread. */
final class Sparkline extends CanvasView {
  static final double WIDTH = 240;
  static final double HEIGHT = 28;
  private static final int POINTS = 60;

  /** An idle interface's few packets are not drawn as a mountain, bit/s. */
  private static final double LEAST_TOP = 200_000;

  private final double[] rates = new double[POINTS];
  private int count;

  Sparkline() {
    setMinSize(WIDTH, HEIGHT);
    setPrefSize(WIDTH, HEIGHT);
    setMaxSize(WIDTH, HEIGHT);
  }

  void add(double bitsPerSecond) {
    System.arraycopy(rates, 1, rates, 0, POINTS - 1);
    rates[POINTS - 1] = bitsPerSecond;
    count = Math.min(POINTS, count + 1);
    invalidate();
  }

  @Override
  protected void draw(GraphicsContext g, double width, double height, Palette p) {
    g.setStroke(p.line());
    g.setLineWidth(1);
    g.strokeLine(0, crisp(height - 2), width, crisp(height - 2));
    if (count < 2) {
      return;
    }
    double top = LEAST_TOP;
    for (double rate : rates) {
      top = Math.max(top, rate);
    }
    double step = width / (POINTS - 1);
    g.setStroke(p.accent());
    g.setLineWidth(1.4);
    g.beginPath();
    for (int i = POINTS - count; i < POINTS; i++) {
      double y = height - 2 - rates[i] / top * (height - 4);
      if (i == POINTS - count) {
        g.moveTo(i * step, y);
      } else {
        g.lineTo(i * step, y);
      }
    }
    g.stroke();
  }
}
