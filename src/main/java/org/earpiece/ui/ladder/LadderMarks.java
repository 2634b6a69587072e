package org.earpiece.ui.ladder;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.canvas.GraphicsContext;
import org.earpiece.report.LadderDrawing;
import org.earpiece.report.LadderDrawing.Row;
import org.earpiece.report.LadderDrawing.Window;
import org.earpiece.ui.kit.Palette;
import org.earpiece.voip.ladder.LadderModel.Entry;
import org.earpiece.voip.ladder.LadderModel.Media;
import org.jspecify.annotations.Nullable;

/** Marks what is found, selected or under the mouse in a ladder's window. For one drawing. */
final class LadderMarks {
  private static final double MARGIN = 6;

  private final GraphicsContext g;
  private final Palette palette;
  private final LadderDrawing ladder;
  private final Window window;

  LadderMarks(GraphicsContext g, Palette palette, LadderDrawing ladder, Window window) {
    this.g = g;
    this.palette = palette;
    this.ladder = ladder;
    this.window = window;
  }

  private void inView(Consumer<Row> each) {
    List<Row> rows = ladder.rows();
    for (int i = ladder.firstBelow(window.top());
        i < rows.size() && rows.get(i).top() < window.bottom();
        i++) {
      each.accept(rows.get(i));
    }
  }

  private double y(double y) {
    return y - window.top() + window.y();
  }

  /** The rows of frames that were looked for. */
  void found(Set<Integer> frames) {
    if (frames.isEmpty()) {
      return;
    }
    inView(row -> {
      if (row.frames().stream().anyMatch(frames::contains)) {
        double width = window.right() - window.left();
        g.setFill(palette.fairBand());
        g.fillRect(0, y(row.top()), width, row.bottom() - row.top());
        g.setFill(palette.fair());
        g.fillRect(0, y(row.top()), 3, row.bottom() - row.top());
      }
    });
  }

  /** The row that keys are at, where it is no message. */
  void cursor(@Nullable Entry entry) {
    inView(row -> {
      if (row.entry().equals(entry)) {
        g.setFill(palette.selection());
        double width = window.right() - window.left() - MARGIN;
        g.fillRoundRect(MARGIN, y(row.top()), width - MARGIN, row.bottom() - row.top(), 8, 8);
      }
    });
  }

  /** The band of a stream, and the one under the mouse. */
  void streams(int stream, @Nullable Row over) {
    inView(row -> {
      boolean marked = row.entry() instanceof Media media && media.stream() == stream;
      if (marked || (row.equals(over) && row.entry() instanceof Media)) {
        g.setStroke(marked ? palette.accent() : palette.dim());
        g.setLineWidth(marked ? 2 : 1);
        double left = row.left() - window.left();
        double width = row.right() - row.left();
        g.strokeRoundRect(left, y(row.top()), width, row.bottom() - row.top(), 8, 8);
      }
    });
  }

  /**
   * The participant that keys or mouse have selected, and where it is being drawn to.
   *
   * @param to -1 where it is not drawn
   */
  void head(int participant, int to) {
    if (participant < 0) {
      return;
    }
    g.setStroke(palette.accent());
    g.setLineWidth(2);
    double x = ladder.x(participant) - window.left();
    double half = ladder.box() / 2 + 2;
    double high = LadderDrawing.HEAD - 2 * MARGIN;
    g.strokeRoundRect(x - half, MARGIN, 2 * half, high, 12, 12);
    if (to >= 0 && to != participant) {
      double at = ladder.x(to) - window.left() + (to > participant ? half : -half);
      g.setFill(palette.accent());
      g.fillRect(at - 1.5, MARGIN, 3, high);
    }
  }
}
