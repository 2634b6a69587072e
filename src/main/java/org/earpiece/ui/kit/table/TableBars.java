package org.earpiece.ui.kit.table;

import java.util.List;
import java.util.function.DoubleConsumer;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The scroll bars of a table, and what may stand beside the vertical one. FX thread. */
final class TableBars {
  private static final double BAR = 12;

  private final Viewport viewport;
  private final ScrollBar vertical = new ScrollBar();
  private final ScrollBar horizontal = new ScrollBar();
  private @Nullable Region strip;
  private boolean adjusting;

  /**
   * @param down is given the offset that a person scrolled to
   * @param sideways is told when the columns were scrolled
   */
  TableBars(Viewport viewport, DoubleConsumer down, Runnable sideways) {
    this.viewport = viewport;
    vertical.setOrientation(Orientation.VERTICAL);
    vertical
        .valueProperty()
        .addListener((o, was, is) -> {
          if (!adjusting) {
            down.accept(is.doubleValue());
          }
        });
    horizontal.valueProperty().addListener(o -> sideways.run());
  }

  List<Region> nodes() {
    return List.of(vertical, horizontal);
  }

  void strip(Region beside) {
    strip = beside;
  }

  /** How far the columns are scrolled, px. */
  double x() {
    return horizontal.getValue();
  }

  /** Height that the rows and their head have. */
  double bodyHeight(double height, double width, double columns) {
    return height - (columns > width - BAR ? BAR : 0);
  }

  /** Width that the rows have; the viewport knows its height. */
  double bodyWidth(double width) {
    return width - (tall() ? BAR : 0) - stripWidth();
  }

  private boolean tall() {
    return viewport.max() > 0;
  }

  private double stripWidth() {
    return strip == null || !tall() ? 0 : strip.prefWidth(-1);
  }

  void place(double width, double height, double bodyWidth, double bodyHeight) {
    double side = Math.max(0, bodyHeight - TablePainter.HEAD);
    vertical.setVisible(tall());
    vertical.resizeRelocate(width - BAR, TablePainter.HEAD, BAR, side);
    horizontal.setVisible(bodyHeight < height);
    horizontal.resizeRelocate(0, bodyHeight, bodyWidth, BAR);
    if (strip != null) {
      strip.setVisible(tall());
      strip.resizeRelocate(bodyWidth, TablePainter.HEAD, stripWidth(), side);
    }
  }

  /**
   * Shows where the rows and columns are scrolled to.
   *
   * @return whether the places are to be laid out anew
   */
  boolean update(double columns, double bodyWidth) {
    adjusting = true;
    vertical.setMax(viewport.max());
    vertical.setVisibleAmount(
        viewport.max() * viewport.height() / Math.max(1, viewport.max() + viewport.height()));
    vertical.setUnitIncrement(Viewport.ROW);
    vertical.setBlockIncrement(viewport.page() * Viewport.ROW);
    vertical.setValue(viewport.offset());
    double over = Math.max(0, columns - bodyWidth);
    horizontal.setMax(over);
    horizontal.setVisibleAmount(over * bodyWidth / Math.max(1, columns));
    horizontal.setValue(Math.min(horizontal.getValue(), over));
    adjusting = false;
    return tall() != vertical.isVisible();
  }

  /** Scrolls the columns, where they do not all fit. */
  void sideways(double by) {
    if (by != 0 && horizontal.isVisible()) {
      horizontal.setValue(Math.clamp(horizontal.getValue() + by, 0, horizontal.getMax()));
    }
  }
}
