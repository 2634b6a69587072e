package org.earpiece.ui.find;

import java.util.Locale;
import java.util.regex.Pattern;

/** What is looked for, and how that is asked as a display filter. */
enum FindKind {
  TEXT("Text", "REGISTER, 2000@, Softphone …"),
  REGEX("Regular expression", "tag=[0-9a-f]+ …"),
  HEX("Bytes in hex", "80 08 4f e8 …"),
  FILTER("Display filter", "sip.Status-Code >= 400 …");

  private final String title;
  private final String prompt;

  FindKind(String title, String prompt) {
    this.title = title;
    this.prompt = prompt;
  }

  String prompt() {
    return prompt;
  }

  /** The display filter that accepts what is looked for; text is found whatever its case. */
  String filter(String words) {
    return switch (this) {
      case TEXT -> "frame matches " + quoted(words.replaceAll("[^\\p{L}\\p{N} ]", "\\\\$0"));
      case REGEX -> "frame matches " + quoted(words);
      case HEX -> "frame contains " + bytes(words);
      case FILTER -> words;
    };
  }

  /** Whether text is looked for, which may be in the row or in the details, too. */
  boolean text() {
    return this == TEXT || this == REGEX;
  }

  /**
   * The expression that finds text.
   *
   * @param exactly whether upper and lower case letters differ
   * @throws java.util.regex.PatternSyntaxException where the words are no expression
   */
  Pattern pattern(String words, boolean exactly) {
    int letters = exactly ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    return Pattern.compile(words, letters | (this == TEXT ? Pattern.LITERAL : 0));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** Hex digits in pairs, as a filter writes bytes; one that stands alone is told apart there. */
  private static String bytes(String words) {
    String digits = words.replaceAll("[\\s:.-]|0x", "").toLowerCase(Locale.ROOT);
    return digits.replaceAll("..(?=.)", "$0:");
  }

  @Override
  public String toString() {
    return title;
  }
}
