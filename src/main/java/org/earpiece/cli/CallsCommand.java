package org.earpiece.cli;

import java.io.IOException;
import java.util.List;
import org.earpiece.cli.terminal.CommandException;
import org.earpiece.cli.terminal.Streams;
import org.earpiece.filter.PacketFilter;
import org.earpiece.report.CallTable;
import org.earpiece.report.Column;
import org.earpiece.report.TableWriter;
import org.earpiece.report.WiresharkTable;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.FilterScan;
import org.earpiece.session.Snapshot;
import org.earpiece.voip.CallSnapshot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code earpiece calls}: one line a call. */
@Command(
    name = "calls",
    header = "One line a call.",
    description = {
      "One line a call (a Call-ID): who called whom, what became of it, how it sounded.",
      "Live (-i, -) the calls are printed when capturing ends."
    },
    footer = {
      "",
      "Examples:",
      "  earpiece calls capture.pcapng",
      "  earpiece calls capture.pcapng -Y 'sip.from.user == \"1001\"'",
      "  earpiece calls -i eth0 --log --format json",
      "  earpiece calls -i eth0 -f 'port 5060 or portrange 10000-20000' --for 60 --format csv",
      "",
      "Legs of one conversation (through a PBX, a transfer, forking) share a session number.",
      "MOS is that of the worst stream. Exit code 0, also where there are no calls."
    })
final class CallsCommand extends SessionCommand {
  @Option(
      names = "-Y",
      paramLabel = "FILTER",
      description = "only calls with a packet that this display filter accepts")
  private @Nullable String filter;

  @Option(
      names = "--log",
      description =
          "a line each time a call begins, rings, is answered or ends, as it happens where live")
  private boolean log;

  @Option(
      names = "--wireshark",
      description = "the columns and states of Wireshark's list of VoIP calls, to compare")
  private boolean wireshark;

  CallsCommand(Streams streams) {
    super(streams);
  }

  @Override
  void prepare() throws CommandException {
    if (filter != null && log) {
      throw CommandException.usage("--log takes no -Y: a call's packets may be accepted later");
    }
    if (filter != null) {
      compiled(filter);
    }
  }

  @Override
  void run(CaptureSession session) throws IOException, CommandException, InterruptedException {
    if (log) {
      new CallLog(streams(), format()).run(session, input(), this::interrupted);
      return;
    }
    Snapshot snapshot = complete(session);
    List<Column> columns =
        wireshark ? WiresharkTable.columns() : CallTable.columns(session.timeDigits());
    TableWriter table = format().table(streams(), columns);
    if (filter == null) {
      for (CallSnapshot call : snapshot.calls()) {
        row(table, call, snapshot);
      }
    } else {
      filtered(session, snapshot, compiled(filter), table);
    }
    table.finish();
  }

  private void filtered(
      CaptureSession session, Snapshot snapshot, PacketFilter filter, TableWriter table)
      throws IOException, InterruptedException {
    try (FilterScan scan = session.scan(filter)) {
      scan.await();
      for (CallSnapshot call : snapshot.calls()) {
        if (scan.hasCall(call.number())) {
          row(table, call, snapshot);
        }
      }
      IOException failure = scan.failure();
      if (failure != null) {
        throw failure;
      }
    }
  }

  private void row(TableWriter table, CallSnapshot call, Snapshot snapshot) throws IOException {
    if (wireshark) {
      WiresharkTable.row(table, call, snapshot.firstNanos());
    } else {
      CallTable.row(table, call);
    }
  }
}
