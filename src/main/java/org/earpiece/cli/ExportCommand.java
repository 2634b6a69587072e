package org.earpiece.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.earpiece.cli.options.Choice;
import org.earpiece.cli.options.Input;
import org.earpiece.cli.terminal.CommandException;
import org.earpiece.cli.terminal.Streams;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.FilterScan;
import org.earpiece.session.Snapshot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code earpiece export}: a call with its media, or matching packets, as a capture file. */
@Command(
    name = "export",
    header = "A call with its media, or matching packets, as pcapng.",
    description = "Writes a call with its media, or the packets that a filter accepts, as pcapng.",
    footer = {
      "",
      "Examples:",
      "  earpiece export capture.pcapng --call 3 -w call3.pcapng",
      "  earpiece export capture.pcapng -Y 'ip.addr == 192.0.2.7' -w host.pcapng"
    })
final class ExportCommand extends SessionCommand {
  @ArgGroup(multiplicity = "1")
  private What what = new What();

  @Option(
      names = "-w",
      required = true,
      paramLabel = "OUT.pcapng",
      description = "the file to write")
  private String out = "";

  ExportCommand(Streams streams) {
    super(streams);
  }

  private static final class What {
    @Option(names = "--call", paramLabel = "N", description = "number of a call")
    private @Nullable Integer call;

    @Option(names = "-Y", paramLabel = "FILTER", description = "display filter")
    private @Nullable String filter;
  }

  @Override
  void prepare() throws CommandException {
    if (what.filter != null) {
      compiled(what.filter);
    }
  }

  @Override
  void run(CaptureSession session) throws IOException, CommandException, InterruptedException {
    Path file = Input.path(out);
    Snapshot snapshot = complete(session);
    if (Files.exists(file)) {
      for (Path source : session.files()) {
        if (Files.isSameFile(source, file)) {
          throw CommandException.usage(out + " is the capture itself; name another file");
        }
      }
    }
    int[] frames = frames(session, snapshot);
    try {
      session.save(file, frames, (done, all) -> !interrupted());
    } catch (IOException e) {
      throw CommandException.unwritable(out, e);
    }
  }

  private int[] frames(CaptureSession session, Snapshot snapshot)
      throws IOException, CommandException, InterruptedException {
    if (what.call != null) {
      return session.framesOfCalls(List.of(Choice.ofCall(snapshot, what.call).number()), true);
    }
    try (FilterScan scan = scanned(session, what.filter == null ? "" : what.filter)) {
      return IntStream.range(0, scan.size()).map(scan::frame).toArray();
    }
  }
}
