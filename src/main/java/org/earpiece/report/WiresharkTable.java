package org.earpiece.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.earpiece.voip.CallSnapshot;

/** Calls under the ten columns of Wireshark's list of VoIP calls, as it would fill them. */
public final class WiresharkTable {
  private static final long SECOND = 1_000_000_000L;
  private static final int DIGITS = 6;

  private WiresharkTable() {}

  /** Its columns; times are seconds since the capture's first packet. */
  public static List<Column> columns() {
    return List.of(
        Column.nanos("Start Time", "Start Time", DIGITS),
        Column.nanos("Stop Time", "Stop Time", DIGITS),
        Column.text("Initial Speaker", "Initial Speaker"),
        Column.text("From", "From"),
        Column.text("To", "To"),
        Column.text("Protocol", "Protocol"),
        Column.text("Duration", "Duration"),
        Column.number("Packets", "Packets"),
        Column.text("State", "State"),
        Column.text("Comments", "Comments"));
  }

  /**
   * Writes a call.
   *
   * @param origin time of the capture's first packet, ns since 1970
   */
  public static void row(TableWriter table, CallSnapshot c, long origin) throws IOException {
    table.row(
        c.start() - origin,
        c.last() - origin,
        c.initialSpeaker(),
        c.from(),
        c.to(),
        c.protocol(),
        duration(c.last() - c.start()),
        c.frames(),
        c.wiresharkState(),
        c.comment());
  }

  /** {@code 00:01:05}. */
  public static String duration(long nanos) {
    long seconds = Math.max(0, nanos) / SECOND;
    return String.format(
        Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
