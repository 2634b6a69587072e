package org.earpiece.ui.quality;

import java.util.List;
import org.earpiece.ui.kit.Numbers;
import org.earpiece.ui.kit.table.Cell;
import org.earpiece.ui.kit.table.Ink;
import org.earpiece.ui.kit.table.TableColumn;
import org.earpiece.ui.kit.table.TableRows;
import org.earpiece.ui.kit.table.Tint;
import org.earpiece.voip.StreamPacket.Event;
import org.jspecify.annotations.Nullable;

/** The packets of a stream as rows; their keys are frame numbers. FX thread. */
final class StreamPacketRows implements TableRows {
  static final List<TableColumn> COLUMNS =
      List.of(
          TableColumn.right("packet", "Packet", 62).unsorted(),
          TableColumn.right("sequence", "Sequence", 76).unsorted(),
          TableColumn.right("delta", "Delta ms", 70).unsorted(),
          TableColumn.right("jitter", "Jitter ms", 72).unsorted(),
          TableColumn.right("skew", "Skew ms", 72).unsorted(),
          TableColumn.right("bandwidth", "kbit/s", 56).unsorted(),
          TableColumn.left("marker", "Marker", 60).unsorted(),
          TableColumn.left("status", "Status", 132).unsorted());

  private static final int DIGITS = 2;

  private @Nullable StreamColumns stream;

  void show(@Nullable StreamColumns shown) {
    stream = shown;
  }

  @Override
  public int size() {
    return stream == null ? 0 : stream.size();
  }

  @Override
  public void cell(int row, int column, Cell out) {
    StreamColumns s = stream;
    if (s == null) {
      return;
    }
    switch (column) {
      case 0 -> out.text(Numbers.count(s.frame(row)));
      case 1 -> out.text(Integer.toString(s.sequence(row)));
      case 2 -> out.text(Numbers.decimal(s.delta().get(row), DIGITS));
      case 3 -> out.text(Numbers.decimal(s.jitter().get(row), DIGITS));
      case 4 -> out.text(Numbers.decimal(s.skew().get(row), DIGITS));
      case 5 -> out.text(Numbers.decimal(s.bandwidth().get(row), 1));
      case 6 -> out.text(s.marker(row) ? "set" : "", Ink.DIM);
      default -> out.text(status(s, row));
    }
  }

  /** What is remarkable about a packet, in words. */
  private static String status(StreamColumns s, int row) {
    int lost = s.lostBefore(row);
    if (lost > 0) {
      return lost == 1 ? "1 packet missing before" : lost + " packets missing before";
    }
    return s.event(row).text();
  }

  @Override
  public Tint tint(int row) {
    StreamColumns s = stream;
    if (s == null) {
      return Tint.NONE;
    }
    Event event = s.event(row);
    return switch (event) {
      case LOST_BEFORE -> Tint.POOR;
      case OUT_OF_ORDER, DUPLICATE, WRONG_TIMESTAMP ->
          s.lostBefore(row) > 0 ? Tint.POOR : Tint.FAIR;
      case PAYLOAD_CHANGE, COMFORT_NOISE -> Tint.NEUTRAL;
      case NONE -> s.lostBefore(row) > 0 ? Tint.POOR : Tint.NONE;
    };
  }

  @Override
  public int key(int row) {
    return stream == null ? 0 : stream.frame(row);
  }

  @Override
  public int row(int frame) {
    return stream == null ? -1 : stream.rowOf(frame);
  }
}
