package org.earpiece.report.statistics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.earpiece.filter.PacketFilter;
import org.earpiece.filter.compute.Computation;
import org.earpiece.filter.compute.Ranges;
import org.earpiece.filter.compute.Source;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.report.Column;
import org.earpiece.report.plot.Plot;
import org.jspecify.annotations.Nullable;

/** Packets over time: what each filter accepts in each interval, from the first packet on. */
public final class IoGraph implements Statistic {
  /** Intervals that are kept; where there would be more, each becomes twice as long. */
  static final int MAX_INTERVALS = 100_000;

  private static final double NANOS = 1e9;
  private static final double BITS = 8;

  /**
   * A line of the graph.
   *
   * @param filter which packets are counted; null for all
   */
  public record Line(String name, @Nullable PacketFilter filter) {}

  private static final class Counts {
    final @Nullable PacketFilter filter;
    final @Nullable Computation value;
    double[] sums = new double[64];
    long[] counts = new long[64];

    Counts(@Nullable PacketFilter filter, @Nullable Computation value) {
      this.filter = filter;
      this.value = value;
    }

    void add(int at, double value, Measure.Kind kind) {
      if (at >= sums.length) {
        int size = Math.min(MAX_INTERVALS, Math.max(at + 1, 2 * sums.length));
        sums = Arrays.copyOf(sums, size);
        counts = Arrays.copyOf(counts, size);
      }
      boolean first = counts[at] == 0;
      sums[at] =
          switch (kind) {
            case MIN -> first ? value : Math.min(sums[at], value);
            case MAX -> first ? value : Math.max(sums[at], value);
            default -> sums[at] + value;
          };
      counts[at]++;
    }

    /** Two intervals become one. */
    void halve(Measure.Kind kind) {
      double[] oldSums = sums;
      long[] oldCounts = counts;
      sums = new double[oldSums.length];
      counts = new long[oldCounts.length];
      for (int i = 0; i < oldSums.length; i++) {
        if (oldCounts[i] > 0) {
          long before = counts[i / 2];
          add(i / 2, oldSums[i], kind);
          counts[i / 2] = before + oldCounts[i];
        }
      }
    }
  }

  private final Measure measure;
  private final List<String> names = new ArrayList<>();
  private final List<Counts> lines = new ArrayList<>();
  private final FieldValues values = new FieldValues();
  private long interval;
  private long start = Long.MIN_VALUE;
  private int intervals;

  /**
   * A graph without a packet.
   *
   * @param intervalNanos length of an interval, more than 0
   */
  public IoGraph(List<Line> lines, Measure measure, long intervalNanos) {
    this.measure = measure;
    interval = intervalNanos;
    for (Line line : lines) {
      names.add(line.name());
      Computation value =
          measure.kind().ofField() ? Source.all(measure.fields(), Ranges.ALL) : null;
      this.lines.add(new Counts(line.filter(), value));
    }
  }

  @Override
  public void add(Packet packet) {
    if (start == Long.MIN_VALUE) {
      start = packet.timeNanos();
    }
    long since = Math.max(0, packet.timeNanos() - start);
    while (since / interval >= MAX_INTERVALS) {
      interval *= 2;
      intervals = (intervals + 1) / 2;
      lines.forEach(line -> line.halve(measure.kind()));
    }
    int at = (int) (since / interval);
    intervals = Math.max(intervals, at + 1);
    for (Counts line : lines) {
      if (line.filter == null || line.filter.test(packet)) {
        count(line, at, packet);
      }
    }
  }

  private void count(Counts line, int at, Packet packet) {
    switch (measure.kind()) {
      case PACKETS -> line.add(at, 1, Measure.Kind.PACKETS);
      case BYTES, BITS -> line.add(at, packet.length(), measure.kind());
      case SUM, AVG, MIN, MAX -> {
        if (line.value != null) {
          values.begin(packet.bytes());
          line.value.compute(packet, values);
          boolean real = measure.fields().getFirst().type() == FieldType.DOUBLE;
          for (int i = 0; i < values.size(); i++) {
            line.add(at, real ? values.real(i) : scaled(values.number(i)), measure.kind());
          }
        }
      }
    }
  }

  /** Spans of time are told in seconds. */
  private double scaled(long number) {
    return measure.fields().getFirst().type() == FieldType.RELATIVE_TIME ? number / NANOS : number;
  }

  /** An interval's value; NaN where it has none. */
  private double value(Counts line, int at) {
    boolean none = at >= line.counts.length || line.counts[at] == 0;
    return switch (measure.kind()) {
      case PACKETS, BYTES, SUM -> none ? 0 : line.sums[at];
      case BITS -> none ? 0 : line.sums[at] * BITS * NANOS / interval;
      case AVG -> none ? Double.NaN : line.sums[at] / line.counts[at];
      case MIN, MAX -> none ? Double.NaN : line.sums[at];
    };
  }

  /** How long an interval is by now, ns. */
  public long interval() {
    return interval;
  }

  @Override
  public List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.nanos("time", "Time", 3));
    int digits = measure.kind() == Measure.Kind.AVG ? 3 : 0;
    for (String name : names) {
      columns.add(Column.decimal(name, name, digits));
    }
    return columns;
  }

  @Override
  public List<@Nullable Object[]> rows() {
    List<@Nullable Object[]> rows = new ArrayList<>(intervals);
    for (int at = 0; at < intervals; at++) {
      @Nullable Object[] row = new @Nullable Object[1 + lines.size()];
      row[0] = at * interval;
      for (int i = 0; i < lines.size(); i++) {
        row[i + 1] = value(lines.get(i), at);
      }
      rows.add(row);
    }
    return rows;
  }

  /** The lines, at the middle of each interval; seconds since the first packet. */
  public List<Plot.Series> series() {
    List<Plot.Series> series = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      double[] xs = new double[intervals];
      double[] ys = new double[intervals];
      for (int at = 0; at < intervals; at++) {
        xs[at] = (at + 0.5) * interval / NANOS;
        ys[at] = value(lines.get(i), at);
      }
      series.add(new Plot.Series(names.get(i), xs, ys));
    }
    return series;
  }

  @Override
  public String filter(@Nullable Object[] row) {
    long from = (Long) Objects.requireNonNull(row[0]);
    return "frame.time_relative >= "
        + seconds(from)
        + " && frame.time_relative < "
        + seconds(from + interval);
  }

  private static String seconds(long nanos) {
    return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString();
  }

  @Override
  public Plot plot() {
    String each = " in " + seconds(interval) + " s";
    boolean rate = measure.kind() == Measure.Kind.BITS;
    return Plot.lines(
        "Packets over time", "seconds", measure.title() + (rate ? "" : each), series());
  }
}
