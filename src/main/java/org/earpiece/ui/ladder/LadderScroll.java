package org.earpiece.ui.ladder;

import java.util.List;
import org.earpiece.report.LadderDrawing;
import org.earpiece.report.LadderDrawing.Row;

/**
 * What part of a ladder's body is in view. A ladder that grows stays where it is, unless its end
 * was in view: then its end stays in view. Pixels.
 *
 * @param x the first column of pixels in view
 * @param y the first row of pixels in view
 * @param view height in view
 * @param all height there is
 */
record LadderScroll(double x, double y, double view, double all) {
  static final LadderScroll TOP = new LadderScroll(0, 0, 0, 0);
  private static final double AT_END = 4;

  /** Whether the end is in view although there is more than fits. */
  boolean atEnd() {
    return all > view && y >= all - view - AT_END;
  }

  /** The same place after the view or the ladder changed its height. */
  LadderScroll resized(double newView, double newAll) {
    double kept = atEnd() && newAll >= all ? newAll - newView : y;
    return new LadderScroll(x, kept, newView, newAll).to(kept);
  }

  /** The nearest place to {@code newY} that there is. */
  LadderScroll to(double newY) {
    return new LadderScroll(x, Math.clamp(newY, 0, Math.max(0, all - view)), view, all);
  }

  /**
   * The place in a drawing that took another's: the first message in view stays where it was,
   * unless the end was in view.
   */
  LadderScroll following(LadderDrawing before, LadderDrawing now) {
    List<Row> rows = before.rows();
    for (int i = before.firstBelow(y); !atEnd() && i < rows.size(); i++) {
      Row row = rows.get(i);
      Row same = row.frames().isEmpty() ? null : now.ofFrame(row.frames().getFirst());
      if (same != null) {
        return to(y + same.top() - row.top());
      }
    }
    return this;
  }

  LadderScroll toX(double newX, double widthInView, double widthOfAll) {
    double most = Math.max(0, widthOfAll - widthInView);
    return new LadderScroll(Math.clamp(newX, 0, most), y, view, all);
  }

  /** The nearest place that shows a row whole. */
  LadderScroll reveal(double top, double bottom) {
    if (top < y) {
      return to(top);
    }
    return bottom > y + view ? to(bottom - view) : this;
  }
}
