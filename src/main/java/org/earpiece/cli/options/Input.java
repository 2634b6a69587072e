package org.earpiece.cli.options;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.earpiece.capture.live.CaptureOptions;
import org.earpiece.cli.terminal.CommandException;
import org.earpiece.cli.terminal.Streams;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.Decryption;
import org.earpiece.store.SpoolOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The capture that a command is about: a file, standard input, or an interface. */
public final class Input {
  public static final String STANDARD_INPUT = "-";

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE",
      description = "a capture (pcap or pcapng, gzipped or not), or - for one on standard input")
  private @Nullable String file;

  @Option(
      names = "-i",
      paramLabel = "IFACE",
      description = "capture on this interface instead (demo: the built-in network)")
  private @Nullable String interfaceName;

  @Option(
      names = "-f",
      paramLabel = "BPF",
      defaultValue = "",
      description = "capture filter, with -i: port 5060 or portrange 10000-20000")
  private String captureFilter = "";

  @Option(
      names = "--for",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description = "with -i: end after this time; without it Ctrl+C ends")
  private double seconds;

  @Option(names = "--follow", description = "go on reading a file that is still being written")
  private boolean follow;

  @Mixin private Secrets secrets = new Secrets();

  /** Whether frames come as they happen, so that a person may want to see them at once. */
  public boolean live() {
    return interfaceName != null || follow || STANDARD_INPUT.equals(file);
  }

  /** How long to capture, ns; 0 for no limit. */
  public long nanos() {
    return (long) (seconds * 1e9);
  }

  /** What messages call it. */
  public String name() {
    if (interfaceName != null) {
      return interfaceName;
    }
    return STANDARD_INPUT.equals(file) || file == null ? "standard input" : file;
  }

  /** Opens it and begins to analyse. */
  public CaptureSession open(Streams streams) throws IOException, CommandException {
    check();
    Decryption decryption = secrets.read(live());
    String name = file;
    if (interfaceName != null) {
      return CaptureSession.live(
          Sources.live(CaptureOptions.on(interfaceName, captureFilter)),
          SpoolOptions.TEMPORARY,
          decryption);
    }
    if (name == null) {
      throw CommandException.usage("FILE is missing: a capture, - for standard input, or -i IFACE");
    }
    if (name.equals(STANDARD_INPUT)) {
      return CaptureSession.live(streams.in().get(), SpoolOptions.UNLIMITED, decryption);
    }
    Path path = path(name);
    return follow ? CaptureSession.follow(path, decryption) : CaptureSession.open(path, decryption);
  }

  private void check() throws CommandException {
    if (interfaceName != null && file != null) {
      throw CommandException.usage("give FILE or -i IFACE, not both");
    }
    if (interfaceName == null && !captureFilter.isEmpty()) {
      throw CommandException.usage("-f needs -i IFACE; a file is filtered with -Y");
    }
    if (seconds < 0 || seconds > 1e9) {
      throw CommandException.usage("--for takes seconds from 0 to 1000000000");
    }
    if (seconds > 0 && interfaceName == null && !live()) {
      throw CommandException.usage("--for needs -i IFACE or --follow");
    }
  }

  /** A path as typed. */
  public static Path path(String name) throws CommandException {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw CommandException.usage(name + " is no file name");
    }
  }
}
