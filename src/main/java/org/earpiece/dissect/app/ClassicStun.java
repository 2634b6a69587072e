package org.earpiece.dissect.app;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * STUN as it was first (RFC 3489): no cookie tells its messages, so the type, the length and the
 * attributes must all be right. Old telephones still ask so.
 */
public final class ClassicStun implements Dissector {
  private static final Protocol P = Protocol.CLASSIC_STUN;
  private static final int ID_AT = 4;
  private static final int ID = 16;
  private static final int LAST_METHOD = 2;
  private static final int PORT = 3478;
  private static final int OTHER_PORT = 3479;
  private static final int CHANGE_REQUEST = 0x0003;
  private static final int LAST_REQUIRED = 0x000B;
  private static final int FIRST_OPTIONAL = 0x8000;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.protocol(P),
        Field.uint(P, "classicstun.type", "Message Type", Display.HEX, 0, 2)
            .named(ClassicStun::typeName),
        Field.uint(P, "classicstun.length", "Message Length", Display.HEX, 2, 2),
        Field.range(P, "classicstun.id", "Message Transaction ID", FieldType.BYTES, ID_AT, ID),
        number(
                "classicstun.att.type",
                "Attribute Type",
                16,
                (b, type, at, size, out) -> out.addNumber(type, at - StunAttributes.HEADER, 2))
            .shown(Display.HEX)
            .named(StunAttributes::name),
        number(
            "classicstun.att.length",
            "Attribute Length",
            16,
            (b, type, at, size, out) -> out.addNumber(size, at - 2, 2)),
        number(
                "classicstun.att.family",
                "Protocol Family",
                16,
                (b, type, at, size, out) -> {
                  if (isAddress(type, size)) {
                    out.addNumber(b.u16(at), at, 2);
                  }
                })
            .shown(Display.HEX)
            .named(v -> v == 1 ? "IPv4" : null),
        number(
            "classicstun.att.port",
            "Port",
            16,
            (b, type, at, size, out) -> {
              if (isAddress(type, size)) {
                out.addNumber(b.u16(at + 2), at + 2, 2);
              }
            }),
        each(
            "classicstun.att.ipv4",
            "IP",
            FieldType.IPV4,
            (b, type, at, size, out) -> {
              if (isAddress(type, size)) {
                out.addRange(at + 4, 4);
              }
            }),
        change("classicstun.att.change.ip", "Change IP", 0x4),
        change("classicstun.att.change.port", "Change Port", 0x2),
        number(
            "classicstun.att.error.class",
            "Error Class",
            8,
            (b, type, at, size, out) -> {
              if (type == StunAttributes.ERROR_CODE && size >= 4) {
                out.addNumber(b.u8(at + 2) & 0x07, at + 2, 1);
              }
            }),
        number(
            "classicstun.att.error",
            "Error Code",
            8,
            (b, type, at, size, out) -> {
              if (type == StunAttributes.ERROR_CODE && size >= 4) {
                out.addNumber(b.u8(at + 3), at + 3, 1);
              }
            }),
        each(
            "classicstun.att.error.reason",
            "Error Reason Phase",
            FieldType.STRING,
            (b, type, at, size, out) -> {
              if (type == StunAttributes.ERROR_CODE && size > 4) {
                out.addRange(at + 4, text(b, at + 4, size - 4));
              }
            }),
        each(
            "classicstun.att.server",
            "Server version",
            FieldType.STRING,
            (b, type, at, size, out) -> {
              if (type == StunAttributes.SOFTWARE) {
                out.addRange(at, text(b, at, size));
              }
            }));
  }

  /** Adds the values of one attribute. */
  @FunctionalInterface
  private interface Reader {
    void read(ByteView bytes, int type, int value, int size, FieldValues out);
  }

  private static Field each(String name, String label, FieldType type, Reader reader) {
    return Field.of(
        P,
        name,
        label,
        type,
        (p, layer, out) -> {
          ByteView bytes = p.bytes(layer);
          StunAttributes.each(
              bytes,
              p.offset(layer),
              p.end(layer),
              (t, value, size) -> reader.read(bytes, t, value, size, out));
        });
  }

  private static Field number(String name, String label, int bits, Reader reader) {
    return each(name, label, FieldType.UINT, reader).bits(bits);
  }

  private static Field change(String name, String label, int mask) {
    return each(
            name,
            label,
            FieldType.BOOLEAN,
            (b, type, at, size, out) -> {
              if (type == CHANGE_REQUEST && size == 4) {
                out.addNumber((b.i32(at) & mask) != 0 ? 1 : 0, at + 2, 2);
              }
            })
        .bits(1)
        .masked(mask);
  }

  /** Bytes of a text without the zeros that fill it up. */
  private static int text(ByteView bytes, int at, int size) {
    int length = size;
    while (length > 0 && bytes.u8(at + length - 1) == 0) {
      length--;
    }
    return length;
  }

  private static boolean isAddress(int type, int size) {
    return StunAttributes.isAddress(type) && size == 8;
  }

  private static @Nullable String typeName(long value) {
    String method = Stun.methodName(Stun.method((int) value));
    return method == null ? null : method + " " + Stun.className(Stun.messageClass((int) value));
  }

  @Override
  public void register(DissectorTable table) {
    table.udpHeuristic(this);
  }

  /** A message without attributes is believed on the ports of a server alone. */
  @Override
  public boolean looksLikeMine(Packet packet, int offset) {
    if (!packet.has(offset, Stun.HEADER)) {
      return false;
    }
    ByteView bytes = packet.bytes();
    int type = bytes.u16(offset);
    int length = bytes.u16(offset + 2);
    int method = Stun.method(type);
    boolean asked = method >= 1 && method <= LAST_METHOD && Stun.messageClass(type) != 1;
    if (!asked || packet.limit() - offset - Stun.HEADER != length) {
      return false;
    }
    return length == 0 ? onServerPort(packet) : filled(bytes, offset + Stun.HEADER, packet.limit());
  }

  private static boolean onServerPort(Packet packet) {
    return isServer(packet.sport()) || isServer(packet.dport());
  }

  private static boolean isServer(int port) {
    return port == PORT || port == OTHER_PORT;
  }

  /** Whether attributes that there are fill the bytes. */
  private static boolean filled(ByteView bytes, int from, int to) {
    int at = from;
    while (to - at >= StunAttributes.HEADER) {
      int type = bytes.u16(at);
      boolean known = (type >= 1 && type <= LAST_REQUIRED) || type >= FIRST_OPTIONAL;
      if (!known || (bytes.u16(at + 2) & 3) != 0) {
        return false;
      }
      at += StunAttributes.HEADER + bytes.u16(at + 2);
    }
    return at == to;
  }

  @Override
  public int dissect(Packet packet, int offset) {
    return looksLikeMine(packet, offset) ? packet.limit() - offset : NOT_MINE;
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    ByteView bytes = packet.bytes(layer);
    int at = packet.offset(layer);
    if (packet.end(layer) - at < Stun.HEADER) {
      return;
    }
    out.append("Message: ").append(typeName(bytes.u16(at)));
    StunAttributes.each(
        bytes,
        at,
        packet.end(layer),
        (type, value, size) -> {
          if (isAddress(type, size)) {
            out.append(' ').append(StunAttributes.name(type)).append(": ");
            out.append(IpAddress.text(0, IpAddress.v4(bytes.u32(value + 4))));
            out.append(':').append(bytes.u16(value + 2));
          }
        });
  }
}
