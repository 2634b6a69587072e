package org.earpiece.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.earpiece.cli.terminal.CommandException;
import org.earpiece.cli.terminal.Streams;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The one list of commands, and the entry to all of them. A new command is a line here. */
public final class Commands {
  private final Streams streams;
  private final Consumer<WindowRequest> window;

  Commands(Streams streams, Consumer<WindowRequest> window) {
    this.streams = streams;
    this.window = window;
  }

  /** All commands, in the order of the help. */
  static List<Object> all(Root root) {
    Streams io = root.streams();
    return List.of(
        new DemoCommand(root),
        new InterfacesCommand(io),
        new CaptureCommand(io),
        new PacketsCommand(io),
        new CallsCommand(io),
        new MessagesCommand(io),
        new LadderCommand(io),
        new CompareCommand(io),
        new StreamsCommand(io),
        new StreamCommand(io),
        new RegistrationsCommand(io),
        new SubscriptionsCommand(io),
        new StatisticsCommand(io),
        new GraphCommand(io),
        new AudioCommand(io),
        new ExportCommand(io),
        new FieldsCommand(io),
        new FilterCommand(io));
  }

  /**
   * Runs the command that the arguments say, on the streams of the process.
   *
   * @param window opens the window and returns when it was closed
   * @return the exit code
   */
  public static int run(String[] arguments, Consumer<WindowRequest> window) {
    return new Commands(Streams.ofProcess(), window).run(arguments);
  }

  int run(String... arguments) {
    Root root = new Root(streams, window);
    CommandLine line = new CommandLine(root);
    all(root).forEach(line::addSubcommand);
    addHelp(line);
    addVersion(line);
    line.setOut(new PrintWriter(streams.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(streams.err(), true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(false);
    line.setUsageHelpWidth(100);
    line.setParameterExceptionHandler((e, args) -> refused(e));
    line.setExecutionExceptionHandler((e, command, result) -> failed(e));
    int code = line.execute(arguments);
    streams.out().flush();
    return code;
  }

  private static void addHelp(CommandLine line) {
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("show this help")
                .build());
    line.getSubcommands().values().forEach(Commands::addHelp);
  }

  private static void addVersion(CommandLine line) {
    line.getCommandSpec()
        .version(Version.line())
        .addOption(
            OptionSpec.builder("--version")
                .versionHelp(true)
                .description("show which version this is")
                .build());
  }

  private int refused(CommandLine.ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    streams.err().println("earpiece: " + e.getMessage());
    streams.err().println("See " + command + " --help");
    return CommandException.USAGE;
  }

  private int failed(Exception e) throws Exception {
    if (e instanceof CommandException c) {
      streams.out().flush();
      streams.err().println("earpiece: " + c.getMessage());
      return c.code();
    }
    throw e;
  }
}
