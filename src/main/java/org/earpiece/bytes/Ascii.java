package org.earpiece.bytes;

/** Reads text protocols in place: ranges of a view, without a string for each. */
public final class Ascii {
  private Ascii() {}

  /** Space, tab, carriage return or line feed. */
  public static boolean isSpace(int c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  /** The first position from {@code from} that is no space, or {@code to}. */
  public static int skipSpace(ByteView view, int from, int to) {
    int i = from;
    while (i < to && isSpace(view.u8(i))) {
      i++;
    }
    return i;
  }

  /** The end of the range without the spaces at its end. */
  public static int trimEnd(ByteView view, int from, int to) {
    int i = to;
    while (i > from && isSpace(view.u8(i - 1))) {
      i--;
    }
    return i;
  }

  /** Whether the range is this text, whatever the case of ASCII letters. */
  public static boolean equalsIgnoreCase(ByteView view, int from, int to, String text) {
    if (to - from != text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (lower(view.u8(from + i)) != lower(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** The lower-case form of an ASCII letter; other characters as they are. */
  public static int lower(int c) {
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
  }

  /** An unsigned decimal number of at most 18 digits that fills the range, or -1. */
  public static long decimal(ByteView view, int from, int to) {
    if (from >= to || to - from > 18) {
      return -1;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = view.u8(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
