package org.earpiece.ui.calls;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.earpiece.report.CallTable;
import org.earpiece.report.CsvTable;
import org.earpiece.report.JsonLines;
import org.earpiece.report.TableWriter;
import org.earpiece.ui.kit.Background;
import org.earpiece.ui.kit.FileDialogs;
import org.earpiece.voip.CallSnapshot;

/** Saves lists of calls for other programs, under the command line's keys. FX thread. */
public final class CallExport {
  private static final String CSV = "csv";

  private final Background.Slot writing;
  private final FileDialogs files;
  private final Consumer<String> notice;

  /** Saves with these dialogs, and tells what became of it. */
  public CallExport(Background background, FileDialogs files, Consumer<String> notice) {
    writing = background.slot();
    this.files = files;
    this.notice = notice;
  }

  /**
   * Asks for a file and saves calls in it.
   *
   * @param digits decimals of times
   * @param ending {@code csv} or {@code json}
   */
  public void save(List<CallSnapshot> calls, int digits, String ending) {
    Path out = files.save("Save the list of calls", "calls", ending);
    if (out != null) {
      boolean csv = out.toString().toLowerCase(Locale.ROOT).endsWith(CSV);
      writing.run(
          () -> write(calls, digits, csv, out),
          path -> notice.accept("The calls are saved in " + path + "."),
          e -> notice.accept("The calls are not saved: " + e.getMessage()));
    }
  }

  private static Path write(List<CallSnapshot> calls, int digits, boolean csv, Path out)
      throws IOException {
    try (Writer writer = Files.newBufferedWriter(out)) {
      TableWriter table =
          csv
              ? new CsvTable(writer, CallTable.columns(digits))
              : new JsonLines(writer, CallTable.columns(digits));
      for (CallSnapshot call : calls) {
        CallTable.row(table, call);
      }
      table.finish();
    }
    return out;
  }
}
