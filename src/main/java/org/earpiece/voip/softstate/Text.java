package org.earpiece.voip.softstate;

/** Texts from messages, kept no longer than a person reads them. */
public final class Text {
  /** Characters kept of an address, a product's name or a reason phrase. */
  public static final int MAX_TEXT = 256;

  private Text() {}

  /** The text, or its beginning. */
  public static String kept(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
  }
}
