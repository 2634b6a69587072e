package org.earpiece.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.earpiece.capture.CaptureException;
import org.earpiece.capture.CaptureStats;
import org.earpiece.capture.live.CaptureOptions;
import org.earpiece.cli.options.Input;
import org.earpiece.cli.options.LimitedSource;
import org.earpiece.cli.options.Limits;
import org.earpiece.cli.options.Secrets;
import org.earpiece.cli.options.Sources;
import org.earpiece.cli.terminal.CommandException;
import org.earpiece.cli.terminal.Measured;
import org.earpiece.cli.terminal.Progress;
import org.earpiece.cli.terminal.Streams;
import org.earpiece.cli.terminal.Watch;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.Decryption;
import org.earpiece.session.Interruption;
import org.earpiece.session.Snapshot;
import org.earpiece.store.SpoolOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code earpiece capture}: frames of an interface into files. */
@Command(
    name = "capture",
    header = "Capture into a file or a ring of files.",
    description = {
      "Captures on an interface into a pcapng file, or into a ring of files, until Ctrl+C or a"
          + " limit."
    },
    footer = {
      "",
      "Examples:",
      "  earpiece capture -i eth0 -w out.pcapng",
      "  earpiece capture -i any -f 'port 5060 or portrange 10000-20000' -a duration:60 -w"
          + " out.pcapng",
      "  earpiece capture -i eth0 -b filesize:100000 -b files:10 -w ring.pcapng",
      "",
      "  SSLKEYLOGFILE=keys.log firefox & earpiece capture -i eth0 --keylog keys.log -w out.pcapng",
      "",
      "With --keylog the secrets are kept in the file as well, so that whoever gets it can decrypt it.",
      "The ring's files are called ring_00001_20261121093000.pcapng and so on; the oldest goes."
    })
final class CaptureCommand implements Callable<Integer> {
  private final Streams streams;

  @Option(names = "-i", required = true, paramLabel = "IFACE", description = "the interface")
  private String interfaceName = "";

  @Option(names = "-f", paramLabel = "BPF", defaultValue = "", description = "capture filter")
  private String filter = "";

  @Option(names = "-w", required = true, paramLabel = "OUT", description = "the file to write")
  private String out = "";

  @Option(
      names = "-b",
      paramLabel = "LIMIT",
      description = "ring: next file after duration:SECONDS, filesize:KB, packets:N; keep files:N")
  private List<String> ring = new ArrayList<>();

  @Option(
      names = "-a",
      paramLabel = "LIMIT",
      description = "stop after duration:SECONDS, filesize:KB, files:N, packets:N")
  private List<String> autostop = new ArrayList<>();

  @Option(names = "-c", paramLabel = "N", defaultValue = "0", description = "stop after N packets")
  private long count;

  @Option(
      names = "-s",
      paramLabel = "SNAPLEN",
      defaultValue = "" + CaptureOptions.MAX_SNAPLEN,
      description = "bytes kept of a packet at most (${DEFAULT-VALUE})")
  private int snaplen = CaptureOptions.MAX_SNAPLEN;

  @Option(names = "-p", description = "do not put the interface into promiscuous mode")
  private boolean notPromiscuous;

  @Option(
      names = "-B",
      paramLabel = "MIB",
      defaultValue = "" + CaptureOptions.USUAL_BUFFER,
      description = "the kernel's buffer (${DEFAULT-VALUE} MiB)")
  private int buffer = CaptureOptions.USUAL_BUFFER;

  @Mixin private Secrets secrets = new Secrets();

  @Option(names = "--stats", description = "print packets, seconds, speed and memory as JSON")
  private boolean stats;

  CaptureCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws CommandException, InterruptedException {
    Limits stop = Limits.of("-a", autostop);
    SpoolOptions spool = spool(Limits.of("-b", ring), stop);
    LimitedSource source = source(stop);
    Decryption decryption = secrets.read(true).kept();
    Measured measured = new Measured();
    try (CaptureSession session = CaptureSession.live(source, spool, decryption);
        Interruption interruption = new Interruption(session::stop)) {
      streams.err().println("Capturing on " + interfaceName);
      Snapshot end = watch(session, stop);
      tell(session, end);
      end.discarded().undecrypted().sentences().forEach(this::note);
      if (stats) {
        streams.err().println(measured.json(end));
      }
      IOException failure = session.failure();
      if (failure instanceof CaptureException) {
        throw new CommandException(CommandException.code(failure), "" + failure.getMessage());
      }
      if (failure != null) {
        throw CommandException.unwritable(out, failure);
      }
      return interruption.happened() ? CommandException.INTERRUPTED : 0;
    } catch (IOException e) {
      throw CommandException.unwritable(out, e);
    }
  }

  private SpoolOptions spool(Limits next, Limits stop) throws CommandException {
    Path file = Input.path(out);
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent) || !Files.isWritable(parent)) {
      throw CommandException.usage(out + ": its folder does not exist or may not be written to");
    }
    boolean rolls = next.nanos() > 0 || next.bytes() > 0 || next.packets() > 0;
    if (!rolls && (next.files() > 0 || stop.files() > 0)) {
      throw CommandException.usage(
          "files:N needs to know when a file is full: -b duration:SECONDS, filesize:KB or"
              + " packets:N");
    }
    return new SpoolOptions(
        file, next.bytes(), next.nanos(), next.packets(), Math.toIntExact(next.files()));
  }

  private LimitedSource source(Limits stop) throws CommandException {
    if (snaplen < 1 || snaplen > CaptureOptions.MAX_SNAPLEN) {
      throw CommandException.usage("-s takes 1 to " + CaptureOptions.MAX_SNAPLEN + " bytes");
    }
    if (buffer < 1 || buffer > 2047) {
      throw CommandException.usage("-B takes 1 to 2047 MiB");
    }
    if (count < 0) {
      throw CommandException.usage("-c takes a number of packets above 0");
    }
    long packets = count > 0 ? count : stop.packets();
    CaptureOptions options =
        new CaptureOptions(interfaceName, filter, snaplen, !notPromiscuous, buffer);
    return new LimitedSource(Sources.live(options, streams.in()), packets, stop.bytes());
  }

  private Snapshot watch(CaptureSession session, Limits stop)
      throws IOException, CommandException, InterruptedException {
    Progress progress = new Progress(streams);
    Snapshot end =
        new Watch(session, stop.nanos(), Watch.CLOSELY_MILLIS)
            .untilDone(snapshot -> {
              if (stop.files() > 0 && snapshot.spoolFile() > stop.files()) {
                session.stop();
              }
              progress.show(snapshot);
            });
    progress.clear();
    return end;
  }

  private void note(String sentence) {
    streams.err().println("earpiece: " + interfaceName + ": " + sentence);
  }

  private void tell(CaptureSession session, Snapshot end) {
    CaptureStats counted = end.stats();
    session.files().forEach(file -> streams.err().println("File: " + file));
    streams
        .err()
        .printf(
            Locale.ROOT,
            "Packets captured: %d%nPackets received/dropped on %s: %d/%d"
                + " (kernel %d, interface %d, us %d)%n",
            end.packets(),
            interfaceName,
            counted.received(),
            counted.dropped(),
            counted.droppedByKernel(),
            counted.droppedByInterface(),
            counted.droppedByUs());
  }
}
