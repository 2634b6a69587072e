package org.earpiece.filter.macro;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the text of macros where a filter names them, as Wireshark does. What a macro joins by and,
 * xor, or holds together as if it stood in parentheses. Braces whose name is no macro's stay: they
 * mean a field of the selected packet. One thread.
 */
public final class Macros {
  /** Macros within macros, so that one that names itself comes to an end. */
  static final int MAX_DEPTH = 10;

  /** Characters of a filter with its macros, and of those on the way to it. */
  static final int MAX_EXPANDED = 1_000_000;

  private static final Pattern PARAMETER = Pattern.compile("\\$([1-9])");

  /** Macros that a filter names, and those within them, one by one. */
  static final int MAX_NAMED = 10_000;

  private final Map<String, String> macros;
  private final Predicate<String> joins;
  private int named;

  /**
   * @param macros text by name, with {@code $1} to {@code $9} for arguments
   * @param joins whether a text is conditions that are joined by operators
   */
  public Macros(Map<String, String> macros, Predicate<String> joins) {
    this.macros = macros;
    this.joins = joins;
  }

  /** Whether a text takes arguments. */
  public static boolean takesArguments(String macro) {
    return PARAMETER.matcher(macro).find();
  }

  /** The filter without macros. */
  public Expanded expand(String filter) throws MacroException {
    named = 0;
    List<Expanded.Piece> pieces = new ArrayList<>();
    return new Expanded(expand(filter, 0, pieces), List.copyOf(pieces));
  }

  private String expand(String text, int depth, List<Expanded.Piece> pieces) throws MacroException {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      Invocation named = text.charAt(at) == '$' ? Invocation.at(text, at) : null;
      int end = named == null ? plain(text, at) : named.end();
      if (named == null || stays(named)) {
        out.append(text, at, end);
      } else {
        int from = out.length();
        String given = given(named, depth);
        out.append(joins.test(given) ? "(" + given + ")" : given);
        String shown = text.substring(named.start(), named.end());
        pieces.add(new Expanded.Piece(from, out.length(), named.start(), named.end(), shown));
      }
      if (out.length() > MAX_EXPANDED) {
        throw new MacroException(
            at, end, "with its macros a filter has " + MAX_EXPANDED + " characters at most");
      }
      at = end;
    }
    return out.toString();
  }

  private boolean stays(Invocation named) throws MacroException {
    if (macros.containsKey(named.name())) {
      return false;
    }
    if (named.call()) {
      throw new MacroException(
          named.start(), named.end(), "no saved filter is named " + named.name());
    }
    return true;
  }

  /** Behind a piece of text in which nothing is looked for: quoted text, or one character. */
  private static int plain(String text, int at) {
    char quote = text.charAt(at);
    if (quote != '"' && quote != '\'') {
      return at + 1;
    }
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != quote) {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(text.length(), end + 1);
  }

  /** The text of a macro with its arguments, and what macros in it stand for. */
  private String given(Invocation named, int depth) throws MacroException {
    if (++this.named > MAX_NAMED) {
      throw new MacroException(
          named.start(), named.end(), "macros can be named " + MAX_NAMED + " times at most");
    }
    if (depth == MAX_DEPTH) {
      throw new MacroException(
          named.start(), named.end(), "macros name one another more than " + MAX_DEPTH + " deep");
    }
    String text = withArguments(macros.getOrDefault(named.name(), ""), named);
    try {
      return expand(text, depth + 1, new ArrayList<>());
    } catch (MacroException e) {
      throw new MacroException(named.start(), named.end(), e.sentence());
    }
  }

  private static String withArguments(String macro, Invocation named) throws MacroException {
    StringBuilder text = new StringBuilder();
    Matcher parameter = PARAMETER.matcher(macro);
    while (parameter.find()) {
      int number = Integer.parseInt(parameter.group(1));
      if (number > named.arguments().size()) {
        throw new MacroException(
            named.start(),
            named.end(),
            "$"
                + number
                + " of "
                + named.name()
                + " has no value; write them behind a colon, parted by ; as ${name:5060;udp}");
      }
      String argument = named.arguments().get(number - 1);
      parameter.appendReplacement(text, Matcher.quoteReplacement(argument));
    }
    return parameter.appendTail(text).toString();
  }
}
