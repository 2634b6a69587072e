package org.earpiece.dissect.web;

import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;

/** The header of a WebSocket frame (RFC 6455 section 5.2), read from bytes. */
final class WebSocketFrame {
  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  static final int FIN = 0x80;
  static final int COMPRESSED = 0x40;
  static final int MASKED = 0x80;
  static final int MASK_SIZE = 4;
  static final int LENGTH_16 = 126;
  static final int LENGTH_64 = 127;

  private static final int RESERVED = 0x30;
  private static final int SHORT_HEADER = 2;

  /** Bytes of a frame at most: no message of SIP comes near it. */
  private static final int MAX_FRAME = 1 << 30;

  private WebSocketFrame() {}

  static int opcode(ByteView bytes, int at) {
    return bytes.u8(at) & 0x0F;
  }

  static boolean control(int opcode) {
    return opcode >= CLOSE;
  }

  static boolean masked(ByteView bytes, int at) {
    return (bytes.u8(at + 1) & MASKED) != 0;
  }

  static int shortLength(ByteView bytes, int at) {
    return bytes.u8(at + 1) & 0x7F;
  }

  /** Bytes of the extended length. */
  static int extension(ByteView bytes, int at) {
    return switch (shortLength(bytes, at)) {
      case LENGTH_16 -> 2;
      case LENGTH_64 -> 8;
      default -> 0;
    };
  }

  /** Whether a frame may begin with these two bytes. */
  static boolean plausible(ByteView bytes, int at) {
    int opcode = opcode(bytes, at);
    boolean known = opcode <= BINARY || (opcode >= CLOSE && opcode <= PONG);
    boolean control = control(opcode);
    return known
        && (bytes.u8(at) & RESERVED) == 0
        && (!control || ((bytes.u8(at) & FIN) != 0 && shortLength(bytes, at) < LENGTH_16));
  }

  /** Bytes of the header, or TRUNCATED. */
  static int header(ByteView bytes, int at, int to) {
    if (to - at < SHORT_HEADER) {
      return Dissector.TRUNCATED;
    }
    int size = SHORT_HEADER + extension(bytes, at) + (masked(bytes, at) ? MASK_SIZE : 0);
    return to - at < size ? Dissector.TRUNCATED : size;
  }

  /** Bytes of the payload; the header is there. */
  static long payload(ByteView bytes, int at) {
    int extension = extension(bytes, at);
    long length =
        extension == 0 ? shortLength(bytes, at) : bytes.unsigned(at + SHORT_HEADER, extension);
    return length < 0 ? Long.MAX_VALUE : length;
  }

  /** As {@link org.earpiece.dissect.StreamFraming#streamLength}. */
  static int streamLength(ByteView bytes, int from, int to) {
    if (to - from < SHORT_HEADER) {
      return Dissector.TRUNCATED;
    }
    if (!plausible(bytes, from)) {
      return Dissector.NOT_MINE;
    }
    int header = header(bytes, from, to);
    if (header < 0) {
      return header;
    }
    long payload = payload(bytes, from);
    return payload > MAX_FRAME ? Dissector.NOT_MINE : header + (int) payload;
  }
}
