package org.earpiece.report;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values (RFC 4180): a head of keys, lines end in CR LF. Absent values are empty,
 * an empty text is {@code ""}, the parts of a list are parted by spaces.
 */
public final class CsvTable implements TableWriter {
  private final Appendable out;
  private final List<Column> columns;
  private final StringBuilder line = new StringBuilder(512);
  private final StringBuilder cell = new StringBuilder();
  private boolean headed;

  public CsvTable(Appendable out, List<Column> columns) {
    this.out = out;
    this.columns = columns;
  }

  @Override
  public void row(@Nullable Object... values) throws IOException {
    flush();
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) {
        line.append(',');
      }
      Object value = values[i];
      if (value != null && !Cells.absent(columns.get(i), value)) {
        cell.setLength(0);
        Cells.append(cell, columns.get(i), value);
        quoted(cell);
      }
    }
    end();
  }

  private void quoted(CharSequence text) {
    boolean plain = !text.isEmpty();
    for (int i = 0; i < text.length() && plain; i++) {
      char c = text.charAt(i);
      plain = c != ',' && c != '"' && c != '\r' && c != '\n';
    }
    if (plain) {
      line.append(text);
      return;
    }
    line.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      line.append(c);
      if (c == '"') {
        line.append('"');
      }
    }
    line.append('"');
  }

  private void end() throws IOException {
    out.append(line.append("\r\n"));
    line.setLength(0);
  }

  @Override
  public void flush() throws IOException {
    if (!headed) {
      headed = true;
      for (int i = 0; i < columns.size(); i++) {
        if (i > 0) {
          line.append(',');
        }
        quoted(columns.get(i).key());
      }
      end();
    }
  }

  @Override
  public void finish() throws IOException {
    flush();
  }
}
