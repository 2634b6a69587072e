package org.earpiece.report;

/**
 * How text for a person is written.
 *
 * @param colour whether colours are wanted: a terminal that no NO_COLOR forbids
 * @param width columns that fit, or 0 where lines may be of any length
 */
public record Terminal(boolean colour, int width) {
  /** No colours, any length: a file or a pipe. */
  public static final Terminal PLAIN = new Terminal(false, 0);

  private static final String RESET = "\u001b[0m";

  /** Adds text in a colour (the terminal's own 16, so that its theme holds). */
  void paint(StringBuilder out, Ink ink, CharSequence text) {
    String code = colour && !text.isEmpty() ? code(ink) : "";
    if (code.isEmpty()) {
      out.append(text);
    } else {
      out.append("\u001b[").append(code).append('m').append(text).append(RESET);
    }
  }

  private static String code(Ink ink) {
    return switch (ink) {
      case TEXT, BACKGROUND, PANEL, SELECTION -> "";
      case DIM, LINE, PLAIN_FILL -> "2";
      case ACCENT -> "34";
      case GOOD, GOOD_FILL -> "32";
      case FAIR, FAIR_FILL -> "33";
      case POOR, POOR_FILL -> "31";
      case DIALOG_1, DIALOG_2, DIALOG_3, DIALOG_4, DIALOG_5, DIALOG_6 -> "1";
    };
  }

  /** Columns that text takes: wide characters two, combining ones none. */
  static int columns(CharSequence text) {
    int columns = 0;
    for (int i = 0; i < text.length(); ) {
      int c = Character.codePointAt(text, i);
      columns += columns(c);
      i += Character.charCount(c);
    }
    return columns;
  }

  private static int columns(int c) {
    if (c < 0x300) {
      return 1;
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    boolean wide =
        (c >= 0x1100 && c <= 0x115F)
            || (c >= 0x2E80 && c <= 0xA4CF)
            || (c >= 0xAC00 && c <= 0xD7A3)
            || (c >= 0xF900 && c <= 0xFAFF)
            || (c >= 0xFE30 && c <= 0xFE6F)
            || (c >= 0xFF00 && c <= 0xFF60)
            || (c >= 0x1F300 && c <= 0x1FAFF)
            || (c >= 0x20000 && c <= 0x3FFFD);
    return wide ? 2 : 1;
  }

  /** Text cut to so many columns, the last one an ellipsis where something was cut. */
  static String cut(String text, int columns) {
    if (columns(text) <= columns) {
      return text;
    }
    int used = 0;
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (used + columns(c) > columns - 1) {
        break;
      }
      used += columns(c);
      i += Character.charCount(c);
    }
    return text.substring(0, i) + "…";
  }

  /**
   * Text from the network made harmless: control and direction characters, which could steer the
   * terminal, become U+FFFD.
   */
  static String harmless(String text) {
    int i = 0;
    while (i < text.length() && !steers(text.charAt(i))) {
      i++;
    }
    if (i == text.length()) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text);
    for (; i < clean.length(); i++) {
      if (steers(clean.charAt(i))) {
        clean.setCharAt(i, '\uFFFD');
      }
    }
    return clean.toString();
  }

  private static boolean steers(char c) {
    return c < ' '
        || (c >= 0x7F && c < 0xA0)
        || (c >= 0x200E && c <= 0x200F)
        || (c >= 0x2028 && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
