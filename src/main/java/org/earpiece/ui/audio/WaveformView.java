package org.earpiece.ui.audio;

import java.util.List;
import java.util.function.LongConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.TextAlignment;
import org.earpiece.session.CallAudio;
import org.earpiece.ui.kit.CanvasView;
import org.earpiece.ui.kit.Fonts;
import org.earpiece.ui.kit.Palette;
import org.earpiece.ui.kit.TimeAxis;
import org.jspecify.annotations.Nullable;

/**
 * The waveform of each track on one time axis, with what was lost and the play head. A click seeks,
 * the wheel zooms, double click shows all. FX thread.
 */
final class WaveformView extends CanvasView {
  /** Height of the time axis. */
  static final double AXIS = 24;

  /** Space between tracks. */
  static final double GAP = 8;

  private static final double SIDE = 14;
  private static final double TICK_PIXELS = 110;
  private static final double ZOOM = 1.25;
  private static final double FULL = 32768;

  private final LongConsumer onSeek;
  private @Nullable Sound sound;
  private TimeAxis axis = TimeAxis.whole(0, 1);
  private double offset;
  private long head;

  /**
   * An empty view.
   *
   * @param onSeek is told the sample that was clicked
   */
  WaveformView(LongConsumer onSeek) {
    this.onSeek = onSeek;
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setOnMousePressed(this::press);
    setOnMouseDragged(this::seek);
    setOnScroll(this::scroll);
  }

  /**
   * Shows sound.
   *
   * @param newOffset what its first time is on the labels, ns
   * @param same whether it is the sound of before, grown: the view stays where it is
   */
  void show(Sound next, double newOffset, boolean same) {
    sound = next;
    offset = newOffset;
    double end = next.nanos(next.length());
    axis = same ? axis.withEnd(end) : TimeAxis.whole(end, axis.width());
    invalidate();
  }

  /** Puts the play head at a sample, and into view. */
  void head(long sample, boolean follow) {
    Sound shown = sound;
    if (sample == head || shown == null) {
      return;
    }
    head = sample;
    double x = axis.x(shown.nanos((double) sample));
    if (follow && (x < 0 || x > axis.width())) {
      axis = axis.pan(x - axis.width() * 0.1);
    }
    invalidate();
  }

  @Override
  protected void draw(GraphicsContext g, double width, double height, Palette palette) {
    Sound shown = sound;
    if (shown == null) {
      return;
    }
    axis = axis.withWidth(width - SIDE);
    List<TimeAxis.Tick> ticks = axis.ticks(TICK_PIXELS, offset);
    int count = shown.peaks().size();
    double each = Math.floor((height - AXIS) / Math.max(1, count));
    for (int i = 0; i < count; i++) {
      track(g, palette, shown, i, i * each + GAP / 2, each - GAP, ticks);
    }
    axis(g, palette, ticks, height - AXIS);
    double x = axis.x(shown.nanos((double) head));
    if (x >= 0 && x <= axis.width()) {
      g.setStroke(palette.accent());
      g.setLineWidth(2);
      g.strokeLine(x, 0, x, height - AXIS);
    }
  }

  private void axis(GraphicsContext g, Palette palette, List<TimeAxis.Tick> ticks, double y) {
    g.setFont(Fonts.regular(Fonts.TINY));
    g.setFill(palette.dim());
    for (TimeAxis.Tick tick : ticks) {
      boolean first = tick.x() < 16;
      boolean last = tick.x() > axis.width() - 20;
      g.setTextAlign(
          first ? TextAlignment.LEFT : last ? TextAlignment.RIGHT : TextAlignment.CENTER);
      g.fillText(tick.label(), first ? 0 : Math.min(tick.x(), axis.width()), y + 16);
    }
    g.setTextAlign(TextAlignment.LEFT);
  }

  private void track(
      GraphicsContext g,
      Palette palette,
      Sound shown,
      int index,
      double y,
      double height,
      List<TimeAxis.Tick> ticks) {
    g.setFill(palette.code());
    g.fillRect(0, y, axis.width(), height);
    g.setStroke(palette.line());
    g.setLineWidth(1);
    for (TimeAxis.Tick tick : ticks) {
      g.strokeLine(crisp(tick.x()), y, crisp(tick.x()), y + height);
    }
    g.strokeLine(0, crisp(y + height / 2), axis.width(), crisp(y + height / 2));
    wave(g, palette, shown, index, y, height);
    gaps(g, palette, shown, shown.audio().tracks().get(index), y, height);
    g.setStroke(palette.line());
    g.strokeRect(0.5, crisp(y), axis.width() - 1, height - 1);
  }

  private void wave(
      GraphicsContext g, Palette palette, Sound shown, int index, double y, double height) {
    Peaks peaks = shown.peaks().get(index);
    double middle = y + height / 2;
    double scale = (height / 2 - 3) / FULL;
    g.setStroke(index % 2 == 0 ? palette.accent() : palette.good());
    g.setLineWidth(1);
    g.beginPath();
    for (int px = 0; px < axis.width(); px++) {
      int from = Math.clamp(shown.samples(axis.time(px)), 0, peaks.size());
      int next = Math.clamp(shown.samples(axis.time(px + 1)), 0, peaks.size());
      int to = Math.min(peaks.size(), Math.max(next, from + 1));
      if (from < to) {
        double top = middle - peaks.max(from, to) * scale;
        double bottom = middle - peaks.min(from, to) * scale;
        g.moveTo(px + 0.5, top - 0.5);
        g.lineTo(px + 0.5, bottom + 0.5);
      }
    }
    g.stroke();
  }

  /** Each stretch that was lost: a ground, and a mark at its top. */
  private void gaps(
      GraphicsContext g,
      Palette palette,
      Sound shown,
      CallAudio.Track track,
      double y,
      double height) {
    int[] gaps = track.gaps();
    double marked = Double.NEGATIVE_INFINITY;
    for (int i = 0; i + 1 < gaps.length; i += 2) {
      double left = axis.x(shown.nanos(gaps[i]));
      double right = axis.x(shown.nanos(gaps[i + 1]));
      if (right < 0 || left > axis.width()) {
        continue;
      }
      double from = Math.max(0, left);
      g.setFill(palette.poorBand());
      g.fillRect(from, y, Math.max(1, Math.min(right, axis.width()) - from), height);
      double x = Math.clamp((left + right) / 2, 0, axis.width());
      if (x - marked >= 3) {
        marked = x;
        g.setFill(palette.poor());
        g.fillPolygon(new double[] {x - 4, x + 4, x}, new double[] {y + 2, y + 2, y + 10}, 3);
      }
    }
  }

  private void press(MouseEvent e) {
    if (e.getClickCount() == 2) {
      axis = TimeAxis.whole(axis.end(), axis.width());
      invalidate();
    } else {
      seek(e);
    }
  }

  private void seek(MouseEvent e) {
    Sound shown = sound;
    if (shown != null) {
      double time = axis.time(Math.clamp(e.getX(), 0, axis.width()));
      onSeek.accept(Math.min(shown.samples(time), shown.length()));
    }
  }

  private void scroll(ScrollEvent e) {
    if (e.isShiftDown() || Math.abs(e.getDeltaX()) > Math.abs(e.getDeltaY())) {
      axis = axis.pan(-(e.getDeltaX() + e.getDeltaY()));
    } else if (e.getDeltaY() != 0) {
      axis = axis.zoom(e.getDeltaY() > 0 ? 1 / ZOOM : ZOOM, e.getX());
    }
    invalidate();
    e.consume();
  }
}
