package org.earpiece.fuzz;

import java.nio.ByteBuffer;

/** Frames of IPv4 without a link layer, between hosts 10.0.0.n; no checksums. */
final class Frames {
  private static final int IP_HEADER = 20;
  private static final int UDP_HEADER = 8;
  private static final int TCP_HEADER = 20;
  private static final int TCP_OFFSET = 0x50;
  private static final int LONGEST = 0xFFFF;
  private static final int TCP = 6;
  private static final int UDP = 17;

  private Frames() {}

  static byte[] udp(int from, int to, int sport, int dport, byte[] payload) {
    return ip(from, to, UDP, 0, 0, udp(sport, dport, payload));
  }

  /** The datagram alone, to be cut into fragments. */
  static byte[] udp(int sport, int dport, byte[] payload) {
    int size = Math.min(payload.length, LONGEST - IP_HEADER - UDP_HEADER);
    return ByteBuffer.allocate(UDP_HEADER + size)
        .putShort((short) sport)
        .putShort((short) dport)
        .putShort((short) (UDP_HEADER + size))
        .putShort((short) 0)
        .put(payload, 0, size)
        .array();
  }

  static byte[] tcp(
      int from, int to, int sport, int dport, int sequence, int flags, byte[] payload) {
    int size = Math.min(payload.length, LONGEST - IP_HEADER - TCP_HEADER);
    byte[] segment =
        ByteBuffer.allocate(TCP_HEADER + size)
            .putShort((short) sport)
            .putShort((short) dport)
            .putInt(sequence)
            .putInt(0)
            .put((byte) TCP_OFFSET)
            .put((byte) flags)
            .putShort((short) LONGEST)
            .putInt(0)
            .put(payload, 0, size)
            .array();
    return ip(from, to, TCP, 0, 0, segment);
  }

  /**
   * A packet of IPv4.
   *
   * @param id identification
   * @param fragment flags and fragment offset as they stand in the header
   */
  static byte[] ip(int from, int to, int protocol, int id, int fragment, byte[] payload) {
    int size = Math.min(payload.length, LONGEST - IP_HEADER);
    return ByteBuffer.allocate(IP_HEADER + size)
        .put((byte) 0x45)
        .put((byte) 0)
        .putShort((short) (IP_HEADER + size))
        .putShort((short) id)
        .putShort((short) fragment)
        .put((byte) 64)
        .put((byte) protocol)
        .putShort((short) 0)
        .putInt(host(from))
        .putInt(host(to))
        .put(payload, 0, size)
        .array();
  }

  private static int host(int n) {
    return 0x0A00_0000 | n;
  }
}
