package org.earpiece.filter.macro;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code ${name}}, {@code ${name:argument;argument}} or {@code $name(argument, argument)} in a
 * filter.
 *
 * @param call whether it can only be a macro's: there is a place for arguments
 * @param start of the dollar sign
 * @param end behind the closing bracket
 */
record Invocation(String name, List<String> arguments, boolean call, int start, int end) {
  /** What begins with a dollar sign, or null where it is none of these. */
  static @Nullable Invocation at(String text, int dollar) throws MacroException {
    int at = dollar + 1;
    if (at < text.length() && text.charAt(at) == '{') {
      int close = closing(text, at);
      return braced(text.substring(at + 1, close), dollar, close + 1);
    }
    while (at < text.length() && isName(text.charAt(at))) {
      at++;
    }
    boolean call = at > dollar + 1 && at < text.length() && text.charAt(at) == '(';
    return call ? called(text, dollar, at) : null;
  }

  /** The brace that closes the one at a place. */
  private static int closing(String text, int open) throws MacroException {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    throw new MacroException(open, open + 1, "the } for this { is missing");
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private static Invocation braced(String inside, int start, int end) {
    int colon = inside.indexOf(':');
    int semicolon = inside.indexOf(';');
    int parting = colon < 0 || (semicolon >= 0 && semicolon < colon) ? semicolon : colon;
    if (parting < 0) {
      return new Invocation(inside.strip(), List.of(), false, start, end);
    }
    List<String> arguments =
        List.of(inside.substring(parting + 1).split(";", -1)).stream().map(String::strip).toList();
    return new Invocation(inside.substring(0, parting).strip(), arguments, true, start, end);
  }

  /** Arguments between parentheses, parted by commas that stand in no brackets or quotes. */
  private static Invocation called(String text, int start, int open) throws MacroException {
    List<String> arguments = new ArrayList<>();
    boolean quoted = false;
    int depth = 0;
    int from = open + 1;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        i += c == '\\' ? 1 : 0;
        quoted = c != '"';
      } else if (c == '"') {
        quoted = true;
      } else if (c == '(' || c == '{' || c == '[') {
        depth++;
      } else if (c == ')' || c == '}' || c == ']') {
        depth--;
      }
      boolean ends = !quoted && depth == 0;
      if (ends || (!quoted && depth == 1 && c == ',')) {
        arguments.add(text.substring(from, i).strip());
        from = i + 1;
      }
      if (ends) {
        boolean none = arguments.size() == 1 && arguments.getFirst().isEmpty();
        List<String> given = none ? List.of() : List.copyOf(arguments);
        return new Invocation(text.substring(start + 1, open), given, true, start, i + 1);
      }
    }
    throw new MacroException(open, open + 1, "the ) for this ( is missing");
  }
}
