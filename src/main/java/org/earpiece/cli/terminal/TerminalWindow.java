package org.earpiece.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.earpiece.report.Terminal;

/** Finds out whether a stream of the process is a terminal, and how wide that is. */
public final class TerminalWindow {
  private static final int MAX_WIDTH = 10_000;

  private TerminalWindow() {}

  /** How to write to a file descriptor of this process: 1 output, 2 errors. */
  public static Terminal of(int descriptor, Map<String, String> environment) {
    if (!isTerminal(descriptor)) {
      return Terminal.PLAIN;
    }
    boolean colour =
        environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !environment.getOrDefault("TERM", "").equals("dumb");
    return new Terminal(colour, width(environment));
  }

  /** Whether a file descriptor of this process is a terminal. */
  public static boolean isTerminal(int descriptor) {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    try {
      String target = Files.readSymbolicLink(link).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return Objects.requireNonNull(System.console()).isTerminal();
    }
  }

  private static int width(Map<String, String> environment) {
    String told = environment.getOrDefault("COLUMNS", "");
    return number(told.isEmpty() ? sizeTold() : told);
  }

  /** The columns that stty(1) reports, or empty. */
  private static String sizeTold() {
    try {
      Process stty = new ProcessBuilder("stty", "size").redirectInput(new File("/dev/tty")).start();
      String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return size.substring(size.indexOf(' ') + 1).strip();
    } catch (IOException e) {
      return "";
    }
  }

  private static int number(String text) {
    boolean digits =
        !text.isEmpty() && text.length() < 6 && text.chars().allMatch(Character::isDigit);
    return digits ? Math.min(Integer.parseInt(text), MAX_WIDTH) : 0;
  }
}
