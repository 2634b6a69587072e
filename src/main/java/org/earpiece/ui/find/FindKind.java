package org.earpiece.ui.find;

import java.util.Locale;

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
