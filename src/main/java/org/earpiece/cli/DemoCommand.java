package org.earpiece.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.earpiece.capture.demo.DemoNetwork;
import org.earpiece.cli.terminal.CommandException;
import org.earpiece.cli.terminal.Watch;
import org.earpiece.report.CallTable;
import org.earpiece.report.Column;
import org.earpiece.report.Terminal;
import org.earpiece.report.TextTable;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.Interruption;
import org.earpiece.session.Snapshot;
import org.earpiece.store.SpoolOptions;
import org.earpiece.voip.CallSnapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code earpiece demo}: a network that is not there, in the window or in the terminal. */
@Command(
    name = "demo",
    header = "Watch a built-in live demonstration network.",
    description = {
      "Watches a built-in live demonstration network: calls that are answered, busy, cancelled,",
      "held, poor or one-way. In the window; where there is no display, in the terminal: a line",
      "whenever a call changes, until Ctrl+C."
    },
    footer = {
      "",
      "Examples:",
      "  earpiece demo",
      "  earpiece demo --terminal --for 30",
      "",
      "Every command can watch it: earpiece calls -i demo --for 30 --format json"
    })
final class DemoCommand implements Callable<Integer> {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final Root root;

  @Option(names = "--terminal", description = "in the terminal, also where there is a display")
  private boolean terminal;

  @Option(
      names = "--for",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description = "in the terminal: end after this time")
  private double seconds;

  private final List<CallSnapshot> told = new ArrayList<>();

  DemoCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() throws CommandException, IOException, InterruptedException {
    if (!terminal && seconds == 0 && root.streams().hasDisplay()) {
      root.open(new WindowRequest(List.of(), "", "", false, true));
      return 0;
    }
    try (CaptureSession session = CaptureSession.live(new DemoNetwork(), SpoolOptions.TEMPORARY);
        Interruption interruption = new Interruption(session::stop)) {
      watch(session);
      return interruption.happened() ? CommandException.INTERRUPTED : 0;
    }
  }

  private void watch(CaptureSession session)
      throws IOException, CommandException, InterruptedException {
    Terminal window = root.streams().terminal();
    TextTable table = new TextTable(root.streams().out(), columns(), window);
    table.flush();
    new Watch(session, (long) (seconds * 1e9), Watch.CLOSELY_MILLIS)
        .untilDone(snapshot -> {
          for (CallSnapshot call : snapshot.calls()) {
            if (isNews(call)) {
              row(table, snapshot, call);
            }
          }
          if (root.streams().out().checkError()) {
            session.stop();
          }
        });
    table.finish();
  }

  private static List<Column> columns() {
    return List.of(
        Column.text("time", "Time    "),
        Column.number("call", "Call"),
        Column.text("from", "From        "),
        Column.text("to", "To          "),
        CallTable.state("State      "),
        Column.text("codec", "Codec    "),
        CallTable.mos(" MOS"),
        Column.text("comment", "Messages"));
  }

  /** Whether a call is new or changed since it was told. */
  private boolean isNews(CallSnapshot call) {
    int at = call.number() - 1;
    if (at == told.size()) {
      told.add(call);
      return true;
    }
    boolean news = told.get(at).state() != call.state();
    told.set(at, call);
    return news;
  }

  private static void row(TextTable table, Snapshot snapshot, CallSnapshot call)
      throws IOException {
    String clock = CLOCK.format(Instant.ofEpochSecond(0, snapshot.lastNanos()));
    table.row(
        clock,
        call.number(),
        call.fromUser(),
        call.toUser(),
        call.state(),
        call.codec().isEmpty() ? null : call.codec(),
        call.mos(),
        call.comment());
  }
}
