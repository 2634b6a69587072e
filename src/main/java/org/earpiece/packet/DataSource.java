package org.earpiece.packet;

/** What the bytes of a layer are: those of the frame, or bytes that were made of them. */
public enum DataSource {
  FRAME("Frame"),
  /** A datagram put together from fragments. */
  IP("Reassembled IP"),
  /** Messages of a TCP stream that span segments. */
  TCP("Reassembled TCP"),
  /** A segment that came before; it holds nothing new. */
  TCP_RETRANSMISSION("TCP retransmission"),
  /** A segment that came before one that it follows; its bytes wait. */
  TCP_OUT_OF_ORDER("TCP out of order"),
  TLS("Decrypted TLS"),
  WEBSOCKET("Unmasked data");

  private static final DataSource[] ALL = values();

  private final String title;

  DataSource(String title) {
    this.title = title;
  }

  /** The name for people: {@code Reassembled IP}. */
  public String title() {
    return title;
  }

  /** The source with this ordinal, without a copy of the array. */
  public static DataSource of(int ordinal) {
    return ALL[ordinal];
  }
}
