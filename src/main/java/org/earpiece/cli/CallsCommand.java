package org.earpiece.cli;

import java.io.IOException;
import java.util.List;
import org.earpiece.cli.terminal.CommandException;
import org.earpiece.cli.terminal.Streams;
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
final class CallsCommand extends ListCommand {
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
    if (filtered() && log) {
      throw CommandException.usage("--log takes no -Y: a call's packets may be accepted later");
    }
    super.prepare();
  }

  @Override
  void run(CaptureSession session) throws IOException, CommandException, InterruptedException {
    if (log) {
      new CallLog(streams(), format()).run(session, input(), this::interrupted);
    } else {
      super.run(session);
    }
  }

  @Override
  void print(CaptureSession session, Snapshot snapshot, @Nullable FilterScan accepted)
      throws IOException {
    List<Column> columns =
        wireshark ? WiresharkTable.columns() : CallTable.columns(session.timeDigits());
    TableWriter table = format().table(streams(), columns);
    for (CallSnapshot call : snapshot.calls()) {
      if (accepted == null || accepted.hasCall(call.number())) {
        row(table, call, snapshot);
      }
    }
    table.finish();
  }

  private void row(TableWriter table, CallSnapshot call, Snapshot snapshot) throws IOException {
    if (wireshark) {
      WiresharkTable.row(table, call, snapshot.firstNanos());
    } else {
      CallTable.row(table, call);
    }
  }
}
