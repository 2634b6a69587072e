package org.earpiece.cli;

import java.io.IOException;
import java.util.List;
import org.earpiece.cli.terminal.CommandException;
import org.earpiece.cli.terminal.Streams;
import org.earpiece.cli.terminal.Watch;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.Dissectors;
import org.earpiece.dissect.PacketSummary;
import org.earpiece.filter.PacketFilter;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Transport;
import org.earpiece.report.Column;
import org.earpiece.report.TableWriter;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.FilterScan;
import org.earpiece.session.PacketReader;
import org.earpiece.session.Snapshot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code earpiece packets}: one line a packet. */
@Command(
    name = "packets",
    header = "One line a packet.",
    description = "One line a packet; live (-i, -, --follow) as they come.",
    footer = {
      "",
      "Examples:",
      "  earpiece packets capture.pcapng -Y 'sip.Method == INVITE'",
      "  earpiece packets -i eth0 -f 'port 5060'",
      "",
      "earpiece fields lists what a filter may ask, earpiece filter checks one."
    })
final class PacketsCommand extends SessionCommand {
  private static final int ROWS_BETWEEN_CHECKS = 1000;

  @Option(
      names = "-Y",
      paramLabel = "FILTER",
      defaultValue = "",
      description = "only packets that this display filter accepts")
  private String filter = "";

  private final PacketSummary summary = new PacketSummary(new DissectorTable(Dissectors.ALL));
  private int rows;
  private int shown;
  private @Nullable TableWriter table;

  PacketsCommand(Streams streams) {
    super(streams);
  }

  static List<Column> columns(int digits) {
    return List.of(
        Column.number("frame", "No."),
        Column.nanos("time", "Time", digits).machineOnly(),
        Column.nanos("time_relative", "Time", digits),
        Column.text("src", "Source"),
        Column.number("sport", "Port"),
        Column.text("dst", "Destination"),
        Column.number("dport", "Port"),
        Column.text("protocol", "Protocol"),
        Column.number("length", "Length"),
        Column.text("info", "Info"));
  }

  @Override
  void prepare() throws CommandException {
    compiled(filter);
  }

  @Override
  void run(CaptureSession session) throws IOException, CommandException, InterruptedException {
    if (input().live()) {
      asTheyCome(session);
      return;
    }
    Snapshot snapshot = complete(session);
    TableWriter table = format().table(streams(), columns(session.timeDigits()));
    PacketReader reader = session.reader();
    if (filter.isBlank()) {
      for (int frame = 1; frame <= snapshot.packets() && !unread(); frame++) {
        row(table, reader.read(frame), snapshot.firstNanos());
      }
    } else {
      accepted(session, table, reader, snapshot.firstNanos());
    }
    table.finish();
  }

  private void accepted(CaptureSession session, TableWriter table, PacketReader reader, long first)
      throws IOException, CommandException, InterruptedException {
    try (FilterScan scan = session.scan(compiled(filter))) {
      scan.await();
      for (int row = 0; row < scan.size() && !unread(); row++) {
        row(table, reader.read(scan.frame(row)), first);
      }
      IOException failure = scan.failure();
      if (failure != null) {
        throw failure;
      }
    }
  }

  private void asTheyCome(CaptureSession session)
      throws IOException, CommandException, InterruptedException {
    PacketFilter accepts = compiled(filter);
    PacketReader reader = session.reader();
    new Watch(session, input().nanos(), Watch.CLOSELY_MILLIS)
        .untilDone(snapshot -> {
          rowsUpTo(snapshot, session, reader, accepts);
          if (streams().out().checkError()) {
            session.stop();
          }
        });
    requireBegun(session);
    table(session).finish();
  }

  private void rowsUpTo(
      Snapshot snapshot, CaptureSession session, PacketReader reader, PacketFilter accepts)
      throws IOException {
    while (shown < snapshot.packets()) {
      Packet packet = reader.read(++shown);
      if (packet != null && accepts.test(packet)) {
        row(table(session), packet, snapshot.firstNanos());
      }
    }
    if (table != null) {
      table.flush();
    }
  }

  /** The table, begun with the first packet: only then the digits of its times are known. */
  private TableWriter table(CaptureSession session) {
    TableWriter begun = table;
    if (begun == null) {
      begun = format().table(streams(), columns(session.timeDigits()));
      table = begun;
    }
    return begun;
  }

  /** Whether nobody reads on: the other end of a pipe went away. */
  private boolean unread() {
    return ++rows % ROWS_BETWEEN_CHECKS == 0 && streams().out().checkError();
  }

  private void row(TableWriter table, @Nullable Packet p, long firstNanos) throws IOException {
    if (p == null) {
      return;
    }
    boolean addressed = p.hasAddresses();
    boolean ports = p.transport() != Transport.NONE;
    table.row(
        p.number(),
        p.timeNanos(),
        p.timeNanos() - firstNanos,
        addressed ? IpAddress.text(p.srcHi(), p.srcLo()) : null,
        ports ? p.sport() : null,
        addressed ? IpAddress.text(p.dstHi(), p.dstLo()) : null,
        ports ? p.dport() : null,
        summary.protocol(p),
        p.length(),
        summary.info(p));
  }
}
