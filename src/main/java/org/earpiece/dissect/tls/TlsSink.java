package org.earpiece.dissect.tls;

/** Takes what the records of a connection hold. */
public interface TlsSink {
  /**
   * The next application data of one side, in clear. The bytes are valid during the call only.
   *
   * @param side who sent it, as in {@link TlsConnection#feed}
   */
  void plaintext(int side, byte[] array, int offset, int length);

  /** Application data of one side is missing here: it was not captured, or can't be decrypted. */
  void missing(int side);
}
