package org.earpiece.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.earpiece.cli.terminal.CommandException;
import org.earpiece.cli.terminal.Streams;
import org.earpiece.report.Column;
import org.earpiece.report.TableWriter;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.SipRecord;
import org.earpiece.voip.compare.MessageComparison;
import org.earpiece.voip.compare.MessageComparison.Change;
import org.earpiece.voip.compare.MessageComparison.Row;
import picocli.CommandLine.Command;

/** {@code earpiece compare}: two SIP messages, and what their differences mean. */
@Command(
    name = "compare",
    header = "Two SIP messages, and what their differences mean.",
    description = {
      "Compares the SIP messages of two frames, such as an INVITE before and behind a proxy:",
      "headers by name whatever their order, SDP line by line. The last two words are the frames."
    },
    footer = {"", "Example:", "  earpiece compare capture.pcapng 5 9"})
final class CompareCommand extends SessionCommand {
  private static final List<Column> COLUMNS =
      List.of(
          Column.text("part", "Part"),
          Column.text("change", "Change"),
          Column.text("name", "Name"),
          Column.text("left", "First"),
          Column.text("right", "Second"));

  private final List<Integer> frames = new ArrayList<>();

  CompareCommand(Streams streams) {
    super(streams);
  }

  @Override
  void prepare() throws CommandException {
    for (String word : input().takeLast(2)) {
      try {
        frames.add(Integer.parseInt(word));
      } catch (NumberFormatException e) {
        throw CommandException.usage(word + " is no frame number; FILE FRAME FRAME is wanted");
      }
    }
    if (frames.size() < 2) {
      throw CommandException.usage("FILE FRAME FRAME is wanted");
    }
  }

  @Override
  void run(CaptureSession session) throws IOException, CommandException, InterruptedException {
    complete(session);
    SipRecord first = message(session, frames.get(0));
    SipRecord second = message(session, frames.get(1));
    MessageComparison comparison = MessageComparison.of(first.text(), second.text());
    if (format().text()) {
      print(first, second, comparison);
      return;
    }
    TableWriter table = format().table(streams(), COLUMNS);
    for (Row row : comparison.rows()) {
      table.row(row.part().name(), row.change().name(), row.name(), row.left(), row.right());
    }
    table.finish();
  }

  private static SipRecord message(CaptureSession session, int frame)
      throws IOException, CommandException {
    List<SipRecord> messages = session.messagesOf(frame);
    if (messages.isEmpty()) {
      throw CommandException.usage("frame " + frame + " has no SIP message");
    }
    return messages.getFirst();
  }

  private void print(SipRecord first, SipRecord second, MessageComparison comparison) {
    PrintStream out = streams().out();
    out.println("− frame " + first.frame() + "  " + first.src() + " → " + first.dst());
    out.println("+ frame " + second.frame() + "  " + second.src() + " → " + second.dst());
    out.println();
    comparison.effects().forEach(effect -> out.println("• " + harmless(effect)));
    out.println(comparison.effects().isEmpty() ? "Nothing differs." : "");
    for (Row row : comparison.rows()) {
      String name = row.name().isEmpty() ? "" : row.name() + ": ";
      switch (row.change()) {
        case SAME -> out.println("  " + harmless(name + row.left()));
        case CHANGED -> {
          out.println(Change.REMOVED.mark() + " " + harmless(name + row.left()));
          out.println(Change.ADDED.mark() + " " + harmless(name + row.right()));
        }
        case ADDED, REMOVED ->
            out.println(row.change().mark() + " " + harmless(name + row.left() + row.right()));
      }
    }
  }

  private static String harmless(String line) {
    return line.replaceAll("[\\p{Cntrl}&&[^\\t]]", "\uFFFD");
  }
}
