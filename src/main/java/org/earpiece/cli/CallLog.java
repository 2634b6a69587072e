package org.earpiece.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.earpiece.cli.options.Format;
import org.earpiece.cli.options.Input;
import org.earpiece.cli.terminal.CommandException;
import org.earpiece.cli.terminal.Streams;
import org.earpiece.cli.terminal.Watch;
import org.earpiece.report.CallTable;
import org.earpiece.report.Column;
import org.earpiece.report.TableWriter;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.Snapshot;
import org.earpiece.voip.CallSnapshot;
import org.earpiece.voip.CallState;

/**
 * {@code earpiece calls --log}: what happens to calls, in order of time; of a live capture as it
 * happens.
 */
final class CallLog {
  /** What happened, and the state that the call came into by it. */
  private record Event(long time, CallSnapshot call, String word, CallState state) {
    boolean end() {
      return !state.up();
    }
  }

  private final Streams streams;
  private final Format format;

  /** Events told of each call, call number n at n - 1. */
  private int[] told = new int[64];

  CallLog(Streams streams, Format format) {
    this.streams = streams;
    this.format = format;
  }

  void run(CaptureSession session, Input input, BooleanSupplier interrupted)
      throws IOException, CommandException, InterruptedException {
    TableWriter table = format.table(streams, columns(session.timeDigits()));
    if (input.live()) {
      table.flush();
    }
    Snapshot end =
        new Watch(session, input.nanos(), Watch.NOW_AND_THEN_MILLIS)
            .untilDone(snapshot -> {
              if (input.live()) {
                tell(snapshot, table);
              } else if (interrupted.getAsBoolean()) {
                throw new CommandException(CommandException.INTERRUPTED, "interrupted");
              }
              if (streams.out().checkError()) {
                session.stop();
              }
            });
    SessionCommand.requireBegun(session);
    tell(end, table);
    table.finish();
  }

  private static List<Column> columns(int digits) {
    return List.of(
        Column.nanos("time", "Time              ", digits),
        Column.text("event", "Event        "),
        Column.number("call", "Call"),
        Column.number("session", "Session"),
        Column.text("call_id", "Call-ID").machineOnly(),
        Column.text("from_user", "From        "),
        Column.text("to_user", "To          "),
        CallTable.state("State     "),
        Column.text("phase", "Phase").machineOnly(),
        Column.text("codec", "Codec").machineOnly(),
        CallTable.mos(" MOS"),
        Column.text("what", "What"));
  }

  private void tell(Snapshot snapshot, TableWriter table) throws IOException {
    List<Event> news = new ArrayList<>();
    for (CallSnapshot call : snapshot.calls()) {
      int at = call.number() - 1;
      if (at >= told.length) {
        told = Arrays.copyOf(told, Math.max(at + 1, told.length * 2));
      }
      List<Event> events = events(call);
      for (int i = Math.min(told[at], events.size()); i < events.size(); i++) {
        news.add(events.get(i));
      }
      told[at] = events.size();
    }
    news.sort(Comparator.comparingLong(Event::time));
    for (Event event : news) {
      row(table, event);
    }
    table.flush();
  }

  private static List<Event> events(CallSnapshot call) {
    List<Event> events = new ArrayList<>(4);
    events.add(new Event(call.start(), call, "begins", CallState.CALL_SETUP));
    if (call.ringing() != CallSnapshot.NEVER) {
      events.add(new Event(call.ringing(), call, "rings", CallState.RINGING));
    }
    if (call.answer() != CallSnapshot.NEVER) {
      events.add(new Event(call.answer(), call, "answered", CallState.IN_CALL));
    }
    if (call.end() != CallSnapshot.NEVER) {
      events.add(new Event(call.end(), call, call.phase().words(), call.state()));
    }
    return events;
  }

  private static void row(TableWriter table, Event event) throws IOException {
    CallSnapshot call = event.call();
    table.row(
        event.time(),
        event.word(),
        call.number(),
        call.session(),
        call.callId(),
        call.fromUser(),
        call.toUser(),
        event.state(),
        event.end() ? call.phase().name() : null,
        call.codec().isEmpty() ? null : call.codec(),
        event.end() ? call.mos() : null,
        event.end() && !call.what().isEmpty() ? call.what() : null);
  }
}
