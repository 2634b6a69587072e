package org.earpiece.filter.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads a valid regular expression of Perl's whose case does not count, as far as it is regular and
 * its characters are ASCII; null stands for one that is not. What is valid, others have found out.
 */
final class RegexParser {
  private static final Map<String, IntPredicate> CLASSES =
      Map.ofEntries(
          Map.entry("alpha", Character::isLetter),
          Map.entry("digit", Character::isDigit),
          Map.entry("alnum", Character::isLetterOrDigit),
          Map.entry("upper", Character::isUpperCase),
          Map.entry("lower", Character::isLowerCase),
          Map.entry("space", ByteSet.SPACE::has),
          Map.entry("blank", b -> b == ' ' || b == '\t'),
          Map.entry("punct", b -> b > ' ' && b < 0x7F && !Character.isLetterOrDigit(b)),
          Map.entry("print", b -> b >= ' ' && b < 0x7F),
          Map.entry("graph", b -> b > ' ' && b < 0x7F),
          Map.entry("cntrl", b -> b < ' ' || b == 0x7F),
          Map.entry("xdigit", b -> Character.digit(b, 16) >= 0),
          Map.entry("word", ByteSet.WORD::has));

  private static final int ASCII = 0x80;
  private static final int HEX = 16;
  private static final int NO_END = -1;

  private final String text;
  private int at;

  private RegexParser(String text) {
    this.text = text;
  }

  /** The expression, or null. */
  static @Nullable Node parse(String perl) {
    RegexParser parser = new RegexParser(perl);
    Node node = parser.choice();
    return parser.at == perl.length() ? node : null;
  }

  private @Nullable Node choice() {
    List<Node> parts = new ArrayList<>();
    do {
      Node part = sequence();
      if (part == null) {
        return null;
      }
      parts.add(part);
    } while (skip('|'));
    return parts.size() == 1 ? parts.getFirst() : new Node.Choice(parts);
  }

  private @Nullable Node sequence() {
    List<Node> parts = new ArrayList<>();
    while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
      Node part = atom();
      Node repeated = part == null ? null : repeated(part);
      if (repeated == null) {
        return null;
      }
      parts.add(repeated);
    }
    return new Node.Sequence(parts);
  }

  private boolean skip(char c) {
    boolean is = at < text.length() && text.charAt(at) == c;
    at += is ? 1 : 0;
    return is;
  }

  private @Nullable Node atom() {
    char c = text.charAt(at++);
    return switch (c) {
      case '(' -> group();
      case '[' -> one(set());
      case '.' -> one(ByteSet.NO_LINE_FEED);
      case '^' -> new Node.At(Node.Place.BEGIN);
      case '$' -> new Node.At(Node.Place.LINE_END);
      case '\\' -> escape();
      case '*', '+', '?', '{' -> null;
      default -> c < ASCII ? one(ByteSet.of(c)) : null;
    };
  }

  private static @Nullable Node one(@Nullable ByteSet set) {
    return set == null ? null : new Node.One(set);
  }

  private @Nullable Node group() {
    if (text.startsWith("?i)", at)) {
      at += 3;
      return new Node.Sequence(List.of());
    }
    if (skip('?') && !skip(':') && !name()) {
      return null;
    }
    Node inside = choice();
    return inside != null && skip(')') ? inside : null;
  }

  /** Passes over the name of a group. */
  private boolean name() {
    if (!skip('<') || at >= text.length() || !Character.isLetter(text.charAt(at))) {
      return false;
    }
    at = text.indexOf('>', at) + 1;
    return at > 0;
  }

  /**
   * A part with the quantifier behind it; null where that is possessive, or another one follows.
   */
  private @Nullable Node repeated(Node part) {
    if (!quantified()) {
      return part;
    }
    Node repeated =
        switch (text.charAt(at)) {
          case '*' -> repeat(part, 0, NO_END);
          case '+' -> repeat(part, 1, NO_END);
          case '?' -> repeat(part, 0, 1);
          default -> counted(part);
        };
    skip('?');
    return quantified() ? null : repeated;
  }

  private boolean quantified() {
    return at < text.length() && "*+?{".indexOf(text.charAt(at)) >= 0;
  }

  private Node repeat(Node part, int min, int max) {
    at++;
    return new Node.Repeat(part, min, max);
  }

  private @Nullable Node counted(Node part) {
    at++;
    int min = count();
    int max = min;
    if (skip(',')) {
      max = at < text.length() && text.charAt(at) == '}' ? NO_END : count();
    }
    return min >= 0 && skip('}') ? new Node.Repeat(part, min, max) : null;
  }

  /** A number of at most four digits, else below 0. */
  private int count() {
    int from = at;
    int n = 0;
    while (at < text.length() && at - from < 4 && Character.isDigit(text.charAt(at))) {
      n = 10 * n + text.charAt(at++) - '0';
    }
    return at == from ? -1 : n;
  }

  private @Nullable Node escape() {
    char c = text.charAt(at);
    Node.Place place =
        switch (c) {
          case 'A' -> Node.Place.BEGIN;
          case 'z' -> Node.Place.END;
          case 'Z' -> Node.Place.LINE_END;
          case 'b' -> Node.Place.WORD_EDGE;
          case 'B' -> Node.Place.NO_WORD_EDGE;
          default -> null;
        };
    if (place != null) {
      at++;
      return new Node.At(place);
    }
    ByteSet many = classEscape();
    if (many != null) {
      return one(many);
    }
    int one = characterEscape();
    return one < 0 ? null : one(ByteSet.range(one, one));
  }

  /** What {@code \d} and its like stand for, or null where it is none. */
  private @Nullable ByteSet classEscape() {
    ByteSet set =
        switch (text.charAt(at)) {
          case 'd' -> ByteSet.DIGIT;
          case 'D' -> ByteSet.DIGIT.not();
          case 'w' -> ByteSet.WORD;
          case 'W' -> ByteSet.WORD.not();
          case 's' -> ByteSet.SPACE;
          case 'S' -> ByteSet.SPACE.not();
          case 'h' -> ByteSet.HORIZONTAL;
          case 'H' -> ByteSet.HORIZONTAL.not();
          case 'v' -> ByteSet.VERTICAL;
          case 'V' -> ByteSet.VERTICAL.not();
          default -> null;
        };
    at += set == null ? 0 : 1;
    return set;
  }

  /** The character that an escape stands for, or below 0 where it is not understood. */
  private int characterEscape() {
    char c = text.charAt(at++);
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'f' -> '\f';
      case 'a' -> 0x07;
      case 'e' -> 0x1B;
      case 'x' -> hexadecimal();
      default -> c < ASCII && !Character.isLetterOrDigit(c) ? c : -1;
    };
  }

  private int hexadecimal() {
    if (at + 2 > text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(at), HEX);
    int low = Character.digit(text.charAt(at + 1), HEX);
    at += 2;
    return high < 0 || low < 0 ? -1 : high * HEX + low;
  }

  /** What stands between brackets, the first of which was read; null where it is not understood. */
  private @Nullable ByteSet set() {
    boolean not = skip('^');
    ByteSet all = ByteSet.of(b -> false);
    int from = at;
    while (at < text.length() && (text.charAt(at) != ']' || at == from)) {
      ByteSet next = member();
      if (next == null) {
        return null;
      }
      all = all.and(next);
    }
    if (!skip(']')) {
      return null;
    }
    return not ? all.not() : all;
  }

  /** A class, a character, or a range of them. */
  private @Nullable ByteSet member() {
    ByteSet posix = posix();
    if (posix != null) {
      return posix;
    }
    if (skip('\\')) {
      ByteSet many = classEscape();
      if (many != null) {
        return many;
      }
      at--;
    }
    int first = character();
    boolean range = at + 1 < text.length() && text.charAt(at) == '-' && text.charAt(at + 1) != ']';
    if (first < 0 || !range) {
      return first < 0 ? null : ByteSet.range(first, first);
    }
    at++;
    int last = character();
    return last < first ? null : ByteSet.range(first, last);
  }

  private int character() {
    if (skip('\\')) {
      return characterEscape();
    }
    char c = text.charAt(at++);
    return c < ASCII ? c : -1;
  }

  private @Nullable ByteSet posix() {
    int end = text.indexOf(":]", at + 2);
    if (!text.startsWith("[:", at) || end < 0) {
      return null;
    }
    IntPredicate test = CLASSES.get(text.substring(at + 2, end));
    if (test == null) {
      return null;
    }
    at = end + 2;
    return ByteSet.of(b -> b < ASCII && test.test(b)).inEitherCase();
  }
}
