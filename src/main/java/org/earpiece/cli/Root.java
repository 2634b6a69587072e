package org.earpiece.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.earpiece.cli.options.Input;
import org.earpiece.cli.terminal.CommandException;
import org.earpiece.cli.terminal.Streams;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code earpiece} without a command: the window. */
@Command(
    name = "earpiece",
    description = {
      "Captures a network live and shows its telephone calls.",
      "Without a command it opens a window, with the captures FILE… in it."
    },
    footer = {
      "",
      "Examples:",
      "  earpiece                                     the window, on its welcome page",
      "  earpiece capture.pcapng                      the window with this capture open",
      "  earpiece -i eth0 -f 'port 5060' -k           the window, capturing at once",
      "  earpiece demo                                watch a built-in demonstration network",
      "  earpiece calls capture.pcapng                one line a call",
      "  earpiece calls -i eth0 --for 60 --format json    the calls of one minute, for a script",
      "  tcpdump -U -w - | earpiece calls -           what another program captures",
      "",
      "Exit codes: 0 done; 1 the data is at fault (what could be read is printed first);",
      "2 the command is; 3 not permitted; 130 interrupted (what was captured is kept)."
    })
final class Root implements Callable<Integer> {
  private final Streams streams;
  private final Consumer<WindowRequest> window;

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "captures to open")
  private List<String> files = new ArrayList<>();

  @Option(names = "-i", paramLabel = "IFACE", defaultValue = "", description = "the interface")
  private String interfaceName = "";

  @Option(names = "-f", paramLabel = "BPF", defaultValue = "", description = "capture filter")
  private String captureFilter = "";

  @Option(names = "-k", description = "start capturing at once")
  private boolean startNow;

  Root(Streams streams, Consumer<WindowRequest> window) {
    this.streams = streams;
    this.window = window;
  }

  Streams streams() {
    return streams;
  }

  /** Opens the window; returns when it was closed. */
  void open(WindowRequest request) throws CommandException {
    if (!streams().hasDisplay()) {
      throw CommandException.usage(
          "there is no display to open the window on (DISPLAY is not set); the commands work"
              + " without one, see earpiece --help");
    }
    window.accept(request);
  }

  @Override
  public Integer call() throws CommandException {
    if (startNow && interfaceName.isEmpty()) {
      throw CommandException.usage("-k needs -i IFACE");
    }
    List<Path> paths = new ArrayList<>();
    for (String file : files) {
      Path path = Input.path(file);
      if (!Files.exists(path)) {
        throw CommandException.usage(file + ": no such command and no such file");
      }
      paths.add(path);
    }
    open(new WindowRequest(paths, interfaceName, captureFilter, startNow, false));
    return 0;
  }
}
