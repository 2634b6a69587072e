package org.earpiece.dissect.tunnel;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.net.IpProtocols;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldText;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/**
 * The encapsulating security payload of IPsec (RFC 4303). Only what is not encrypted (RFC 2410), as
 * in the IMS of many networks, is looked into: where the trailer that a usual integrity check
 * leaves room for and the beginning of what it says is inside agree (after RFC 5879).
 */
public final class Esp implements Dissector {
  private static final Protocol P = Protocol.ESP;
  private static final int HEADER = 8;
  private static final int TRAILER = 2;

  /** Bytes that integrity checks usually take: HMAC-MD5 and SHA-1 of 96 bits first. */
  private static final int[] CHECKS = {12, 16, 0, 24, 32};

  private static final int NOT_FOUND = -1;
  private static final int UDP_HEADER = 8;
  private static final int TCP_HEADER = 20;
  private static final int IPV4_HEADER = 20;
  private static final int IPV6_HEADER = 40;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.protocol(P),
        Field.uint(P, "esp.spi", "ESP SPI", Display.HEX, 0, 4),
        Field.uint(P, "esp.sequence", "ESP Sequence", Display.DECIMAL, 4, 4),
        Field.of(P, "esp.pad", "Pad", FieldType.BYTES, Esp::pad),
        Field.of(
                P,
                "esp.pad_len",
                "ESP Pad Length",
                FieldType.UINT,
                (p, layer, out) -> {
                  int at = trailer(p, layer);
                  if (at != NOT_FOUND) {
                    out.addNumber(p.bytes(layer).u8(at), at, 1);
                  }
                })
            .bits(8),
        Field.of(
                P,
                "esp.protocol",
                "ESP Next Header",
                FieldType.UINT,
                (p, layer, out) -> {
                  int at = trailer(p, layer);
                  if (at != NOT_FOUND) {
                    out.addNumber(p.bytes(layer).u8(at + 1), at + 1, 1);
                  }
                })
            .shown(Display.HEX)
            .bits(8)
            .named(IpProtocols::name),
        Field.of(
            P,
            "esp.icv",
            "ESP ICV",
            FieldType.BYTES,
            (p, layer, out) -> {
              int at = trailer(p, layer);
              if (at != NOT_FOUND && at + TRAILER < p.end(layer)) {
                out.addRange(at + TRAILER, p.end(layer) - at - TRAILER);
              }
            }));
  }

  private static void pad(Packet p, int layer, FieldValues out) {
    int at = trailer(p, layer);
    if (at != NOT_FOUND && p.bytes(layer).u8(at) > 0) {
      int size = p.bytes(layer).u8(at);
      out.addRange(at - size, size);
    }
  }

  private static int trailer(Packet p, int layer) {
    return trailer(p.bytes(layer), p.offset(layer) + HEADER, p.end(layer));
  }

  /** Where the length of the padding is, in what is not encrypted; else {@link #NOT_FOUND}. */
  private static int trailer(ByteView bytes, int from, int to) {
    for (int check : CHECKS) {
      int at = to - check - TRAILER;
      if (at > from && isPadded(bytes, from, at) && isInside(bytes, from, at)) {
        return at;
      }
    }
    return NOT_FOUND;
  }

  /** Whether the padding before its length counts up from 1 (RFC 4303 section 2.4). */
  private static boolean isPadded(ByteView bytes, int from, int at) {
    int size = bytes.u8(at);
    if (size > at - from) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (bytes.u8(at - size + i) != i + 1) {
        return false;
      }
    }
    return true;
  }

  /** Whether the bytes are a whole packet of the protocol that the trailer names. */
  private static boolean isInside(ByteView bytes, int from, int at) {
    int size = at - bytes.u8(at) - from;
    return switch (bytes.u8(at + 1)) {
      case IpProtocols.UDP -> size >= UDP_HEADER && bytes.u16(from + 4) == size;
      case IpProtocols.TCP -> size >= TCP_HEADER && isTcp(bytes, from, size);
      case IpProtocols.IPV4 ->
          size >= IPV4_HEADER && bytes.u8(from) >> 4 == 4 && bytes.u16(from + 2) == size;
      case IpProtocols.IPV6 ->
          size >= IPV6_HEADER
              && bytes.u8(from) >> 4 == 6
              && bytes.u16(from + 4) == size - IPV6_HEADER;
      default -> false;
    };
  }

  /** The header fits, no reserved bit is set, and the urgent pointer is 0 where it says nothing. */
  private static boolean isTcp(ByteView bytes, int from, int size) {
    int header = 4 * (bytes.u8(from + 12) >> 4);
    int flags = bytes.u8(from + 13);
    boolean urgent = (flags & 0x20) != 0;
    return header >= TCP_HEADER
        && header <= size
        && (bytes.u8(from + 12) & 0x0E) == 0
        && (flags & 0x17) != 0
        && (urgent || bytes.u16(from + 18) == 0);
  }

  @Override
  public void register(DissectorTable table) {
    table.ipProtocol(IpProtocols.ESP, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, HEADER)) {
      return TRUNCATED;
    }
    int payload = offset + HEADER;
    int trailer = packet.truncated() ? NOT_FOUND : trailer(packet.bytes(), payload, packet.limit());
    if (trailer != NOT_FOUND) {
      ByteView bytes = packet.bytes();
      packet.limitInside(trailer - bytes.u8(trailer));
      packet.next(NextHeader.IP_PROTOCOL, bytes.u8(trailer + 1));
    }
    return HEADER;
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    int at = packet.offset(layer);
    if (packet.end(layer) - at >= HEADER) {
      out.append("ESP (SPI=").append(FieldText.hex(packet.bytes(layer).u32(at), 4)).append(')');
    }
  }
}
