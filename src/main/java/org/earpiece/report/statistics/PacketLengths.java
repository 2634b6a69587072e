package org.earpiece.report.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.earpiece.packet.Packet;
import org.earpiece.report.Column;
import org.earpiece.report.plot.Plot;
import org.jspecify.annotations.Nullable;

/** How long packets are on the wire, in Wireshark's ranges. */
final class PacketLengths implements Statistic {
  private static final double MS = 1e6;

  /** Where the ranges begin. */
  private static final int[] FROM = {0, 20, 40, 80, 160, 320, 640, 1_280, 2_560, 5_120};

  private final long[] counts = new long[FROM.length];
  private final long[] sums = new long[FROM.length];
  private final int[] least = new int[FROM.length];
  private final int[] most = new int[FROM.length];
  private final Traffic all = new Traffic();

  @Override
  public void add(Packet packet) {
    int length = packet.length();
    all.add(packet.timeNanos(), length);
    int range = FROM.length - 1;
    while (length < FROM[range]) {
      range--;
    }
    least[range] = counts[range] == 0 ? length : Math.min(least[range], length);
    most[range] = Math.max(most[range], length);
    counts[range]++;
    sums[range] += length;
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.text("length", "Length, bytes"),
        Column.number("count", "Packets"),
        Column.decimal("percent", "%", 2),
        Column.decimal("average", "Average", 2),
        Column.number("min", "Shortest"),
        Column.number("max", "Longest"),
        Column.decimal("per_ms", "A ms", 4));
  }

  @Override
  public List<@Nullable Object[]> rows() {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (int i = 0; i < FROM.length; i++) {
      boolean some = counts[i] > 0;
      rows.add(
          new @Nullable Object[] {
            range(i),
            counts[i],
            Traffic.percent(counts[i], all.packets),
            some ? (double) sums[i] / counts[i] : null,
            some ? least[i] : null,
            some ? most[i] : null,
            all.last > all.first ? counts[i] * MS / (all.last - all.first) : null
          });
    }
    return rows;
  }

  private static String range(int i) {
    return i == FROM.length - 1 ? FROM[i] + " and more" : FROM[i] + "–" + (FROM[i + 1] - 1);
  }

  @Override
  public String filter(@Nullable Object[] row) {
    int from = FROM[rowOf(row)];
    boolean last = rowOf(row) == FROM.length - 1;
    return last
        ? "frame.len >= " + from
        : "frame.len >= " + from + " && frame.len < " + FROM[rowOf(row) + 1];
  }

  private static int rowOf(@Nullable Object[] row) {
    for (int i = 0; i < FROM.length; i++) {
      if (String.valueOf(row[0]).equals(range(i))) {
        return i;
      }
    }
    throw new IllegalArgumentException("no range " + row[0]);
  }

  @Override
  public Plot plot() {
    return StatisticKind.bars(
        "Packet lengths",
        "Packets",
        rows(),
        row -> String.valueOf(row[0]),
        row -> ((Number) Objects.requireNonNull(row[1])).doubleValue());
  }
}
