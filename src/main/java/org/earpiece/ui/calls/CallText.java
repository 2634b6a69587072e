package org.earpiece.ui.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.earpiece.report.CallTable;
import org.earpiece.report.CsvTable;
import org.earpiece.report.JsonLines;
import org.earpiece.report.TableWriter;
import org.earpiece.voip.CallSnapshot;

/** A call as text for other programs, under the command line's keys. */
final class CallText {
  private static final int DIGITS = 9;

  private CallText() {}

  static String csv(CallSnapshot call) {
    StringBuilder out = new StringBuilder();
    return write(new CsvTable(out, CallTable.columns(DIGITS)), call, out);
  }

  static String json(CallSnapshot call) {
    StringBuilder out = new StringBuilder();
    return write(new JsonLines(out, CallTable.columns(DIGITS)), call, out);
  }

  private static String write(TableWriter table, CallSnapshot call, StringBuilder out) {
    try {
      CallTable.row(table, call);
      table.finish();
      return out.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
