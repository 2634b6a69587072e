package org.earpiece.filter.compute;

import org.jspecify.annotations.Nullable;

/**
 * Text for a regular expression that stops answering after {@value #MAX_STEPS} questions: an
 * expression that backtracks without end gives up. Reused. One thread.
 */
public final class BoundedText implements CharSequence {
  /** Characters that an expression which may backtrack looks at in one value. */
  public static final int MAX_STEPS = 1_000_000;

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
  private int steps;

  public BoundedText of(String text) {
    this.text = text;
    length = text.length();
    steps = 0;
    return this;
  }

  /** Bytes, each a character. */
  public BoundedText of(byte[] array, int offset, int length) {
    text = null;
    this.array = array;
    this.offset = offset;
    this.length = length;
    steps = 0;
    return this;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    if (++steps > MAX_STEPS) {
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
