package org.earpiece.cli.options;

import java.util.List;
import java.util.Locale;
import org.earpiece.cli.terminal.CommandException;

/**
 * The limits of {@code -a} or {@code -b}, in dumpcap's words; 0 where there is none.
 *
 * @param nanos duration, ns
 * @param bytes filesize, bytes
 */
public record Limits(long nanos, long bytes, long files, long packets) {
  private static final long NANOS = 1_000_000_000L;
  private static final long BYTES_A_KB = 1000;
  private static final double MOST = 1e9;

  /** Reads words like {@code duration:60}. */
  public static Limits of(String option, List<String> words) throws CommandException {
    long nanos = 0;
    long bytes = 0;
    long files = 0;
    long packets = 0;
    for (String word : words) {
      int colon = word.indexOf(':');
      double value = value(option, word, colon < 0 ? "" : word.substring(colon + 1));
      switch (word.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT)) {
        case "duration" -> nanos = (long) (value * NANOS);
        case "filesize" -> bytes = (long) (value * BYTES_A_KB);
        case "files" -> files = (long) value;
        case "packets" -> packets = (long) value;
        default -> throw wrong(option, word);
      }
    }
    return new Limits(nanos, bytes, files, packets);
  }

  private static double value(String option, String word, String digits) throws CommandException {
    if (!digits.matches("[0-9]{1,10}(\\.[0-9]{1,9})?")) {
      throw wrong(option, word);
    }
    double value = Double.parseDouble(digits);
    if (value <= 0 || value > MOST) {
      throw CommandException.usage(option + " " + word + ": a number above 0 is needed");
    }
    return value;
  }

  private static CommandException wrong(String option, String word) {
    return CommandException.usage(
        option
            + " "
            + word
            + " is not understood; write duration:SECONDS, filesize:KB, files:N or packets:N");
  }
}
