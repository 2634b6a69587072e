package org.earpiece.filter;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.earpiece.filter.compute.BoundedText;
import org.earpiece.filter.regex.Automaton;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link Pattern} of a Perl-compatible regular expression: case does not count, lines end
 * at LF alone, and character classes are read as Perl reads them.
 */
final class RegularExpression {
  private static final Map<String, String> CLASSES =
      Map.ofEntries(
          Map.entry("alpha", "\\p{Alpha}"),
          Map.entry("digit", "\\p{Digit}"),
          Map.entry("alnum", "\\p{Alnum}"),
          Map.entry("upper", "\\p{Upper}"),
          Map.entry("lower", "\\p{Lower}"),
          Map.entry("space", "\\s"),
          Map.entry("blank", "\\p{Blank}"),
          Map.entry("punct", "\\p{Punct}"),
          Map.entry("print", "\\p{Print}"),
          Map.entry("graph", "\\p{Graph}"),
          Map.entry("cntrl", "\\p{Cntrl}"),
          Map.entry("xdigit", "\\p{XDigit}"),
          Map.entry("word", "\\w"));

  /** Groups within groups. */
  static final int MAX_DEPTH = 250;

  /** Repetitions that a count asks for, times those of the groups around; PCRE's limit of one. */
  static final int MAX_REPEATS = 65_535;

  private RegularExpression() {}

  /** Compiles a literal for values that are text, else for bytes, each a character. */
  static Value.Regex compile(Operand.Text literal, boolean text) throws FilterException {
    String perl =
        text
            ? new String(Literals.bytes(literal.bytes()), StandardCharsets.UTF_8)
            : literal.bytes();
    requireBounded(literal, perl);
    int flags = Pattern.CASE_INSENSITIVE | Pattern.UNIX_LINES;
    if (text && perl.chars().anyMatch(c -> c >= 0x80)) {
      flags |= Pattern.UNICODE_CASE;
    }
    try {
      return new Value.Regex(Pattern.compile(translate(perl), flags), Automaton.of(perl));
    } catch (PatternSyntaxException e) {
      String why = e.getDescription();
      throw FilterException.at(
          literal,
          "this is no regular expression: "
              + Character.toLowerCase(why.charAt(0))
              + why.substring(1));
    } catch (StackOverflowError e) {
      throw FilterException.at(literal, "this regular expression is too long");
    }
  }

  /**
   * Refuses groups too deep, and counted repetitions, one within the other, too many: repeating
   * what is empty asks no character, so {@link BoundedText} could not end it.
   */
  private static void requireBounded(Operand.Text literal, String perl) throws FilterException {
    long[] repeats = new long[MAX_DEPTH + 1];
    int depth = 0;
    for (int i = 0; i < perl.length(); i++) {
      switch (perl.charAt(i)) {
        case '\\' -> i++;
        case '(' -> {
          if (++depth > MAX_DEPTH) {
            throw FilterException.at(literal, "groups are more than " + MAX_DEPTH + " deep");
          }
          repeats[depth] = 1;
        }
        case ')' -> {
          depth = Math.max(0, depth - 1);
          repeats[depth] = Math.max(repeats[depth], repeats[depth + 1] * times(perl, i + 1));
        }
        case '{' -> repeats[depth] = Math.max(repeats[depth], times(perl, i));
        default -> {}
      }
      if (repeats[depth] > MAX_REPEATS) {
        throw FilterException.at(literal, "repeats something more than " + MAX_REPEATS + " times");
      }
    }
  }

  /** How often what stands before must occur: 3 of {@code {3}} and {@code {3,5}}, else 1. */
  private static long times(String perl, int at) {
    if (!perl.startsWith("{", at)) {
      return 1;
    }
    long times = 0;
    for (int i = at + 1; i < perl.length() && times <= MAX_REPEATS; i++) {
      int digit = perl.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        break;
      }
      times = times * 10 + digit;
    }
    return Math.max(1, times);
  }

  /** Character classes know no nesting and no intersection in Perl, but POSIX classes. */
  private static String translate(String perl) {
    StringBuilder java = new StringBuilder(perl.length() + 8);
    boolean inside = false;
    for (int i = 0; i < perl.length(); i++) {
      char c = perl.charAt(i);
      if (c == '\\' && i + 1 < perl.length()) {
        java.append(c).append(perl.charAt(++i));
      } else if (!inside && c == '[') {
        inside = true;
        java.append(c);
        if (perl.startsWith("^", i + 1)) {
          java.append('^');
          i++;
        }
        if (perl.startsWith("]", i + 1)) {
          java.append("\\]");
          i++;
        }
      } else if (inside && c == '[') {
        String name = posix(perl, i);
        java.append(name == null ? "\\[" : CLASSES.get(name));
        i += name == null ? 0 : name.length() + 3;
      } else if (inside && c == '&') {
        java.append("\\&");
      } else {
        inside &= c != ']';
        java.append(c);
      }
    }
    return java.toString();
  }

  /** The name of the POSIX class that begins here, or null. */
  private static @Nullable String posix(String perl, int at) {
    int end = perl.indexOf(":]", at + 2);
    if (!perl.startsWith("[:", at) || end < 0) {
      return null;
    }
    String name = perl.substring(at + 2, end);
    return CLASSES.containsKey(name) ? name : null;
  }
}
