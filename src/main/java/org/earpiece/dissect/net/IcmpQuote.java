package org.earpiece.dissect.net;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/**
 * What ICMP and ICMPv6 have in common: echoes, and errors that quote the packet they are about,
 * with extensions behind it (RFC 4884).
 *
 * @param prefix of field names
 * @param ethertype of what is quoted
 * @param lengthAt where the header says how long the quoted packet is
 * @param unit bytes that this counts
 * @param echo the type of an echo request
 * @param reply the type of an echo reply
 */
record IcmpQuote(
    Protocol protocol, String prefix, int ethertype, int lengthAt, int unit, int echo, int reply) {
  /** Bytes of the header of an error or an echo. */
  static final int HEADER = 8;

  /** Objects of one message that are looked at. */
  private static final int MAX_OBJECTS = 32;

  private static final int NONE = -1;
  private static final int VERSION = 2;
  private static final int EXTENSION_HEADER = 4;
  private static final int OBJECT_HEADER = 4;

  /** Bytes of the quoted packet where the header does not say (section 5.5). */
  private static final int USUAL = 128;

  /** A field of two bytes that echoes have. */
  Field echo(String name, String label, Display display, int at) {
    return Field.number(
            protocol,
            name,
            label,
            FieldType.UINT,
            display,
            at,
            2,
            (p, layer) ->
                isEcho(p, layer) ? p.bytes(layer).u16(p.offset(layer) + at) : Field.ABSENT)
        .bits(16);
  }

  /** The same with the bytes swapped, as some systems count. */
  Field echoLittleEndian(String name, String label, int at) {
    return Field.number(
            protocol,
            name,
            label,
            FieldType.UINT,
            Display.DECIMAL,
            at,
            2,
            (p, layer) -> {
              if (!isEcho(p, layer)) {
                return Field.ABSENT;
              }
              int place = p.offset(layer) + at;
              int swapped = p.bytes(layer).u8(place + 1) << 8 | p.bytes(layer).u8(place);
              return swapped;
            })
        .bits(16);
  }

  boolean isEcho(Packet p, int layer) {
    return is(p, layer, echo, HEADER) || is(p, layer, reply, HEADER);
  }

  /** Whether the message is of this type and has so many bytes. */
  static boolean is(Packet p, int layer, int type, int size) {
    return p.end(layer) - p.offset(layer) >= size && p.bytes(layer).u8(p.offset(layer)) == type;
  }

  /** Adds {@code id=0x0001, seq=2} of an echo. */
  void info(Packet p, int layer, StringBuilder out) {
    ByteView bytes = p.bytes(layer);
    int at = p.offset(layer);
    out.append(String.format(" id=0x%04x, seq=%d", bytes.u16(at + 4), bytes.u16(at + 6)));
  }

  /** An echo: what it carries is data. The bytes of its header. */
  static int dissectEcho(Packet packet, int offset) {
    if (packet.has(offset + HEADER, 1)) {
      packet.next(NextHeader.PROTOCOL, Protocol.DATA.ordinal());
    }
    return HEADER;
  }

  /** An error, whose header is there: what it quotes follows. The bytes of its header. */
  int dissectError(Packet packet, int offset) {
    packet.markQuoted();
    int extensions = extensions(packet.bytes(), offset, packet.limit());
    if (extensions != NONE) {
      packet.limitInside(extensions);
    }
    packet.next(NextHeader.ETHERTYPE, ethertype);
    return HEADER;
  }

  /** Where the extensions of an error begin, or {@link #NONE}. */
  private int extensions(ByteView bytes, int offset, int end) {
    if (!mayExtend(bytes.u8(offset))) {
      return NONE;
    }
    int told = unit * bytes.u8(offset + lengthAt);
    int at = offset + HEADER + (told == 0 ? USUAL : told);
    if (end - at < EXTENSION_HEADER || bytes.u8(at) >> 4 != VERSION) {
      return NONE;
    }
    return told > 0 || isSummedUp(bytes, at, end) ? at : NONE;
  }

  /** Whether errors of this type may have extensions (section 4). */
  private boolean mayExtend(int type) {
    return switch (protocol) {
      case ICMP -> type == 3 || type == 11 || type == 12;
      default -> type == 1 || type == 3;
    };
  }

  /** Whether the checksum is there and right: else these may be bytes of the quoted packet. */
  private static boolean isSummedUp(ByteView bytes, int from, int end) {
    int sum = 0;
    for (int at = from; at + 1 < end; at += 2) {
      sum += bytes.u16(at);
    }
    sum = (sum & 0xFFFF) + (sum >>> 16);
    sum = (sum & 0xFFFF) + (sum >>> 16);
    return bytes.u16(from + 2) != 0 && sum == 0xFFFF;
  }

  private int extensions(Packet p, int layer) {
    int at = p.offset(layer);
    return p.end(layer) - at < HEADER ? NONE : extensions(p.bytes(layer), at, p.end(layer));
  }

  /** The fields of the length and of the extensions. */
  List<Field> fields() {
    return List.of(
        Field.number(
                protocol,
                prefix + ".length",
                "Length",
                FieldType.UINT,
                Display.DECIMAL,
                lengthAt,
                1,
                (p, layer) -> {
                  int at = p.offset(layer);
                  boolean told =
                      p.end(layer) - at >= HEADER
                          && mayExtend(p.bytes(layer).u8(at))
                          && p.bytes(layer).u8(at + lengthAt) > 0;
                  return told ? p.bytes(layer).u8(at + lengthAt) : Field.ABSENT;
                })
            .bits(8),
        header("icmp.ext.version", "Version", 0, 1, 4),
        header("icmp.ext.checksum", "Checksum", 2, 2, 0).shown(Display.HEX),
        object("icmp.ext.length", "Length", 0, 2),
        object("icmp.ext.class", "Class", 2, 1),
        object("icmp.ext.ctype", "C-Type", 3, 1),
        Field.of(
            protocol,
            "icmp.ext.data",
            "Data",
            FieldType.BYTES,
            (p, layer, out) ->
                objects(
                    p,
                    layer,
                    (at, size) -> {
                      if (size > OBJECT_HEADER) {
                        out.addRange(at + OBJECT_HEADER, size - OBJECT_HEADER);
                      }
                    })));
  }

  private Field header(String name, String label, int at, int size, int shift) {
    return Field.of(
            protocol,
            name,
            label,
            FieldType.UINT,
            (p, layer, out) -> {
              int from = extensions(p, layer);
              if (from != NONE) {
                out.addNumber(p.bytes(layer).unsigned(from + at, size) >> shift, from + at, size);
              }
            })
        .bits(8 * size);
  }

  private Field object(String name, String label, int at, int size) {
    return Field.of(
            protocol,
            name,
            label,
            FieldType.UINT,
            (p, layer, out) ->
                objects(
                    p,
                    layer,
                    (from, length) ->
                        out.addNumber(p.bytes(layer).unsigned(from + at, size), from + at, size)))
        .bits(8 * size);
  }

  /** Sees the objects of the extensions in their order. */
  @FunctionalInterface
  private interface Visitor {
    void object(int at, int size);
  }

  private void objects(Packet p, int layer, Visitor visitor) {
    int at = extensions(p, layer);
    if (at == NONE) {
      return;
    }
    at += EXTENSION_HEADER;
    for (int n = 0; n < MAX_OBJECTS && p.end(layer) - at >= OBJECT_HEADER; n++) {
      int size = p.bytes(layer).u16(at);
      if (size < OBJECT_HEADER || size > p.end(layer) - at) {
        return;
      }
      visitor.object(at, size);
      at += size;
    }
  }

  /** An address that messages of one type have. */
  Field address(String name, String label, FieldType type, int wanted, int at, int size) {
    return Field.of(
        protocol,
        name,
        label,
        type,
        (p, layer, out) -> {
          if (is(p, layer, wanted, at + size)) {
            out.addRange(p.offset(layer) + at, size);
          }
        });
  }
}
