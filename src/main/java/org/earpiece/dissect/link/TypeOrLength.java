package org.earpiece.dissect.link;

import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.EtherTypes;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/**
 * The two bytes that tell either the ethertype of what follows or, being small, how long it is: an
 * LLC header follows then (IEEE 802.3 section 3.2.6).
 */
final class TypeOrLength {
  /**
   * The largest number that is a length; those between this one and the ethertypes mean nothing.
   */
  static final int MAX_LENGTH = 1500;

  /** What Novell's frames of IPX without LLC begin with. */
  private static final int NOVELL_RAW = 0xFFFF;

  private TypeOrLength() {}

  /** Says what follows the two bytes at {@code at}, and where that ends. */
  static void next(Packet packet, int at) {
    ByteView bytes = packet.bytes();
    int value = bytes.u16(at);
    int payload = at + 2;
    if (value >= EtherTypes.LEAST) {
      packet.next(NextHeader.ETHERTYPE, value);
    } else if (value <= MAX_LENGTH) {
      packet.limitInside(payload + value);
      if (packet.has(payload, 2) && bytes.u16(payload) != NOVELL_RAW) {
        packet.next(NextHeader.PROTOCOL, Protocol.LLC.ordinal());
      }
    }
  }

  /** The ethertype, where it is one. */
  static Field type(Protocol protocol, String name, int at) {
    return Field.number(
            protocol,
            name,
            "Type",
            FieldType.UINT,
            Display.HEX,
            at,
            2,
            (p, layer) -> {
              long value = read(p, layer, at);
              return value >= EtherTypes.LEAST ? value : Field.ABSENT;
            })
        .bits(16)
        .named(EtherTypes::name);
  }

  /** The length, where it is one. */
  static Field length(Protocol protocol, String name, int at) {
    return Field.number(
            protocol,
            name,
            "Length",
            FieldType.UINT,
            Display.DECIMAL,
            at,
            2,
            (p, layer) -> {
              long value = read(p, layer, at);
              return value < EtherTypes.LEAST ? value : Field.ABSENT;
            })
        .bits(16);
  }

  /** The number at {@code at} of the layer, or {@link Field#ABSENT}. */
  static long read(Packet p, int layer, int at) {
    int from = p.offset(layer) + at;
    return from + 2 <= p.end(layer) ? p.bytes(layer).u16(from) : Field.ABSENT;
  }
}
