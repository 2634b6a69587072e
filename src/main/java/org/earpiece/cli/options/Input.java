package org.earpiece.cli.options;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/** The capture that a command is about: files, standard input, or an interface. */
public final class Input {
  public static final String STANDARD_INPUT = "-";

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = {
        "a capture (pcap or pcapng, compressed with gzip, Zstandard, LZ4 or not);",
        "several, or a folder of them, are merged by time; - is one on standard input"
      })
  private List<String> files = new ArrayList<>();

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

  /**
   * The last words, which are no files but the command's own; fewer where there are not so many.
   */
  public List<String> takeLast(int count) {
    int from = Math.max(0, files.size() - count);
    List<String> last = List.copyOf(files.subList(from, files.size()));
    files = new ArrayList<>(files.subList(0, from));
    return last;
  }

  /** Whether frames come as they happen, so that a person may want to see them at once. */
  public boolean live() {
    return interfaceName != null || follow || standardInput();
  }

  private boolean standardInput() {
    return files.equals(List.of(STANDARD_INPUT));
  }

  /** How long to capture, ns; 0 for no limit. */
  public long nanos() {
    return (long) (seconds * 1e9);
  }

  /** What messages begin with, and a colon; empty for several files, of which each is named. */
  public String prefix() {
    if (interfaceName != null) {
      return interfaceName + ": ";
    }
    return standardInput() ? "standard input: " : files.size() == 1 ? files.get(0) + ": " : "";
  }

  /** Opens it and begins to analyse. */
  public CaptureSession open(Streams streams) throws IOException, CommandException {
    check();
    Decryption decryption = secrets.read(live());
    if (interfaceName != null) {
      CaptureOptions options = CaptureOptions.on(interfaceName, captureFilter);
      return CaptureSession.live(
          Sources.live(options, streams.in()), SpoolOptions.TEMPORARY, decryption);
    }
    if (files.isEmpty()) {
      throw CommandException.usage("FILE is missing: a capture, - for standard input, or -i IFACE");
    }
    if (standardInput()) {
      return CaptureSession.stream("standard input", streams.in().get(), decryption);
    }
    List<Path> paths = new ArrayList<>();
    for (String file : files) {
      paths.add(path(file));
    }
    return follow
        ? CaptureSession.follow(paths, decryption)
        : CaptureSession.open(paths, decryption);
  }

  private void check() throws CommandException {
    if (files.size() > 1 && files.contains(STANDARD_INPUT)) {
      throw CommandException.usage("standard input (-) is a capture by itself; give no other FILE");
    }
    if (interfaceName != null && !files.isEmpty()) {
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
