package org.earpiece.ui.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.earpiece.report.Column;
import org.earpiece.report.CsvTable;
import org.earpiece.report.JsonLines;
import org.earpiece.report.TableWriter;
import org.earpiece.voip.CallSnapshot;
import org.jspecify.annotations.Nullable;

/** A call as text for other programs, under the command line's keys. */
final class CallText {
  private static final List<Column> COLUMNS =
      List.of(
          Column.number("call", "Call"),
          Column.text("call_id", "Call-ID"),
          Column.text("from", "From"),
          Column.text("to", "To"),
          Column.text("state", "State"),
          Column.nanos("start", "Start", 9),
          Column.nanos("answer", "Answer", 9),
          Column.nanos("end", "End", 9),
          Column.nanos("duration", "Duration", 3),
          Column.text("comment", "Comment"),
          Column.text("codec", "Codec"),
          Column.decimal("mos", "MOS", 2));

  private CallText() {}

  static String csv(CallSnapshot call) {
    StringBuilder out = new StringBuilder();
    return write(new CsvTable(out, COLUMNS), call, out);
  }

  static String json(CallSnapshot call) {
    StringBuilder out = new StringBuilder();
    return write(new JsonLines(out, COLUMNS), call, out);
  }

  private static String write(TableWriter table, CallSnapshot c, StringBuilder out) {
    try {
      table.row(
          new @Nullable Object[] {
            c.number(),
            c.callId(),
            c.from(),
            c.to(),
            c.state().name(),
            c.start(),
            c.answer(),
            c.end(),
            c.durationNanos(),
            c.comment(),
            c.codec(),
            c.mos()
          });
      table.finish();
      return out.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
