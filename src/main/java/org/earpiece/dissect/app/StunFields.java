package org.earpiece.dissect.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.RelatedFields;
import org.earpiece.packet.Fact;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/** The fields of {@link Stun}. */
final class StunFields {
  private static final Protocol P = Stun.P;

  private StunFields() {}

  static List<Field> all() {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.protocol(P));
    header(fields);
    addresses(fields);
    attributes(fields);
    fields.addAll(StunPartFields.all());
    return fields;
  }

  private static void header(List<Field> fields) {
    Collections.addAll(
        fields,
        Field.of(
                P,
                "stun.channel",
                "Channel Number",
                FieldType.UINT,
                (p, layer, out) -> {
                  if (isChannel(p, layer)) {
                    out.addNumber(p.bytes(layer).u16(p.offset(layer)), p.offset(layer), 2);
                  }
                })
            .shown(Display.HEX)
            .bits(16),
        type("stun.type", "Message Type", Kind.WHOLE).named(StunFields::typeName),
        type("stun.type.class", "Message Class", Kind.CLASS).named(Stun::className),
        type("stun.type.method", "Message Method", Kind.METHOD).named(Stun::methodName),
        Field.of(
                P,
                "stun.length",
                "Message Length",
                FieldType.UINT,
                (p, layer, out) -> {
                  if (isChannel(p, layer) || isMessage(p, layer)) {
                    int at = p.offset(layer) + 2;
                    out.addNumber(p.bytes(layer).u16(at), at, 2);
                  }
                })
            .bits(16),
        RelatedFields.of(
            P, "stun.response-to", "Request In", FieldType.FRAME_NUMBER, Fact.REQUEST_FRAME),
        RelatedFields.of(P, "stun.time", "Time", FieldType.RELATIVE_TIME, Fact.SINCE_REQUEST),
        RelatedFields.of(
            P,
            "stun.reqduplicate",
            "Duplicated original message in",
            FieldType.FRAME_NUMBER,
            Fact.ORIGINAL_FRAME),
        range("stun.cookie", "Message Cookie", Stun.COOKIE_AT, 4),
        range("stun.id", "Message Transaction ID", 8, 12));
  }

  private enum Kind {
    WHOLE,
    CLASS,
    METHOD
  }

  private static Field type(String name, String label, Kind kind) {
    return Field.of(
            P,
            name,
            label,
            FieldType.UINT,
            (p, layer, out) -> {
              if (isMessage(p, layer)) {
                int type = p.bytes(layer).u16(p.offset(layer));
                int value =
                    switch (kind) {
                      case WHOLE -> type;
                      case CLASS -> Stun.messageClass(type);
                      case METHOD -> Stun.method(type);
                    };
                out.addNumber(value, p.offset(layer), 2);
              }
            })
        .shown(Display.HEX)
        .bits(16);
  }

  private static @Nullable String typeName(long value) {
    String method = Stun.methodName(Stun.method((int) value));
    return method == null ? null : method + " " + Stun.className(Stun.messageClass((int) value));
  }

  private static Field range(String name, String label, int at, int size) {
    return Field.of(
        P,
        name,
        label,
        FieldType.BYTES,
        (p, layer, out) -> {
          if (isMessage(p, layer)) {
            out.addRange(p.offset(layer) + at, size);
          }
        });
  }

  private static boolean isChannel(Packet p, int layer) {
    int at = p.offset(layer);
    return p.end(layer) - at >= Stun.CHANNEL_HEADER && Stun.isChannel(p.bytes(layer), at);
  }

  static boolean isMessage(Packet p, int layer) {
    return p.end(layer) - p.offset(layer) >= Stun.HEADER && !isChannel(p, layer);
  }

  /** Adds the values of one attribute. */
  @FunctionalInterface
  interface Reader {
    void read(ByteView bytes, int message, int type, int value, int size, FieldValues out);
  }

  /** A field of every attribute that the reader finds it in. */
  static Field each(String name, String label, FieldType type, Reader reader) {
    return Field.of(
        P,
        name,
        label,
        type,
        (p, layer, out) -> {
          if (isMessage(p, layer)) {
            ByteView bytes = p.bytes(layer);
            int message = p.offset(layer);
            StunAttributes.each(
                bytes,
                message,
                p.end(layer),
                (t, value, size) -> reader.read(bytes, message, t, value, size, out));
          }
        });
  }

  private static void addresses(List<Field> fields) {
    Collections.addAll(
        fields,
        each(
                "stun.att.type",
                "Attribute Type",
                FieldType.UINT,
                (b, m, type, value, size, out) ->
                    out.addNumber(type, value - StunAttributes.HEADER, 2))
            .shown(Display.HEX)
            .bits(16)
            .named(StunAttributes::name),
        each(
                "stun.att.family",
                "Protocol Family",
                FieldType.UINT,
                (b, m, type, value, size, out) -> {
                  if (StunAttributes.isAddress(type) && size >= 4) {
                    out.addNumber(b.u8(value + 1), value + 1, 1);
                  }
                })
            .shown(Display.HEX)
            .bits(8)
            .named(v -> v == 1 ? "IPv4" : v == 2 ? "IPv6" : null),
        each(
                "stun.att.port",
                "Port",
                FieldType.UINT,
                (b, m, type, value, size, out) -> {
                  if (StunAttributes.isAddress(type) && size >= 4) {
                    out.addNumber(StunAttributes.port(b, type, value), value + 2, 2);
                  }
                })
            .bits(16),
        each("stun.att.ipv4", "IP", FieldType.IPV4, StunFields::address4),
        each("stun.att.ipv6", "IP", FieldType.IPV6, StunFields::address6));
  }

  private static void address4(
      ByteView bytes, int message, int type, int value, int size, FieldValues out) {
    IpAddress address =
        StunAttributes.isAddress(type)
            ? StunAttributes.address(bytes, message, type, value, size)
            : null;
    if (address != null && address.isV4()) {
      out.addNumber(address.lo() & 0xFFFF_FFFFL, value + 4, 0);
    }
  }

  private static void address6(
      ByteView bytes, int message, int type, int value, int size, FieldValues out) {
    IpAddress address =
        StunAttributes.isAddress(type)
            ? StunAttributes.address(bytes, message, type, value, size)
            : null;
    if (address != null && !address.isV4()) {
      out.addText(address.toString(), value + 4, 0);
    }
  }

  private static void attributes(List<Field> fields) {
    Collections.addAll(
        fields,
        text("stun.att.username", "Username", StunAttributes.USERNAME),
        text("stun.att.realm", "Realm", StunAttributes.REALM),
        text("stun.att.nonce", "Nonce", StunAttributes.NONCE),
        text("stun.att.software", "Software", StunAttributes.SOFTWARE),
        number("stun.att.error.class", "Error Class", StunAttributes.ERROR_CODE, 2, 1, 0x07),
        number("stun.att.error", "Error Code", StunAttributes.ERROR_CODE, 3, 1, 0xFF),
        each(
            "stun.att.error.reason",
            "Error Reason Phrase",
            FieldType.STRING,
            (b, m, type, value, size, out) -> {
              if (type == StunAttributes.ERROR_CODE && size > 4) {
                out.addRange(value + 4, size - 4);
              }
            }),
        number("stun.att.channelnum", "Channel-Number", StunAttributes.CHANNEL_NUMBER, 0, 2, 0xFFFF)
            .shown(Display.HEX),
        number("stun.att.lifetime", "Lifetime", StunAttributes.LIFETIME, 0, 4, 0xFFFF_FFFFL),
        number("stun.att.priority", "Priority", StunAttributes.PRIORITY, 0, 4, 0xFFFF_FFFFL),
        number("stun.att.transp", "Transport", StunAttributes.REQUESTED_TRANSPORT, 0, 1, 0xFF)
            .shown(Display.HEX)
            .named(v -> v == 17 ? "UDP" : v == 6 ? "TCP" : null),
        each(
            "stun.att.hmac",
            "HMAC-SHA1",
            FieldType.BYTES,
            (b, m, type, value, size, out) -> {
              if (type == StunAttributes.MESSAGE_INTEGRITY && size >= 20) {
                out.addRange(value, 20);
              }
            }),
        number("stun.att.crc32", "CRC-32", StunAttributes.FINGERPRINT, 0, 4, 0xFFFF_FFFFL)
            .shown(Display.HEX));
  }

  private static Field text(String name, String label, int wanted) {
    return each(
        name,
        label,
        FieldType.STRING,
        (b, m, type, value, size, out) -> {
          if (type == wanted) {
            out.addRange(value, size);
          }
        });
  }

  static Field number(String name, String label, int wanted, int at, int bytes, long mask) {
    return each(
            name,
            label,
            FieldType.UINT,
            (b, m, type, value, size, out) -> {
              if (type == wanted && size >= at + bytes) {
                out.addNumber(b.unsigned(value + at, bytes) & mask, value + at, bytes);
              }
            })
        .bits(8 * bytes);
  }
}
