package org.earpiece.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import org.earpiece.capture.remote.PipeSource;
import org.earpiece.report.Terminal;

/**
 * What a command talks to; tests give their own.
 *
 * @param in the capture on standard input
 * @param out results, UTF-8
 * @param err messages and progress, UTF-8
 * @param terminal what {@code out} is
 * @param watched whether a person sees {@code err} as it comes
 * @param environment as in System.getenv
 */
public record Streams(
    Supplier<InputStream> in,
    PrintStream out,
    PrintStream err,
    Terminal terminal,
    boolean watched,
    Map<String, String> environment) {
  private static final int BUFFER = 1 << 16;

  /** Those of the process. */
  public static Streams ofProcess() {
    Map<String, String> environment = System.getenv();
    return new Streams(
        PipeSource::standardInput,
        new PrintStream(
            new java.io.BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER),
            false,
            StandardCharsets.UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        TerminalWindow.of(1, environment),
        TerminalWindow.isTerminal(2),
        environment);
  }

  /** Whether there is a display to open a window on. */
  public boolean hasDisplay() {
    String system = System.getProperty("os.name", "");
    return !system.startsWith("Linux")
        || !environment.getOrDefault("DISPLAY", "").isEmpty()
        || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
  }
}
