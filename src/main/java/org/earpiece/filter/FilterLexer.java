package org.earpiece.filter;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts the text of a display filter into tokens, from left to right. */
final class FilterLexer {
  private static final String RAW_HINT =
      "; write \\\\ for a backslash, or r\"…\" to take all as it is";

  /** Longer ones first. */
  private static final List<String> SYMBOLS =
      List.of(
          "===", "!==", "==", "!=", "~=", ">=", "<=", "&&", "||", "^^", "..", "(", ")", "{", "}",
          "[", "]", ",", ">", "<", "!", "~", "&", "|", "^", "=", "+", "-", "*", "/", "%", "#", "@",
          "$", ";", "?");

  private final String text;
  private int at;

  FilterLexer(String text) {
    this.text = text;
  }

  /** The next token; at the end, {@link Token.Kind#END} again and again. */
  Token next() throws FilterException {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      return new Token(Token.Kind.END, "", at, at);
    }
    char c = text.charAt(at);
    if (c == '"') {
      return string(at, at + 1, false);
    }
    if ((c == 'r' || c == 'R') && peek(1) == '"') {
      return string(at, at + 2, true);
    }
    if (c == '\'') {
      return character();
    }
    return startsWord(c) ? word() : symbol();
  }

  /** The text from here to a character, which is passed over; null where there is none. */
  @Nullable Token until(char end) {
    int start = at;
    int found = text.indexOf(end, at);
    if (found < 0) {
      return null;
    }
    at = found + 1;
    return new Token(Token.Kind.WORD, text.substring(start, found), start, found);
  }

  private char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
  }

  private boolean startsWord(char c) {
    if (c == '-') {
      return Character.isDigit(peek(1));
    }
    return isWordPart(c) && !(c == '.' && !Character.isLetterOrDigit(peek(1)));
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == ':' || c == '-';
  }

  private Token word() {
    int start = at;
    at++;
    while (at < text.length() && isWordPart(text.charAt(at)) && !text.startsWith("..", at)) {
      at++;
    }
    if (peek(0) == '/' && isAddress(text.substring(start, at))) {
      at++;
      while (isWordPart(peek(0)) && !text.startsWith("..", at)) {
        at++;
      }
    }
    return new Token(Token.Kind.WORD, text.substring(start, at), start, at);
  }

  /** Whether a {@code /} behind this is a prefix length and not a division. */
  private static boolean isAddress(String word) {
    boolean hex = word.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == ':' || c == '.');
    return hex && (word.indexOf(':') >= 0 || word.chars().filter(c -> c == '.').count() == 3);
  }

  private Token symbol() throws FilterException {
    for (String symbol : SYMBOLS) {
      if (text.startsWith(symbol, at)) {
        at += symbol.length();
        return new Token(Token.Kind.SYMBOL, symbol, at - symbol.length(), at);
      }
    }
    int end = at + Character.charCount(text.codePointAt(at));
    String what = text.substring(at, end);
    throw FilterException.at(at, end, what + " has no meaning here; text belongs in double quotes");
  }

  private Token string(int start, int from, boolean raw) throws FilterException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    at = from;
    while (peek(0) != '"') {
      if (at >= text.length()) {
        throw FilterException.at(start, text.length(), "the closing double quote is missing");
      }
      if (peek(0) == '\\' && raw) {
        copy(bytes);
        if (peek(0) == '"') {
          copy(bytes);
        }
      } else if (peek(0) == '\\') {
        escape(bytes);
      } else {
        copy(bytes);
      }
    }
    at++;
    return new Token(Token.Kind.STRING, bytes.toString(StandardCharsets.ISO_8859_1), start, at);
  }

  /** Copies the character here as UTF-8. */
  private void copy(ByteArrayOutputStream bytes) {
    if (at < text.length()) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
    }
  }

  private Token character() throws FilterException {
    int start = at;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    at++;
    while (peek(0) != '\'') {
      if (at >= text.length()) {
        throw FilterException.at(start, text.length(), "the closing single quote is missing");
      }
      if (peek(0) == '\\') {
        escape(bytes);
      } else {
        copy(bytes);
      }
    }
    at++;
    if (bytes.size() != 1) {
      throw FilterException.at(
          start, at, "single quotes hold one character; text belongs in double quotes");
    }
    return new Token(Token.Kind.CHARACTER, bytes.toString(StandardCharsets.ISO_8859_1), start, at);
  }

  private void escape(ByteArrayOutputStream bytes) throws FilterException {
    int start = at;
    at++;
    char c = peek(0);
    at++;
    switch (c) {
      case '\'', '"', '\\' -> bytes.write(c);
      case 'a' -> bytes.write(7);
      case 'b' -> bytes.write('\b');
      case 'f' -> bytes.write('\f');
      case 'n' -> bytes.write('\n');
      case 'r' -> bytes.write('\r');
      case 't' -> bytes.write('\t');
      case 'v' -> bytes.write(0x0B);
      case 'x' -> bytes.write(code(start, 16, 1, 2));
      case 'u' -> unicode(bytes, start, 4);
      case 'U' -> unicode(bytes, start, 8);
      default -> {
        at--;
        if (c < '0' || c > '7') {
          int end = Math.min(text.length(), at + 1);
          throw FilterException.at(
              start, end, text.substring(start, end) + " is no escape sequence" + RAW_HINT);
        }
        bytes.write(code(start, 8, 1, 3));
      }
    }
  }

  private void unicode(ByteArrayOutputStream bytes, int start, int digits) throws FilterException {
    int c = code(start, 16, digits, digits);
    if (!Character.isValidCodePoint(c) || (c >= 0xD800 && c <= 0xDFFF)) {
      throw FilterException.at(start, at, text.substring(start, at) + " is no character");
    }
    bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
  }

  /** Reads the digits of an escape sequence. */
  private int code(int start, int radix, int least, int most) throws FilterException {
    int value = 0;
    int digits = 0;
    while (digits < most && Character.digit(peek(0), radix) >= 0) {
      value = value * radix + Character.digit(peek(0), radix);
      at++;
      digits++;
    }
    if (digits < least) {
      throw FilterException.at(start, at, text.substring(start, at) + " lacks digits" + RAW_HINT);
    }
    return value;
  }
}
