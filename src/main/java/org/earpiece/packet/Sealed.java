package org.earpiece.packet;

/** Why what a connection says is not shown in clear. The words complete "Not decrypted: ". */
public enum Sealed {
  /** It is shown, or nothing was said yet. */
  OPEN(""),
  NO_SECRETS("no secret of it is known; a key log of one of its two sides has them"),
  NO_HANDSHAKE("its beginning, without which no secret can be used, was not captured"),
  FORWARD_SECRECY(
      "its keys were agreed on by Diffie-Hellman, which an RSA key does not open; a key log does"),
  UNSUPPORTED("its version or cipher suite is one that Earpiece does not decrypt"),
  WRONG_SECRETS("the secrets that are known do not open it");

  private static final Sealed[] ALL = values();

  private final String words;

  Sealed(String words) {
    this.words = words;
  }

  /** The reason in words; empty for {@link #OPEN}. */
  public String words() {
    return words;
  }

  /** The reason with this ordinal, without a copy of the array. */
  public static Sealed of(int ordinal) {
    return ALL[ordinal];
  }
}
