package org.earpiece.dissect.transport;

import org.earpiece.bytes.ByteView;
import org.jspecify.annotations.Nullable;

/** The chunks of an SCTP packet (RFC 9260 section 3.2). */
public final class SctpChunks {
  /** Chunks of one packet that are looked at. */
  public static final int MAX_CHUNKS = 64;

  /** Bytes of a data chunk before its payload. */
  public static final int DATA_HEADER = 16;

  private static final int HEADER = 4;
  private static final int DATA = 0;
  private static final int FIRST_AND_LAST = 3;

  private SctpChunks() {}

  /** Whether a chunk begins at {@code at} whose header is whole, and of data, too. */
  public static boolean isWhole(ByteView bytes, int at, int end) {
    if (end - at < HEADER || bytes.u16(at + 2) < HEADER) {
      return false;
    }
    return bytes.u8(at) != DATA || (end - at >= DATA_HEADER && bytes.u16(at + 2) >= DATA_HEADER);
  }

  /** Whether the chunk is one of data. */
  public static boolean isData(ByteView bytes, int at) {
    return bytes.u8(at) == DATA;
  }

  /** Whether a data chunk has a message from its beginning to its end. */
  public static boolean isMessage(ByteView bytes, int at) {
    return (bytes.u8(at + 1) & FIRST_AND_LAST) == FIRST_AND_LAST;
  }

  /** What the sender says the payload of a data chunk is. */
  public static int payloadProtocol(ByteView bytes, int at) {
    return bytes.i32(at + 12);
  }

  /** Where the chunk ends. */
  public static int end(ByteView bytes, int at) {
    return at + bytes.u16(at + 2);
  }

  /** Where the next chunk begins: chunks are padded to four bytes. */
  public static int next(ByteView bytes, int at) {
    return at + ((bytes.u16(at + 2) + 3) & ~3);
  }

  static @Nullable String name(long type) {
    return switch ((int) type) {
      case DATA -> "DATA";
      case 1 -> "INIT";
      case 2 -> "INIT_ACK";
      case 3 -> "SACK";
      case 4 -> "HEARTBEAT";
      case 5 -> "HEARTBEAT_ACK";
      case 6 -> "ABORT";
      case 7 -> "SHUTDOWN";
      case 8 -> "SHUTDOWN_ACK";
      case 9 -> "ERROR";
      case 10 -> "COOKIE_ECHO";
      case 11 -> "COOKIE_ACK";
      case 12 -> "ECNE";
      case 13 -> "CWR";
      case 14 -> "SHUTDOWN_COMPLETE";
      case 15 -> "AUTH";
      case 64 -> "I_DATA";
      case 128 -> "ASCONF_ACK";
      case 130 -> "RE_CONFIG";
      case 192 -> "FORWARD_TSN";
      case 193 -> "ASCONF";
      default -> null;
    };
  }
}
