package org.earpiece.dissect.net;

import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;

/** The chain of extension headers of an IPv6 packet (RFC 8200 section 4). */
final class Ipv6Extensions {
  /** Extension headers walked at most; a packet with more is malformed. */
  static final int MAX_HEADERS = 16;

  static final int NOT_FOUND = -1;
  private static final int FRAGMENT_HEADER = 8;
  private static final int FRAGMENT_OFFSET = 0xFFF8;

  private Ipv6Extensions() {}

  /** Walks the chain from {@code at} and says what follows; the bytes of header in all. */
  static int dissect(Packet packet, int offset, int at) {
    int type = packet.bytes().u8(offset + 6);
    int position = at;
    for (int n = 0; n < MAX_HEADERS; n++) {
      if (!isExtension(type)) {
        if (type != IpProtocols.NO_NEXT) {
          packet.next(NextHeader.IP_PROTOCOL, type);
        }
        return position - offset;
      }
      int size = size(packet.bytes(), type, position, packet.limit());
      if (size < 0) {
        return Dissector.TRUNCATED;
      }
      if (type == IpProtocols.FRAGMENT) {
        int field = packet.bytes().u16(position + 2);
        if (field != 0) { // an atomic fragment (RFC 6946) is the whole
          packet
              .fragment()
              .set(packet.bytes().u32(position + 4), field & FRAGMENT_OFFSET, (field & 1) != 0);
          packet.next(NextHeader.IP_FRAGMENT, packet.bytes().u8(position));
          return position + size - offset;
        }
      }
      type = packet.bytes().u8(position);
      position += size;
    }
    packet.markMalformed();
    return position - offset;
  }

  private static boolean isExtension(int type) {
    return switch (type) {
      case IpProtocols.HOP_BY_HOP,
          IpProtocols.ROUTING,
          IpProtocols.FRAGMENT,
          IpProtocols.AH,
          IpProtocols.DESTINATION_OPTIONS ->
          true;
      default -> false;
    };
  }

  /** Bytes of an extension header, or {@link #NOT_FOUND} where it does not fit. */
  private static int size(ByteView bytes, int type, int at, int limit) {
    if (limit - at < 8) {
      return NOT_FOUND;
    }
    int size =
        switch (type) {
          case IpProtocols.FRAGMENT -> FRAGMENT_HEADER;
          case IpProtocols.AH -> 4 * (bytes.u8(at + 1) + 2);
          default -> 8 * (bytes.u8(at + 1) + 1);
        };
    return size <= limit - at ? size : NOT_FOUND;
  }

  /** Where the first extension header of this type begins, or {@link #NOT_FOUND}. */
  static int find(Packet packet, int layer, int wanted) {
    int at = packet.offset(layer) + Ipv6.FIXED;
    int end = packet.end(layer);
    if (at > end) {
      return NOT_FOUND;
    }
    ByteView bytes = packet.bytes(layer);
    int type = bytes.u8(packet.offset(layer) + 6);
    for (int n = 0; n < MAX_HEADERS && isExtension(type); n++) {
      int size = size(bytes, type, at, end);
      if (size < 0 || type == wanted) {
        return size < 0 ? NOT_FOUND : at;
      }
      type = bytes.u8(at);
      at += size;
    }
    return NOT_FOUND;
  }
}
