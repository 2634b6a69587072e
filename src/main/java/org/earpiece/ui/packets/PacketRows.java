package org.earpiece.ui.packets;

import java.util.List;
import org.earpiece.session.FilterScan;
import org.earpiece.ui.kit.Numbers;
import org.earpiece.ui.kit.TimeStyle;
import org.earpiece.ui.kit.table.Cell;
import org.earpiece.ui.kit.table.Ink;
import org.earpiece.ui.kit.table.TableColumn;
import org.earpiece.ui.kit.table.TableRows;
import org.earpiece.ui.kit.table.Tint;
import org.jspecify.annotations.Nullable;

/** The packets of a capture as rows: all of them, or those a filter accepts. FX thread. */
final class PacketRows implements TableRows {
  static final int SOURCE = 2;
  static final int DESTINATION = 3;
  static final int PROTOCOL = 4;

  static final List<TableColumn> COLUMNS =
      List.of(
          TableColumn.right("no", "No.", 72).unsorted(),
          TableColumn.right("time", "Time", 116).unsorted(),
          TableColumn.left("source", "Source", 158).unsorted(),
          TableColumn.left("destination", "Destination", 158).unsorted(),
          TableColumn.left("protocol", "Protocol", 92).unsorted(),
          TableColumn.right("length", "Length", 72).unsorted(),
          TableColumn.left("info", "Info", 480).unsorted());

  private final PacketLines lines;
  private final int digits;
  private TimeStyle style;
  private @Nullable FilterScan scan;
  private int packets;
  private int accepted;
  private long first;

  PacketRows(PacketLines lines, TimeStyle style, int digits) {
    this.lines = lines;
    this.style = style;
    this.digits = digits;
  }

  void show(int packetsNow, long firstNanos, @Nullable FilterScan filter) {
    packets = packetsNow;
    first = firstNanos;
    scan = filter;
    accepted = filter == null ? packets : filter.size();
  }

  TimeStyle style() {
    return style;
  }

  void style(TimeStyle next) {
    style = next;
  }

  PacketLine line(int row) {
    return lines.line(key(row));
  }

  @Override
  public int size() {
    return accepted;
  }

  @Override
  public int key(int row) {
    return scan == null ? row + 1 : scan.frame(row);
  }

  @Override
  public int row(int frame) {
    if (scan == null) {
      return frame >= 1 && frame <= packets ? frame - 1 : -1;
    }
    int row = rowAtOrAfter(frame);
    return row < accepted && scan.frame(row) == frame ? row : -1;
  }

  /** The first row whose frame is not before this one. */
  int rowAtOrAfter(int frame) {
    int low = 0;
    int high = accepted;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (key(middle) < frame) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public Tint tint(int row) {
    return line(row).tint();
  }

  @Override
  public void cell(int row, int column, Cell out) {
    PacketLine line = line(row);
    switch (column) {
      case 0 -> out.text(Numbers.count(key(row)));
      case 1 -> out.text(time(row, line));
      case SOURCE -> out.text(line.source());
      case DESTINATION -> out.text(line.destination());
      case PROTOCOL -> out.text(line.protocol());
      case 5 -> out.text(line.length() == 0 ? "" : Numbers.count(line.length()));
      default -> out.text(line.info(), line.timeNanos() == 0 ? Ink.DIM : Ink.TEXT);
    }
  }

  private String time(int row, PacketLine line) {
    if (line.timeNanos() == 0) {
      return "";
    }
    long before =
        style == TimeStyle.DELTA && row > 0 ? line(row - 1).timeNanos() : line.timeNanos();
    return style.text(line.timeNanos(), first, before, digits);
  }
}
