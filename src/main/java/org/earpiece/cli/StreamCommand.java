package org.earpiece.cli;

import java.io.IOException;
import java.util.List;
import org.earpiece.cli.options.Choice;
import org.earpiece.cli.terminal.CommandException;
import org.earpiece.cli.terminal.Streams;
import org.earpiece.report.Column;
import org.earpiece.report.Ink;
import org.earpiece.report.TableWriter;
import org.earpiece.session.CaptureSession;
import org.earpiece.voip.StreamPacket;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code earpiece stream}: one line an RTP packet of a stream. */
@Command(
    name = "stream",
    header = "One line an RTP packet of a stream.",
    description =
        "One line an RTP packet of a stream, as Wireshark's RTP Stream Analysis shows it.",
    footer = {"", "Example:", "  earpiece stream capture.pcapng --stream 1 --format csv"})
final class StreamCommand extends SessionCommand {
  private static final int MS_DIGITS = 3;

  @Option(
      names = "--stream",
      required = true,
      paramLabel = "N",
      description = "the stream's number, as earpiece streams lists it")
  private int stream;

  StreamCommand(Streams streams) {
    super(streams);
  }

  static List<Column> columns(int digits) {
    return List.of(
        Column.number("frame", "Frame"),
        Column.nanos("time", "Time", digits),
        Column.number("sequence", "Sequence"),
        Column.decimal("delta_ms", "Delta ms", MS_DIGITS),
        Column.decimal("jitter_ms", "Jitter ms", MS_DIGITS),
        Column.decimal("skew_ms", "Skew ms", MS_DIGITS),
        Column.decimal("bandwidth_kbps", "kbit/s", 2),
        Column.text("marker", "Marker"),
        Column.text("status", "Status").inked(s -> Ink.FAIR));
  }

  @Override
  void run(CaptureSession session) throws IOException, CommandException, InterruptedException {
    Choice.ofStream(complete(session), stream);
    TableWriter table = format().table(streams(), columns(session.timeDigits()));
    for (StreamPacket p : session.quality(stream).packets()) {
      table.row(
          p.frame(),
          p.timeNanos(),
          p.sequence(),
          p.deltaMs(),
          p.jitterMs(),
          p.skewMs(),
          p.bandwidthKbps(),
          p.marker(),
          p.event().text());
    }
    table.finish();
  }
}
