package org.earpiece.ui.quality;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.earpiece.report.Column;
import org.earpiece.report.CsvTable;

/** Writes the packets of a stream as CSV, with the keys of {@code earpiece stream}. On a worker. */
final class QualityCsv {
  private QualityCsv() {}

  static void write(Path out, StreamColumns stream, int timeDigits) throws IOException {
    List<Column> columns =
        List.of(
            Column.number("frame", "Frame"),
            Column.nanos("time", "Time", timeDigits),
            Column.number("sequence", "Sequence"),
            Column.decimal("delta_ms", "Delta", 3),
            Column.decimal("jitter_ms", "Jitter", 3),
            Column.decimal("skew_ms", "Skew", 3),
            Column.decimal("bandwidth_kbps", "Bandwidth", 2),
            Column.text("marker", "Marker"),
            Column.text("status", "Status"));
    try (Writer writer = Files.newBufferedWriter(out)) {
      CsvTable table = new CsvTable(writer, columns);
      for (int row = 0; row < stream.size(); row++) {
        table.row(
            stream.frame(row),
            stream.time(row),
            stream.sequence(row),
            (double) stream.delta().get(row),
            (double) stream.jitter().get(row),
            (double) stream.skew().get(row),
            (double) stream.bandwidth().get(row),
            stream.marker(row),
            stream.event(row).text());
      }
      table.finish();
    }
  }
}
