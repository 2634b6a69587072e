package org.earpiece.filter.compute;

import org.jspecify.annotations.Nullable;

/**
 * Text for a regular expression that stops answering after some questions, the more the longer it
 * is: an expression that backtracks without end gives up. Reused. One thread.
 */
public final class BoundedText implements CharSequence {
  /** Characters that an expression which may backtrack looks at in one value. */
  public static final int MAX_STEPS = 1_000_000;

  /** How often it may look at each character of a text, and at any beside. */
  private static final int A_CHARACTER = 200;

  private static final int LEAST = 20_000;

  /** The expression was given up. */
  public static final class GaveUp extends RuntimeException {
    private static final long serialVersionUID = 1;

    private GaveUp() {
      super("gave up", null, false, false);
    }
  }

  private @Nullable String text;
  private byte[] array = new byte[0];
  private int offset;
  private int length;
  private int stepsLeft;

  public BoundedText of(String text) {
    this.text = text;
    length = text.length();
    begin();
    return this;
  }

  /** Bytes, each a character. */
  public BoundedText of(byte[] array, int offset, int length) {
    text = null;
    this.array = array;
    this.offset = offset;
    this.length = length;
    begin();
    return this;
  }

  private void begin() {
    stepsLeft = (int) Math.min(MAX_STEPS, LEAST + (long) A_CHARACTER * length);
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    if (--stepsLeft < 0) {
      throw new GaveUp();
    }
    return text != null ? text.charAt(index) : (char) (array[offset + index] & 0xFF);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return toString().substring(start, end);
  }

  @Override
  public String toString() {
    return text != null
        ? text
        : new String(array, offset, length, java.nio.charset.StandardCharsets.ISO_8859_1);
  }
}
