package org.earpiece.dissect.net;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** The options in an extension header of IPv6 (RFC 8200 section 4.2). */
final class Ipv6Options {
  private static final int UNIT = 8;
  private static final int FIRST = 2;
  private static final int PAD1 = 0x00;
  private static final int PADN = 0x01;
  private static final int TUNNEL_LIMIT = 0x04;
  private static final int ROUTER_ALERT = 0x05;
  private static final int JUMBO = 0xC2;

  private Ipv6Options() {}

  /** Adds what one option says; it is whole. */
  private interface Reader {
    void read(ByteView bytes, int at, int size, FieldValues out);
  }

  static List<Field> of(Protocol protocol) {
    return List.of(
        field(
            protocol,
            "ipv6.opt",
            "IPv6 Option",
            FieldType.LABEL,
            (b, at, size, out) -> out.addRange(at, size)),
        type(protocol, "ipv6.opt.type", "Type", FieldType.UINT, 0xFF).shown(Display.HEX),
        type(protocol, "ipv6.opt.type.action", "Action", FieldType.UINT, 0xC0),
        type(protocol, "ipv6.opt.type.change", "May Change", FieldType.BOOLEAN, 0x20),
        type(protocol, "ipv6.opt.type.rest", "Low-Order Bits", FieldType.UINT, 0x1F)
            .shown(Display.HEX),
        field(
                protocol,
                "ipv6.opt.length",
                "Length",
                FieldType.UINT,
                (b, at, size, out) -> {
                  if (size > 1) {
                    out.addNumber(size - 2, at + 1, 1);
                  }
                })
            .bits(8),
        field(
            protocol,
            "ipv6.opt.pad1",
            "Pad1",
            FieldType.LABEL,
            (b, at, size, out) -> {
              if (b.u8(at) == PAD1) {
                out.addRange(at, size);
              }
            }),
        field(
            protocol,
            "ipv6.opt.padn",
            "PadN",
            FieldType.BYTES,
            (b, at, size, out) -> {
              if (b.u8(at) == PADN) {
                out.addRange(at + 2, size - 2);
              }
            }),
        number(protocol, "ipv6.opt.router_alert", "Router Alert", ROUTER_ALERT, 2),
        number(protocol, "ipv6.opt.tel", "Tunnel Encapsulation Limit", TUNNEL_LIMIT, 1),
        number(protocol, "ipv6.opt.jumbo", "Payload Length", JUMBO, 4));
  }

  private static Field type(
      Protocol protocol, String name, String label, FieldType type, int mask) {
    int shift = Integer.numberOfTrailingZeros(mask);
    return field(
            protocol,
            name,
            label,
            type,
            (b, at, size, out) -> out.addNumber((b.u8(at) & mask) >> shift, at, 1))
        .bits(8)
        .masked(mask == 0xFF ? -1L : mask);
  }

  private static Field number(Protocol protocol, String name, String label, int type, int bytes) {
    return field(
            protocol,
            name,
            label,
            FieldType.UINT,
            (b, at, size, out) -> {
              if (b.u8(at) == type && size == 2 + bytes) {
                out.addNumber(b.unsigned(at + 2, bytes), at + 2, bytes);
              }
            })
        .bits(bytes * Byte.SIZE);
  }

  private static Field field(
      Protocol protocol, String name, String label, FieldType type, Reader reader) {
    return Field.of(protocol, name, label, type, (p, layer, out) -> each(p, layer, reader, out));
  }

  private static void each(Packet p, int layer, Reader reader, FieldValues out) {
    int from = p.offset(layer);
    if (p.end(layer) - from < UNIT) {
      return;
    }
    ByteView bytes = p.bytes(layer);
    int end = Math.min(p.end(layer), from + UNIT * (bytes.u8(from + 1) + 1));
    int at = from + FIRST;
    while (at < end) {
      int size = bytes.u8(at) == PAD1 ? 1 : at + 2 <= end ? 2 + bytes.u8(at + 1) : end;
      if (size > end - at) {
        return;
      }
      reader.read(bytes, at, size, out);
      at += size;
    }
  }
}
