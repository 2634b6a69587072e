package org.earpiece.dissect.app;

import org.earpiece.bytes.ByteView;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.Packet;
import org.jspecify.annotations.Nullable;

/** The attributes of a STUN message (RFC 8489 section 14, RFC 8656 section 18). */
final class StunAttributes {
  /** Attributes of one message that are looked at. */
  static final int MAX_ATTRIBUTES = 100;

  static final int HEADER = 4;
  static final int NOT_FOUND = -1;

  static final int MAPPED_ADDRESS = 0x0001;
  static final int USERNAME = 0x0006;
  static final int MESSAGE_INTEGRITY = 0x0008;
  static final int ERROR_CODE = 0x0009;
  static final int CHANNEL_NUMBER = 0x000C;
  static final int LIFETIME = 0x000D;
  static final int XOR_PEER_ADDRESS = 0x0012;
  static final int DATA = 0x0013;
  static final int REALM = 0x0014;
  static final int NONCE = 0x0015;
  static final int XOR_RELAYED_ADDRESS = 0x0016;
  static final int REQUESTED_TRANSPORT = 0x0019;
  static final int XOR_MAPPED_ADDRESS = 0x0020;
  static final int PRIORITY = 0x0024;
  static final int SOFTWARE = 0x8022;
  static final int ALTERNATE_SERVER = 0x8023;
  static final int FINGERPRINT = 0x8028;

  private static final int IPV4 = 1;
  private static final int IPV6 = 2;
  private static final int ADDRESS = 4;

  private StunAttributes() {}

  /** Sees the attributes in their order. */
  @FunctionalInterface
  interface Visitor {
    /** An attribute whose value of {@code size} bytes is at {@code value}, and whole. */
    void attribute(int type, int value, int size);
  }

  /** Visits the attributes of a message that begins at {@code message}. */
  static void each(ByteView bytes, int message, int end, Visitor visitor) {
    int at = message + Stun.HEADER;
    for (int n = 0; n < MAX_ATTRIBUTES && end - at >= HEADER; n++) {
      int size = bytes.u16(at + 2);
      if (size > end - at - HEADER) {
        return;
      }
      visitor.attribute(bytes.u16(at), at + HEADER, size);
      at += HEADER + padded(size);
    }
  }

  /** Where the first attribute of a type begins, or {@link #NOT_FOUND}; it is whole. */
  static int find(ByteView bytes, int message, int end, int type) {
    int at = message + Stun.HEADER;
    for (int n = 0; n < MAX_ATTRIBUTES && end - at >= HEADER; n++) {
      int size = bytes.u16(at + 2);
      if (size > end - at - HEADER) {
        return NOT_FOUND;
      }
      if (bytes.u16(at) == type) {
        return at;
      }
      at += HEADER + padded(size);
    }
    return NOT_FOUND;
  }

  static int padded(int size) {
    return (size + 3) & ~3;
  }

  /** Whether the value is an address. */
  static boolean isAddress(int type) {
    return switch (type) {
      case MAPPED_ADDRESS,
          XOR_PEER_ADDRESS,
          XOR_RELAYED_ADDRESS,
          XOR_MAPPED_ADDRESS,
          ALTERNATE_SERVER,
          0x0004,
          0x0005,
          0x000B,
          0x802B,
          0x802C ->
          true;
      default -> false;
    };
  }

  /** Whether the address is hidden from NATs that would change it. */
  static boolean isXored(int type) {
    return type == XOR_PEER_ADDRESS || type == XOR_RELAYED_ADDRESS || type == XOR_MAPPED_ADDRESS;
  }

  /** The port of an address. */
  static int port(ByteView bytes, int type, int value) {
    return bytes.u16(value + 2) ^ (isXored(type) ? Stun.COOKIE >>> 16 : 0);
  }

  /** The address in the value of an attribute, or null where it is none. */
  static @Nullable IpAddress address(ByteView bytes, int message, int type, int value, int size) {
    if (size < ADDRESS) {
      return null;
    }
    int family = bytes.u8(value + 1);
    boolean xored = isXored(type);
    if (family == IPV4 && size == ADDRESS + 4) {
      int mask = xored ? Stun.COOKIE : 0;
      return new IpAddress(0, IpAddress.v4(bytes.i32(value + ADDRESS) ^ mask));
    }
    if (family == IPV6 && size == ADDRESS + 16) {
      // the mask is the cookie and the transaction's identifier, as they stand in the header
      long hi = xored ? bytes.i64(message + 4) : 0;
      long lo = xored ? bytes.i64(message + 12) : 0;
      return new IpAddress(bytes.i64(value + ADDRESS) ^ hi, bytes.i64(value + ADDRESS + 8) ^ lo);
    }
    return null;
  }

  /** The address and port of the first attribute of a type as text, or null. */
  static @Nullable String endpoint(Packet p, int layer, int type) {
    ByteView bytes = p.bytes(layer);
    int message = p.offset(layer);
    int at = find(bytes, message, p.end(layer), type);
    if (at == NOT_FOUND) {
      return null;
    }
    IpAddress address = address(bytes, message, type, at + HEADER, bytes.u16(at + 2));
    return address == null ? null : address + ":" + port(bytes, type, at + HEADER);
  }

  static @Nullable String name(long type) {
    return switch ((int) type) {
      case MAPPED_ADDRESS -> "MAPPED-ADDRESS";
      case 0x0003 -> "CHANGE-REQUEST";
      case 0x0004 -> "SOURCE-ADDRESS";
      case 0x0005 -> "CHANGED-ADDRESS";
      case USERNAME -> "USERNAME";
      case 0x0007 -> "PASSWORD";
      case MESSAGE_INTEGRITY -> "MESSAGE-INTEGRITY";
      case ERROR_CODE -> "ERROR-CODE";
      case 0x000A -> "UNKNOWN-ATTRIBUTES";
      case 0x000B -> "REFLECTED-FROM";
      case CHANNEL_NUMBER -> "CHANNEL-NUMBER";
      case LIFETIME -> "LIFETIME";
      case XOR_PEER_ADDRESS -> "XOR-PEER-ADDRESS";
      case DATA -> "DATA";
      case REALM -> "REALM";
      case NONCE -> "NONCE";
      case XOR_RELAYED_ADDRESS -> "XOR-RELAYED-ADDRESS";
      case 0x0017 -> "REQUESTED-ADDRESS-FAMILY";
      case 0x0018 -> "EVEN-PORT";
      case REQUESTED_TRANSPORT -> "REQUESTED-TRANSPORT";
      case 0x001A -> "DONT-FRAGMENT";
      case 0x001C -> "MESSAGE-INTEGRITY-SHA256";
      case 0x001D -> "PASSWORD-ALGORITHM";
      case 0x001E -> "USERHASH";
      case XOR_MAPPED_ADDRESS -> "XOR-MAPPED-ADDRESS";
      case 0x0022 -> "RESERVATION-TOKEN";
      case PRIORITY -> "PRIORITY";
      case 0x0025 -> "USE-CANDIDATE";
      case SOFTWARE -> "SOFTWARE";
      case ALTERNATE_SERVER -> "ALTERNATE-SERVER";
      case FINGERPRINT -> "FINGERPRINT";
      case 0x8029 -> "ICE-CONTROLLED";
      case 0x802A -> "ICE-CONTROLLING";
      case 0x802B -> "RESPONSE-ORIGIN";
      case 0x802C -> "OTHER-ADDRESS";
      default -> null;
    };
  }
}
