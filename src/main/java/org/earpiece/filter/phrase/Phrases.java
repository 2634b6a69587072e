package org.earpiece.filter.phrase;

import java.util.Set;

/** Small pieces of display filters. Pure functions. */
public final class Phrases {
  private static final Set<String> JOINS = Set.of("and", "or", "xor");

  private Phrases() {}

  /** A text as a filter writes it: in double quotes, with what means something there escaped. */
  public static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /**
   * A filter on an IP address.
   *
   * @param side {@code addr}, {@code src} or {@code dst}
   */
  public static String address(String side, String address) {
    return (address.indexOf(':') >= 0 ? "ipv6." : "ip.") + side + " == " + address;
  }

  /** Whether a filter joins several outside of brackets and quotes, so that it must be grouped. */
  static boolean joins(String filter) {
    int depth = 0;
    int i = 0;
    while (i < filter.length()) {
      char c = filter.charAt(i);
      if (c == '"' || c == '\'') {
        i = behindQuote(filter, i);
        continue;
      }
      depth += c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
      if (depth == 0 && (filter.startsWith("&&", i) || "|^".indexOf(c) >= 0)) {
        return true;
      }
      int end = wordEnd(filter, i);
      if (depth == 0 && JOINS.contains(filter.substring(i, end))) {
        return true;
      }
      i = Math.max(i + 1, end);
    }
    return false;
  }

  private static int behindQuote(String filter, int open) {
    int i = open + 1;
    while (i < filter.length() && filter.charAt(i) != filter.charAt(open)) {
      i += filter.charAt(i) == '\\' ? 2 : 1;
    }
    return i + 1;
  }

  private static int wordEnd(String filter, int from) {
    int i = from;
    while (i < filter.length()
        && (Character.isLetterOrDigit(filter.charAt(i)) || "._-:".indexOf(filter.charAt(i)) >= 0)) {
      i++;
    }
    return i;
  }
}
