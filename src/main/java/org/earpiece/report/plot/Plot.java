package org.earpiece.report.plot;

import java.util.List;

/**
 * What a plot shows. Lines have an x for each value; bars have a name for each instead.
 *
 * @param xTitle what the horizontal axis tells, with its unit
 * @param yTitle what the vertical axis tells, with its unit
 * @param names of the bars, from the top; empty where there are lines
 */
public record Plot(
    String title, String xTitle, String yTitle, List<String> names, List<Series> series) {
  /**
   * Values that belong together.
   *
   * @param xs one for each value, ascending; empty where there are bars
   * @param ys NaN where there is no value
   */
  public record Series(String name, double[] xs, double[] ys) {}

  /** Bars of one series. */
  public static Plot bars(String title, String unit, List<String> names, double[] values) {
    Series series = new Series(unit, new double[0], values);
    return new Plot(title, unit, "", names, List.of(series));
  }

  /** Lines over an axis. */
  public static Plot lines(String title, String xTitle, String yTitle, List<Series> series) {
    return new Plot(title, xTitle, yTitle, List.of(), series);
  }

  public boolean isBars() {
    return !names.isEmpty();
  }
}
