package org.earpiece.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be drawn on: a file, a page, the window's canvas. Coordinates grow right and
 * down from the top left corner; sizes are pixels at 100 %. One thread.
 */
public interface Drawing {
  /** Which point of a text its position means. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /** How a line is stroked. */
  enum Stroke {
    SOLID,
    DASHED,
    DOTTED
  }

  /** A piece of a text in one face and colour. */
  record Run(String text, double size, boolean bold, Ink ink) {}

  /** A straight line. */
  void line(double x1, double y1, double x2, double y2, double width, Stroke stroke, Ink ink);

  /** Straight lines through some points, filled where {@code closed}, else stroked 1 wide. */
  void polyline(double[] xs, double[] ys, boolean closed, Ink ink);

  /** A rectangle with rounded corners; without fill or border where that is null. */
  void rectangle(
      double x,
      double y,
      double width,
      double height,
      double radius,
      @Nullable Ink fill,
      @Nullable Ink border);

  /** Runs of text on one line, one behind the other, as a whole anchored at x. */
  void text(double x, double baseline, Anchor anchor, List<Run> runs);

  /** How wide a run would be; an estimate where the viewer chooses the font. */
  double width(Run run);
}
