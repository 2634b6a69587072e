package org.earpiece.report;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object (RFC 8259) a line. Absent values are null; text that is no valid Unicode is
 * escaped, so that nothing is lost.
 */
public final class JsonLines implements TableWriter {
  private final Appendable out;
  private final List<Column> columns;
  private final StringBuilder line = new StringBuilder(512);

  public JsonLines(Appendable out, List<Column> columns) {
    this.out = out;
    this.columns = columns;
  }

  @Override
  public void row(@Nullable Object... values) throws IOException {
    line.setLength(0);
    for (int i = 0; i < columns.size(); i++) {
      line.append(i == 0 ? '{' : ',');
      string(line, columns.get(i).key());
      line.append(':');
      value(columns.get(i), values[i]);
    }
    out.append(line.append("}\n"));
  }

  private void value(Column column, @Nullable Object value) {
    if (value == null || Cells.absent(column, value)) {
      line.append("null");
    } else if (value instanceof List<?> list) {
      line.append('[');
      for (int i = 0; i < list.size(); i++) {
        line.append(i == 0 ? "" : ",");
        value(column, list.get(i));
      }
      line.append(']');
    } else if (value instanceof Number || value instanceof Boolean) {
      Cells.append(line, column, value);
    } else {
      string(line, value.toString());
    }
  }

  /** Adds a JSON string with its quotes. */
  public static void string(StringBuilder out, CharSequence text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c >= ' ' && c < 0x7F) {
            out.append(c);
          } else if (Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1))) {
            out.append(c).append(text.charAt(++i));
          } else if (c < 0xA0 || Character.isSurrogate(c) || c == 0x2028 || c == 0x2029) {
            out.append("\\u").append(String.format("%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  @Override
  public void flush() {}

  @Override
  public void finish() {}
}
