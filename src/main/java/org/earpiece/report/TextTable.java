package org.earpiece.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table aligned for a person. The first rows are held back until the widths are known; later ones
 * keep to those widths as far as they can, so that a table of any length takes little memory.
 */
public final class TextTable implements TableWriter {
  /** Rows that are looked at before the widths are settled. */
  static final int ROWS_TO_MEASURE = 1000;

  private static final String GAP = "  ";
  private static final String ABSENT = "–";

  private final Appendable out;
  private final List<Column> columns = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private final Terminal terminal;
  private final int[] widths;
  private final List<@Nullable Object[]> held = new ArrayList<>();
  private final StringBuilder line = new StringBuilder(256);
  private boolean headed;

  public TextTable(Appendable out, List<Column> columns, Terminal terminal) {
    this.out = out;
    this.terminal = terminal;
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).inText()) {
        this.columns.add(columns.get(i));
        places.add(i);
      }
    }
    widths = new int[this.columns.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Terminal.columns(this.columns.get(i).title());
    }
  }

  @Override
  public void row(@Nullable Object... values) throws IOException {
    if (headed) {
      write(values);
      return;
    }
    measure(values);
    held.add(values.clone());
    if (held.size() == ROWS_TO_MEASURE) {
      flush();
    }
  }

  private void measure(@Nullable Object[] values) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], Terminal.columns(text(i, values)));
    }
  }

  private String text(int i, @Nullable Object[] values) {
    Object value = values[places.get(i)];
    if (value == null || Cells.absent(columns.get(i), value)) {
      return ABSENT;
    }
    StringBuilder cell = new StringBuilder();
    Cells.append(cell, columns.get(i), value);
    return Terminal.harmless(cell.toString());
  }

  private void head() throws IOException {
    int used = 0;
    for (int i = 0; i < widths.length; i++) {
      used = cell(i, columns.get(i).title(), Ink.DIM, used);
    }
    end();
  }

  private void write(@Nullable Object[] values) throws IOException {
    int used = 0;
    for (int i = 0; i < widths.length; i++) {
      Object value = values[places.get(i)];
      boolean absent = value == null || Cells.absent(columns.get(i), value);
      Ink ink = absent ? Ink.DIM : columns.get(i).ink().apply(value);
      used = cell(i, text(i, values), ink, used);
    }
    end();
  }

  /** Adds a cell and answers the columns used; nothing is added beyond the terminal's width. */
  private int cell(int i, String text, Ink ink, int used) {
    int start = used + (i == 0 ? 0 : GAP.length());
    int room = terminal.width() == 0 ? Integer.MAX_VALUE : terminal.width() - start;
    if (room <= 0) {
      return used;
    }
    String shown = Terminal.cut(text, room);
    int taken = Terminal.columns(shown);
    int padding = Math.max(0, Math.min(widths[i], room) - taken);
    boolean right = columns.get(i).right();
    line.append(i == 0 ? "" : GAP).repeat(' ', right ? padding : 0);
    terminal.paint(line, ink, shown);
    if (!right && i < widths.length - 1) {
      line.repeat(' ', padding);
    }
    return start + taken + padding;
  }

  private void end() throws IOException {
    int length = line.length();
    while (length > 0 && line.charAt(length - 1) == ' ') {
      length--;
    }
    line.setLength(length);
    out.append(line.append('\n'));
    line.setLength(0);
  }

  @Override
  public void flush() throws IOException {
    if (headed) {
      return;
    }
    headed = true;
    head();
    for (@Nullable Object[] values : held) {
      write(values);
    }
    held.clear();
  }

  @Override
  public void finish() throws IOException {
    flush();
  }
}
