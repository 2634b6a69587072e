package org.earpiece.filter.macro;

/** Macros that cannot be put in. */
public final class MacroException extends Exception {
  private static final long serialVersionUID = 1;

  private final String sentence;
  private final int start;
  private final int end;

  /**
   * @param start of what is at fault in the filter, characters
   * @param end behind it
   * @param sentence for a person: what is wrong and what to write instead
   */
  MacroException(int start, int end, String sentence) {
    super(sentence, null, false, false);
    this.sentence = sentence;
    this.start = start;
    this.end = end;
  }

  public String sentence() {
    return sentence;
  }

  public int start() {
    return start;
  }

  public int end() {
    return end;
  }
}
