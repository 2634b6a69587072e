package org.earpiece.voip;

/** The two ends of a call: who sent the first INVITE, and who got it. */
public enum Side {
  CALLER("caller"),
  CALLEE("callee");

  private final String word;

  Side(String word) {
    this.word = word;
  }

  /** The word in lists: {@code caller}. */
  public String word() {
    return word;
  }

  public Side other() {
    return this == CALLER ? CALLEE : CALLER;
  }
}
