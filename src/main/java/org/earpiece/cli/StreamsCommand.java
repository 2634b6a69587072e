package org.earpiece.cli;

import java.io.IOException;
import java.util.List;
import org.earpiece.cli.terminal.Streams;
import org.earpiece.report.CallTable;
import org.earpiece.report.Column;
import org.earpiece.report.Ink;
import org.earpiece.report.TableWriter;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.FilterScan;
import org.earpiece.session.Snapshot;
import org.earpiece.voip.StreamSnapshot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code earpiece streams}: one line an RTP stream. */
@Command(
    name = "streams",
    header = "One line an RTP stream.",
    description = {
      "One line an RTP stream: source, destination and SSRC, with its loss, delta, jitter and skew",
      "(Wireshark's figures) and MOS. Live (-i, -) they are printed when capturing ends."
    },
    footer = {
      "",
      "Examples:",
      "  earpiece streams capture.pcapng",
      "  earpiece streams capture.pcapng --format json",
      "",
      "lost is Wireshark's: expected less received, negative with duplicates."
    })
final class StreamsCommand extends ListCommand {
  private static final int MS_DIGITS = 3;
  private static final double LOSS_LIMIT = 1.0;

  StreamsCommand(Streams streams) {
    super(streams);
  }

  static List<Column> columns(int digits) {
    return List.of(
        Column.number("stream", "Stream"),
        Column.number("call", "Call"),
        Column.text("ssrc", "SSRC"),
        Column.text("src", "Source"),
        Column.number("sport", "Port"),
        Column.text("dst", "Destination"),
        Column.number("dport", "Port"),
        Column.number("payload_type", "PT").machineOnly(),
        Column.text("codec", "Codec"),
        Column.number("clock_rate", "Clock").machineOnly(),
        Column.nanos("start", "Start", digits).machineOnly(),
        Column.nanos("end", "End", digits).machineOnly(),
        Column.number("packets", "Packets"),
        Column.number("expected", "Expected").machineOnly(),
        Column.number("lost", "Lost"),
        Column.decimal("loss_percent", "Loss %", 2).inked(StreamsCommand::lossInk),
        Column.number("out_of_order", "Late"),
        Column.number("duplicates", "Dup"),
        Column.decimal("min_delta_ms", "Min delta", MS_DIGITS).machineOnly(),
        Column.decimal("mean_delta_ms", "Mean delta", MS_DIGITS).machineOnly(),
        Column.decimal("max_delta_ms", "Max delta ms", MS_DIGITS),
        Column.decimal("min_jitter_ms", "Min jitter", MS_DIGITS).machineOnly(),
        Column.decimal("mean_jitter_ms", "Mean jitter ms", MS_DIGITS),
        Column.decimal("max_jitter_ms", "Max jitter ms", MS_DIGITS),
        Column.decimal("max_skew_ms", "Max skew", MS_DIGITS).machineOnly(),
        CallTable.mos("MOS"),
        Column.decimal("r_factor", "R", 1).machineOnly(),
        Column.text("direction", "Direction"),
        Column.text("srtp", "SRTP").machineOnly(),
        Column.text("problems", "Problems").inked(p -> Ink.POOR));
  }

  private static Ink lossInk(@Nullable Object percent) {
    return percent instanceof Double d && d > LOSS_LIMIT ? Ink.POOR : Ink.TEXT;
  }

  @Override
  void print(CaptureSession session, Snapshot snapshot, @Nullable FilterScan accepted)
      throws IOException {
    TableWriter table = format().table(streams(), columns(session.timeDigits()));
    for (StreamSnapshot stream : snapshot.streams()) {
      if (accepted == null || accepted.hasStream(stream.number())) {
        row(table, stream);
      }
    }
    table.finish();
  }

  private static void row(TableWriter table, StreamSnapshot s) throws IOException {
    table.row(
        s.number(),
        s.call() == 0 ? null : s.call(),
        s.ssrcText(),
        s.src().address().toString(),
        s.src().port(),
        s.dst().address().toString(),
        s.dst().port(),
        s.payloadType(),
        s.codec().isEmpty() ? null : s.codec(),
        s.clockRate() == 0 ? null : s.clockRate(),
        s.start(),
        s.end(),
        s.packets(),
        s.expected(),
        s.lost(),
        s.lossPercent(),
        s.outOfOrder(),
        s.duplicates(),
        s.minDelta(),
        s.meanDelta(),
        s.maxDelta(),
        s.minJitter(),
        s.meanJitter(),
        s.maxJitter(),
        s.maxSkew(),
        s.mos(),
        s.rFactor(),
        s.direction().isEmpty() ? null : s.direction(),
        s.srtp(),
        s.problems());
  }
}
