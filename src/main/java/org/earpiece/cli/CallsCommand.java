package org.earpiece.cli;

import java.io.IOException;
import java.util.List;
import org.earpiece.cli.terminal.CommandException;
import org.earpiece.cli.terminal.Streams;
import org.earpiece.filter.PacketFilter;
import org.earpiece.report.Column;
import org.earpiece.report.Ink;
import org.earpiece.report.TableWriter;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.FilterScan;
import org.earpiece.session.Snapshot;
import org.earpiece.voip.CallSnapshot;
import org.earpiece.voip.CallState;
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
      "  earpiece calls -i eth0 -f 'port 5060 or portrange 10000-20000' --for 60 --format csv",
      "",
      "Legs of one conversation (through a PBX, a transfer, forking) share a session number.",
      "MOS is that of the worst stream. Exit code 0, also where there are no calls."
    })
final class CallsCommand extends SessionCommand {
  private static final double MOS_GOOD = 4.0;
  private static final double MOS_FAIR = 3.6;

  @Option(
      names = "-Y",
      paramLabel = "FILTER",
      description = "only calls with a packet that this display filter accepts")
  private @Nullable String filter;

  CallsCommand(Streams streams) {
    super(streams);
  }

  static List<Column> columns(int digits) {
    return List.of(
        Column.number("call", "Call"),
        Column.number("session", "Session"),
        Column.text("call_id", "Call-ID").machineOnly(),
        Column.text("from", "From").machineOnly(),
        Column.text("to", "To").machineOnly(),
        Column.text("from_user", "From"),
        Column.text("to_user", "To"),
        Column.text("protocol", "Protocol").machineOnly(),
        stateColumn("State"),
        Column.nanos("start", "Start", digits),
        Column.nanos("ringing", "Ringing", digits).machineOnly(),
        Column.nanos("answer", "Answer", digits).machineOnly(),
        Column.nanos("end", "End", digits).machineOnly(),
        Column.nanos("duration", "Duration", digits),
        Column.decimal("setup_ms", "Setup ms", 3),
        Column.number("frames", "Frames"),
        Column.number("first_frame", "First"),
        Column.number("last_frame", "Last").machineOnly(),
        Column.text("comment", "Comment"),
        Column.number("final_status", "Final status").machineOnly(),
        Column.text("hangup_by", "Hung up by"),
        Column.text("streams", "Streams"),
        Column.decimal("mos", "MOS", 2).inked(CallsCommand::mosInk));
  }

  static Column stateColumn(String title) {
    return Column.text("state", title).inked(CallsCommand::stateInk);
  }

  private static Ink stateInk(@Nullable Object state) {
    return switch ((CallState) java.util.Objects.requireNonNull(state)) {
      case COMPLETED -> Ink.GOOD;
      case FAILED, REJECTED -> Ink.POOR;
      case CANCELLED -> Ink.FAIR;
      case CALL_SETUP, RINGING, IN_CALL -> Ink.ACCENT;
      case UNKNOWN -> Ink.DIM;
    };
  }

  static Ink mosInk(@Nullable Object mos) {
    double value = mos instanceof Double d ? d : Double.NaN;
    if (value >= MOS_GOOD) {
      return Ink.GOOD;
    }
    return value >= MOS_FAIR ? Ink.FAIR : Ink.POOR;
  }

  @Override
  void prepare() throws CommandException {
    if (filter != null) {
      compiled(filter);
    }
  }

  @Override
  void run(CaptureSession session) throws IOException, CommandException, InterruptedException {
    Snapshot snapshot = complete(session);
    TableWriter table = format().table(streams(), columns(session.timeDigits()));
    if (filter == null) {
      for (CallSnapshot call : snapshot.calls()) {
        row(table, call);
      }
    } else {
      filtered(session, snapshot, compiled(filter), table);
    }
    table.finish();
  }

  private static void filtered(
      CaptureSession session, Snapshot snapshot, PacketFilter filter, TableWriter table)
      throws IOException, InterruptedException {
    try (FilterScan scan = session.scan(filter)) {
      scan.await();
      for (CallSnapshot call : snapshot.calls()) {
        if (scan.hasCall(call.number())) {
          row(table, call);
        }
      }
      IOException failure = scan.failure();
      if (failure != null) {
        throw failure;
      }
    }
  }

  static void row(TableWriter table, CallSnapshot c) throws IOException {
    table.row(
        c.number(),
        c.session(),
        c.callId(),
        c.from(),
        c.to(),
        c.fromUser(),
        c.toUser(),
        c.protocol(),
        c.state(),
        c.start(),
        c.ringing(),
        c.answer(),
        c.end(),
        c.durationNanos(),
        c.setupNanos() == CallSnapshot.NEVER ? null : c.setupNanos() / 1e6,
        c.frames(),
        c.firstFrame(),
        c.lastFrame(),
        c.comment(),
        c.finalStatus() == 0 ? null : c.finalStatus(),
        c.hangupBy(),
        c.streams(),
        c.mos());
  }
}
