package org.earpiece.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.listing.PacketSort;
import org.earpiece.settings.PacketColumn;

/** Times how long the list of packets takes to be sorted: {@code SortColumns FILE [RUNS]}. */
public final class SortColumns {
  private SortColumns() {}

  public static void main(String[] args) throws Exception {
    int runs = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    List<PacketColumn> columns = new ArrayList<>(PacketColumn.DEFAULT);
    columns.removeIf(column -> column.kind() == PacketColumn.Kind.INFO);
    for (String field : List.of("rtp.seq", "udp.srcport", "sip.Method", "ip.id")) {
      columns.add(new PacketColumn(field, field, field, false));
    }
    try (CaptureSession session = CaptureSession.open(Path.of(args[0]))) {
      session.await();
      int rows = session.snapshot().packets();
      System.out.printf("%,d packets, s: the first time, and the median of %d%n", rows, runs);
      for (PacketColumn column : columns) {
        for (boolean descending : new boolean[] {false, true}) {
          time(session, column, descending, rows, runs);
        }
      }
    }
  }

  private static void time(
      CaptureSession session, PacketColumn column, boolean descending, int rows, int runs)
      throws Exception {
    List<Double> times = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      long start = System.nanoTime();
      new PacketSort(session, column, descending, rows, row -> row + 1).call();
      times.add((System.nanoTime() - start) / 1e9);
    }
    double first = times.getFirst();
    times.sort(null);
    System.out.printf(
        "%-12s %-4s %6.2f %6.2f%n",
        column.title(), descending ? "down" : "up", first, times.get(runs / 2));
  }
}
