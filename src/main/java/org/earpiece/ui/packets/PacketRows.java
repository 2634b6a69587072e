package org.earpiece.ui.packets;

import java.util.List;
import java.util.function.IntUnaryOperator;
import javafx.scene.paint.Color;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.FilterScan;
import org.earpiece.session.listing.Colouring;
import org.earpiece.session.listing.PacketOrder;
import org.earpiece.settings.PacketColumn;
import org.earpiece.store.FrameMarks;
import org.earpiece.ui.kit.Numbers;
import org.earpiece.ui.kit.Palette;
import org.earpiece.ui.kit.TimeStyle;
import org.earpiece.ui.kit.table.Cell;
import org.earpiece.ui.kit.table.Ink;
import org.earpiece.ui.kit.table.TableRows;
import org.earpiece.ui.packets.colour.RuleColours;
import org.earpiece.ui.packets.names.PacketNames;
import org.earpiece.ui.packets.time.PacketTimes;
import org.jspecify.annotations.Nullable;

/** The packets of a capture as rows: all of them, or those a filter accepts. FX thread. */
final class PacketRows implements TableRows {
  private static final String MARK = "● ";
  private static final String COMMENT = "✎ ";
  private static final String REFERENCE = "*REF*";

  private final CaptureSession session;
  private final FrameMarks marks;
  private final PacketLines lines;
  private final PacketTimes times;
  private final RuleColours colours;
  private final int digits;
  private List<PacketColumn> columns = List.of();
  private int[] valueOf = new int[0];
  private PacketNames names = PacketNames.NONE;
  private @Nullable FilterScan scan;
  private @Nullable PacketOrder order;
  private int packets;
  private int accepted;

  PacketRows(CaptureSession session, PacketLines lines, PacketTimes times, RuleColours colours) {
    this.session = session;
    this.lines = lines;
    this.times = times;
    this.colours = colours;
    marks = session.marks();
    digits = session.timeDigits();
  }

  void show(int packetsNow, @Nullable FilterScan filter) {
    packets = packetsNow;
    scan = filter;
    accepted = filter == null ? packets : filter.size();
  }

  /** Takes other columns. */
  void columns(List<PacketColumn> next) {
    columns = List.copyOf(next);
    valueOf = new int[next.size()];
    int values = 0;
    for (int i = 0; i < valueOf.length; i++) {
      valueOf[i] = next.get(i).kind() == PacketColumn.Kind.FIELDS ? values++ : -1;
    }
  }

  List<PacketColumn> columns() {
    return columns;
  }

  void names(PacketNames next) {
    names = next;
  }

  /** Shows the rows in another order, or as they came. */
  void order(@Nullable PacketOrder next) {
    order = next;
  }

  /** The frame of each row as they came, for any thread. */
  IntUnaryOperator frames() {
    FilterScan shown = scan;
    return shown == null ? row -> row + 1 : shown::frame;
  }

  /** The frame of each row as they stand, for any thread. */
  IntUnaryOperator frameAt() {
    IntUnaryOperator frames = frames();
    PacketOrder sorted = order;
    return sorted == null ? frames : place -> frames.applyAsInt(sorted.row(place));
  }

  @Nullable PacketOrder order() {
    return order;
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
    return natural(order == null ? row : order.row(row));
  }

  /** The frame of a row as they came. */
  int natural(int row) {
    return scan == null ? row + 1 : scan.frame(row);
  }

  @Override
  public int row(int frame) {
    int row = naturalRow(frame);
    return row < 0 || order == null ? row : order.place(row);
  }

  private int naturalRow(int frame) {
    if (scan == null) {
      return frame >= 1 && frame <= packets ? frame - 1 : -1;
    }
    int row = rowAtOrAfter(frame);
    return row < accepted && scan.frame(row) == frame ? row : -1;
  }

  /** The first row, of those as they came, whose frame is not before this one. */
  int rowAtOrAfter(int frame) {
    int low = 0;
    int high = accepted;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (natural(middle) < frame) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public @Nullable Color ground(int row, Palette palette) {
    int frame = key(row);
    if (marks.marked(frame)) {
      return palette.text();
    }
    int rule = lines.line(frame).rule();
    return rule == Colouring.NONE ? null : colours.of(rule, palette).ground();
  }

  @Override
  public @Nullable Color ink(int row, Palette palette) {
    int frame = key(row);
    if (marks.marked(frame)) {
      return palette.panel();
    }
    int rule = lines.line(frame).rule();
    return rule == Colouring.NONE ? null : colours.of(rule, palette).ink();
  }

  @Override
  public void cell(int row, int column, Cell out) {
    int frame = key(row);
    PacketLine line = lines.line(frame);
    Ink ink = line.timeNanos() == 0 || marks.ignored(frame) ? Ink.DIM : Ink.TEXT;
    out.text(text(row, frame, line, column), ink);
  }

  private String text(int row, int frame, PacketLine line, int column) {
    return switch (columns.get(column).kind()) {
      case NUMBER -> (marks.marked(frame) ? MARK : "") + Numbers.count(frame);
      case TIME -> time(row, frame, line);
      case SOURCE -> names.address(line.source());
      case DESTINATION -> names.address(line.destination());
      case PROTOCOL -> line.protocol();
      case LENGTH -> line.length() == 0 ? "" : Numbers.count(line.length());
      case INFO -> (line.comment() ? COMMENT : "") + line.info();
      case SOURCE_PORT -> line.sport() == 0 ? "" : names.port(line.sport());
      case DESTINATION_PORT -> line.dport() == 0 ? "" : names.port(line.dport());
      case FIELDS -> value(line, valueOf[column]);
    };
  }

  /** A filter on the value of a cell, or empty where there is none. */
  String filter(int row, int column) {
    int frame = key(row);
    PacketColumn shown = columns.get(column);
    return shown.kind() == PacketColumn.Kind.FIELDS
        ? lines.filter(frame, valueOf[column])
        : PacketFilters.ofCell(line(row), frame, shown);
  }

  private static String value(PacketLine line, int number) {
    return number < line.values().size() ? line.values().get(number) : "";
  }

  private String time(int row, int frame, PacketLine line) {
    long time = line.timeNanos();
    if (time == 0) {
      return "";
    }
    if (marks.reference(frame) && times.style() == TimeStyle.RELATIVE) {
      return REFERENCE;
    }
    long shift = marks.shiftNanos();
    long first = session.index().timeNanos(marks.referenceOf(frame)) + shift;
    long before = time;
    if (times.style() == TimeStyle.PREVIOUS && frame > 1) {
      before = session.index().timeNanos(frame - 1) + shift;
    } else if (times.style() == TimeStyle.DELTA && row > 0) {
      before = session.index().timeNanos(key(row - 1)) + shift;
    }
    return times.text(time, first, before, digits);
  }
}
