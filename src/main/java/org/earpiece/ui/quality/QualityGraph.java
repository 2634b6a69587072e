package org.earpiece.ui.quality;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.TextAlignment;
import org.earpiece.ui.kit.CanvasView;
import org.earpiece.ui.kit.Fonts;
import org.earpiece.ui.kit.Palette;
import org.earpiece.ui.kit.TextWidth;
import org.earpiece.ui.kit.TimeAxis;
import org.earpiece.ui.quality.QualityLayout.Band;
import org.earpiece.ui.quality.QualityLayout.Group;

/**
 * The graphs of some streams on one time axis, with a crosshair. Wheel zooms, dragging brushes,
 * double click resets, a click selects the packet. FX thread.
 */
final class QualityGraph extends CanvasView {
  private static final double TICK_PIXELS = 110;
  private static final double ZOOM = 1.25;
  private static final double CLICK = 4;
  private static final double NONE = -1;

  /** Width that a stream's name needs beside the words of the marks. */
  private static final double TITLE = 320;

  private final IntConsumer onFrame;
  private List<StreamColumns> streams = List.of();
  private List<Metric> metrics = List.of(Metric.JITTER, Metric.DELTA);
  private QualityLayout layout = QualityLayout.of(0, metrics, 0);
  private TimeAxis axis = TimeAxis.whole(0, 1);
  private long origin;
  private double offset;
  private int selectedFrame;
  private double pointerX = NONE;
  private double pointerY;
  private double brushFrom = NONE;
  private double offeredHeight;

  /**
   * An empty view.
   *
   * @param onFrame is told the frame of a packet that was clicked
   */
  QualityGraph(IntConsumer onFrame) {
    this.onFrame = onFrame;
    setFocusTraversable(true);
    setCursor(Cursor.CROSSHAIR);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setOnMouseMoved(this::point);
    setOnMouseExited(e -> {
      pointerX = NONE;
      invalidate();
    });
    setOnMousePressed(this::press);
    setOnMouseDragged(this::point);
    setOnMouseReleased(this::release);
    setOnScroll(this::scroll);
    setOnKeyPressed(this::key);
  }

  /**
   * Shows streams.
   *
   * @param labelStart the moment that times are told from, ns since 1970; 0 for the first packet
   * @param same whether these are the streams of before, grown: the view stays where it is
   */
  void show(List<StreamColumns> shown, long labelStart, boolean same) {
    streams = shown.stream().filter(s -> s.size() > 0).toList();
    origin = streams.stream().mapToLong(s -> s.time(0)).min().orElse(0);
    long last = streams.stream().mapToLong(s -> s.time(s.size() - 1)).max().orElse(0);
    offset = labelStart == 0 ? 0 : (double) (origin - labelStart);
    double end = (double) (last - origin);
    axis = same ? axis.withEnd(end) : TimeAxis.whole(end, axis.width());
    layOut();
  }

  void metrics(List<Metric> shown) {
    metrics = shown;
    layOut();
  }

  /** Marks the packet of a frame and brings it into view. */
  void selectFrame(int frame) {
    if (frame != selectedFrame) {
      selectedFrame = frame;
      for (StreamColumns stream : streams) {
        int row = stream.rowOf(frame);
        if (row >= 0) {
          reveal(stream.since(origin, row));
        }
      }
      invalidate();
    }
  }

  private void reveal(double time) {
    double x = axis.x(time);
    if (x < 0 || x > axis.width()) {
      axis = axis.pan(x - axis.width() / 2);
    }
  }

  TimeAxis axis() {
    return axis;
  }

  private void layOut() {
    layout = QualityLayout.of(streams.size(), metrics, offeredHeight);
    setMinHeight(layout.height());
    setPrefHeight(layout.height());
    invalidate();
  }

  /** Says how high the view may be without scrolling. */
  void offer(double height) {
    if (height != offeredHeight) {
      offeredHeight = height;
      layOut();
    }
  }

  @Override
  protected void draw(GraphicsContext g, double width, double height, Palette palette) {
    double left = layout.left();
    axis = axis.withWidth(width - left - QualityLayout.SIDE);
    List<TimeAxis.Tick> ticks = axis.ticks(TICK_PIXELS, offset);
    for (int i = 0; i < streams.size(); i++) {
      group(g, palette, layout.groups().get(i), streams.get(i), ticks);
    }
    g.setFont(Fonts.regular(Fonts.TINY));
    g.setFill(palette.dim());
    for (TimeAxis.Tick tick : ticks) {
      boolean first = tick.x() < 16;
      boolean last = tick.x() > axis.width() - 24;
      g.setTextAlign(
          first ? TextAlignment.LEFT : last ? TextAlignment.RIGHT : TextAlignment.CENTER);
      double x = first ? left : last ? left + axis.width() : left + tick.x();
      g.fillText(tick.label(), x, layout.axisY() + 16);
    }
    g.setTextAlign(TextAlignment.LEFT);
    overlay(g, palette, width);
  }

  private void group(
      GraphicsContext g,
      Palette palette,
      Group group,
      StreamColumns stream,
      List<TimeAxis.Tick> ticks) {
    double left = layout.left();
    GraphPainter painter = new GraphPainter(g, palette, axis, left);
    for (int i = 0; i < group.metrics().size(); i++) {
      Metric metric = group.metrics().get(i);
      Band band = group.graphs().get(i);
      painter.box(band);
      painter.grid(band, ticks);
      painter.title(band, metric.title(), metric.word());
      painter.metric(
          band, metric, stream, origin, metric == Metric.JITTER ? palette.accent() : palette.dim());
    }
    painter.title(group.mos(), "MOS, each second", "MOS");
    painter.note(group.mos(), "limit " + MosPainter.LIMIT);
    new MosPainter(g, palette, axis, left).draw(group.mos(), stream.mos(), stream.since(origin, 0));
    painter.box(group.lane());
    LanePainter lane = new LanePainter(g, palette, axis, left);
    lane.marks(group.lane(), stream, origin);
    if (layout.compact()) {
      painter.title(group.lane(), "", "Marks");
      double all = left + axis.width();
      boolean words = all - LanePainter.legendWidth(stream, true) > TITLE;
      double right = all - LanePainter.legendWidth(stream, words);
      lane.legend(stream, right, group.headerY(), words);
      header(g, palette, group, stream, right - QualityLayout.SIDE * 2);
    } else {
      lane.legend(stream, left, group.lane().titleY(), true);
    }
  }

  private static void header(
      GraphicsContext g, Palette palette, Group group, StreamColumns stream, double room) {
    g.setFont(Fonts.semiBold(Fonts.BASE));
    g.setFill(palette.text());
    String title = TextWidth.fit(StreamWords.title(stream.stream()), g.getFont(), room);
    g.fillText(title, QualityLayout.SIDE, group.headerY());
  }

  private void overlay(GraphicsContext g, Palette palette, double width) {
    for (StreamColumns stream : streams) {
      int row = stream.rowOf(selectedFrame);
      if (row >= 0) {
        vertical(g, axis.x(stream.since(origin, row)), palette.accent(), 1.5);
      }
    }
    if (brushFrom != NONE && pointerX != NONE && Math.abs(pointerX - brushFrom) > CLICK) {
      g.setFill(palette.accent().deriveColor(0, 1, 1, 0.18));
      double x = Math.min(brushFrom, pointerX);
      g.fillRect(x, 0, Math.abs(pointerX - brushFrom), layout.axisY());
    } else if (pointerX != NONE && !streams.isEmpty()) {
      crosshair(g, palette, width);
    }
  }

  private void vertical(
      GraphicsContext g, double timeX, javafx.scene.paint.Color color, double lineWidth) {
    if (timeX >= 0 && timeX <= axis.width()) {
      g.setStroke(color);
      g.setLineWidth(lineWidth);
      double x = crisp(layout.left() + timeX);
      g.strokeLine(x, layout.top(), x, layout.axisY());
    }
  }

  private void crosshair(GraphicsContext g, Palette palette, double width) {
    StreamColumns stream = streams.get(layout.groupAt(pointerY));
    int row = stream.nearest(origin + axis.time(pointerX - layout.left()));
    double x = axis.x(stream.since(origin, row));
    vertical(g, x, palette.text(), 1);
    GraphPainter painter = new GraphPainter(g, palette, axis, layout.left());
    Group group = layout.groups().get(layout.groupAt(pointerY));
    for (int i = 0; i < group.metrics().size(); i++) {
      painter.dot(group.graphs().get(i), group.metrics().get(i), stream, row, origin);
    }
    CrosshairBox.draw(
        g,
        palette,
        layout.left() + x,
        Math.max(6, Math.min(pointerY - 60, layout.axisY() - 80)),
        width,
        CrosshairBox.lines(stream, row, stream.since(origin, row) + offset));
  }

  private void point(MouseEvent e) {
    pointerX = Math.clamp(e.getX(), layout.left(), getWidth() - QualityLayout.SIDE);
    pointerY = e.getY();
    invalidate();
  }

  private void press(MouseEvent e) {
    requestFocus();
    if (e.getButton() == MouseButton.PRIMARY) {
      point(e);
      brushFrom = pointerX;
    }
  }

  private void release(MouseEvent e) {
    if (brushFrom == NONE) {
      return;
    }
    point(e);
    double from = brushFrom;
    brushFrom = NONE;
    if (e.getClickCount() == 2) {
      axis = TimeAxis.whole(axis.end(), axis.width());
    } else if (Math.abs(pointerX - from) > CLICK) {
      axis = axis.show(axis.time(from - layout.left()), axis.time(pointerX - layout.left()));
    } else if (!streams.isEmpty()) {
      StreamColumns stream = streams.get(layout.groupAt(pointerY));
      int row = stream.nearest(origin + axis.time(pointerX - layout.left()));
      onFrame.accept(stream.frame(row));
    }
    invalidate();
  }

  private void scroll(ScrollEvent e) {
    if (e.isShiftDown() || Math.abs(e.getDeltaX()) > Math.abs(e.getDeltaY())) {
      axis = axis.pan(-(e.getDeltaX() + (e.isShiftDown() ? e.getDeltaY() : 0)));
    } else if (e.getDeltaY() != 0) {
      double factor = e.getDeltaY() > 0 ? 1 / ZOOM : ZOOM;
      axis = axis.zoom(factor, e.getX() - layout.left());
    }
    invalidate();
    e.consume();
  }

  private void key(KeyEvent e) {
    boolean used = true;
    switch (e.getCode()) {
      case PLUS, ADD, EQUALS -> axis = axis.zoom(1 / ZOOM, axis.width() / 2);
      case MINUS, SUBTRACT -> axis = axis.zoom(ZOOM, axis.width() / 2);
      case DIGIT0, NUMPAD0 -> axis = TimeAxis.whole(axis.end(), axis.width());
      case LEFT -> step(e.isControlDown() || e.isShiftDown(), -1);
      case RIGHT -> step(e.isControlDown() || e.isShiftDown(), 1);
      default -> used = false;
    }
    if (used) {
      invalidate();
      e.consume();
    }
  }

  private void step(boolean view, int direction) {
    if (view) {
      axis = axis.pan(direction * axis.width() / 4);
      return;
    }
    StreamColumns stream = current();
    if (stream != null) {
      int row = stream.rowOf(selectedFrame);
      int next = row < 0 ? stream.nearest(origin + axis.from()) : row + direction;
      onFrame.accept(stream.frame(Math.clamp(next, 0, stream.size() - 1)));
    }
  }

  /** Selects the next packet with something wrong, or the one before. */
  void problem(boolean forward) {
    StreamColumns stream = current();
    if (stream == null) {
      return;
    }
    int row = stream.rowOf(selectedFrame);
    int found = forward ? stream.problemAfter(row) : stream.problemBefore(row);
    if (found >= 0) {
      onFrame.accept(stream.frame(found));
    }
  }

  /** The stream of the selected packet, else the first with something wrong, else the first. */
  private @org.jspecify.annotations.Nullable StreamColumns current() {
    for (StreamColumns stream : streams) {
      if (stream.rowOf(selectedFrame) >= 0) {
        return stream;
      }
    }
    for (StreamColumns stream : streams) {
      if (stream.problems().length > 0) {
        return stream;
      }
    }
    return streams.isEmpty() ? null : streams.getFirst();
  }
}
