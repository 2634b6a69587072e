package org.earpiece.cli;

import java.io.IOException;
import java.util.List;
import org.earpiece.cli.options.Choice;
import org.earpiece.cli.terminal.CommandException;
import org.earpiece.cli.terminal.Streams;
import org.earpiece.report.Cells;
import org.earpiece.report.Column;
import org.earpiece.report.TableWriter;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.SipRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code earpiece messages}: the SIP messages of a call, whole. */
@Command(
    name = "messages",
    header = "The SIP messages of a call, whole.",
    description = "The SIP messages of a call, whole, in order of time.",
    footer = {"", "Example:", "  earpiece messages capture.pcapng --call 1"})
final class MessagesCommand extends SessionCommand {
  @Option(
      names = "--call",
      required = true,
      paramLabel = "N",
      description = "the call's number, as earpiece calls lists it")
  private int call;

  MessagesCommand(Streams streams) {
    super(streams);
  }

  static List<Column> columns(int digits) {
    return List.of(
        Column.number("frame", "Frame"),
        Column.nanos("time", "Time", digits),
        Column.text("src", "Source"),
        Column.number("sport", "Port"),
        Column.text("dst", "Destination"),
        Column.number("dport", "Port"),
        Column.text("message", "Message"));
  }

  @Override
  void run(CaptureSession session) throws IOException, CommandException, InterruptedException {
    Choice.ofCall(complete(session), call);
    if (format().text()) {
      session.messages(List.of(call), m -> print(m, session.timeDigits()));
      return;
    }
    TableWriter table = format().table(streams(), columns(session.timeDigits()));
    session.messages(
        List.of(call),
        m ->
            table.row(
                m.frame(),
                m.timeNanos(),
                m.src().address().toString(),
                m.src().port(),
                m.dst().address().toString(),
                m.dst().port(),
                m.text()));
    table.finish();
  }

  private void print(SipRecord m, int digits) {
    StringBuilder head = new StringBuilder("── frame ").append(m.frame()).append("  ");
    Cells.seconds(head, m.timeNanos(), digits);
    head.append("  ").append(m.src()).append(" → ").append(m.dst()).append(" ──");
    streams().out().println(head);
    m.text().lines().forEach(line -> streams().out().println(shownLine(line)));
    streams().out().println();
  }

  private static String shownLine(String line) {
    return line.replaceAll("[\\p{Cntrl}&&[^\\t]]", "\uFFFD");
  }
}
