package org.earpiece.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A stretch of time on the screen's width: what is shown of what there is, zoomed and moved. All
 * times are ns from the start of the data. Immutable.
 *
 * @param from the time at the left edge
 * @param to the time at the right edge
 * @param end the last time there is; the view never leaves [0, end]
 * @param width pixels
 */
public record TimeAxis(double from, double to, double end, double width) {
  /** The shortest stretch that can be shown, ns: 2 ms, where single packets stand apart. */
  public static final double SHORTEST = 2e6;

  private static final double SECOND = 1e9;
  private static final double MINUTE = 60 * SECOND;
  private static final double[] STEPS = {
    1e5,
    2e5,
    5e5,
    1e6,
    2e6,
    5e6,
    1e7,
    2e7,
    5e7,
    1e8,
    2e8,
    5e8,
    SECOND,
    2 * SECOND,
    5 * SECOND,
    10 * SECOND,
    15 * SECOND,
    30 * SECOND,
    MINUTE,
    2 * MINUTE,
    5 * MINUTE,
    10 * MINUTE,
    15 * MINUTE,
    30 * MINUTE,
    60 * MINUTE,
    120 * MINUTE,
    360 * MINUTE,
    720 * MINUTE,
    1440 * MINUTE
  };

  /** A mark on the axis. */
  public record Tick(double x, String label) {}

  /** An axis that shows everything. */
  public static TimeAxis whole(double end, double width) {
    double all = Math.max(end, SHORTEST);
    return new TimeAxis(0, all, all, Math.max(1, width));
  }

  /** Whether everything is shown. */
  public boolean isWhole() {
    return from <= 0 && to >= end;
  }

  public double x(double time) {
    return (time - from) / (to - from) * width;
  }

  public double time(double x) {
    return from + x / width * (to - from);
  }

  public double nanosPerPixel() {
    return (to - from) / width;
  }

  /** Zooms by a factor (below 1 magnifies) so that the time at {@code x} stays there. */
  public TimeAxis zoom(double factor, double x) {
    double span = Math.clamp((to - from) * factor, Math.min(SHORTEST, end), end);
    double left = time(x) - x / width * span;
    return within(left, left + span);
  }

  /** Moves what is shown by pixels; positive shows later times. */
  public TimeAxis pan(double pixels) {
    double by = pixels * nanosPerPixel();
    return within(from + by, to + by);
  }

  /** Shows the stretch between two times, in either order. */
  public TimeAxis show(double one, double other) {
    double left = Math.min(one, other);
    double right = Math.max(one, other);
    double missing = Math.max(0, Math.min(SHORTEST, end) - (right - left));
    return within(left - missing / 2, right + missing / 2);
  }

  /**
   * The same view on more data: what showed everything does so again, what showed the end goes with
   * it.
   */
  public TimeAxis withEnd(double newEnd) {
    double all = Math.max(newEnd, SHORTEST);
    if (isWhole()) {
      return new TimeAxis(0, all, all, width);
    }
    double slide = to >= end ? all - end : 0;
    return new TimeAxis(from, to, all, width).within(from + slide, to + slide);
  }

  public TimeAxis withWidth(double pixels) {
    return new TimeAxis(from, to, end, Math.max(1, pixels));
  }

  private TimeAxis within(double left, double right) {
    double span = Math.min(right - left, end);
    double start = Math.clamp(left, 0, end - span);
    return new TimeAxis(start, start + span, end, width);
  }

  /** Round times at least {@code minPixels} apart. */
  public List<Tick> ticks(double minPixels) {
    return ticks(minPixels, 0);
  }

  /**
   * Round times at least {@code minPixels} apart, told from another start.
   *
   * @param offset what the data's first time is on the labels, ns
   */
  public List<Tick> ticks(double minPixels, double offset) {
    double step = step(minPixels * nanosPerPixel());
    List<Tick> ticks = new ArrayList<>();
    for (double k = Math.ceil((from + offset) / step); k * step <= to + offset; k++) {
      ticks.add(new Tick(x(k * step - offset), label(k * step, step)));
    }
    return ticks;
  }

  private static double step(double least) {
    for (double step : STEPS) {
      if (step >= least) {
        return step;
      }
    }
    return STEPS[STEPS.length - 1];
  }

  private static String label(double time, double step) {
    if (step >= MINUTE) {
      long minutes = Math.round(time / MINUTE);
      return minutes < 60
          ? minutes + " min"
          : String.format(Locale.ROOT, "%d:%02d h", minutes / 60, minutes % 60);
    }
    if (time >= 10 * MINUTE && step >= SECOND) {
      long seconds = Math.round(time / SECOND);
      return String.format(Locale.ROOT, "%d:%02d min", seconds / 60, seconds % 60);
    }
    int digits = (int) Math.clamp(Math.ceil(-Math.log10(step / SECOND)), 0, 4);
    return String.format(Locale.ROOT, "%." + digits + "f s", time / SECOND);
  }
}
