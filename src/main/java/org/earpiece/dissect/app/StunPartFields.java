package org.earpiece.dissect.app;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.ChecksumStatus;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Protocol;

/**
 * How the attributes of a STUN message are made: headers, padding, what is hidden, the checksum.
 */
final class StunPartFields {
  private static final Protocol P = Stun.P;
  private static final int COMPREHENSION = 0x8000;
  private static final int ASSIGNMENT = 0x4000;
  private static final int METHOD_ASSIGNMENT = 0x2000;
  private static final int PASSWORD = 0x0007;
  private static final int EVEN_PORT = 0x0018;
  private static final int RESERVATION_TOKEN = 0x0022;
  private static final int CACHE_TIMEOUT = 0x8027;
  private static final int ICE_CONTROLLED = 0x8029;
  private static final int ICE_CONTROLLING = 0x802A;
  private static final int MS_CANDIDATE_IDENTIFIER = 0x8054;
  private static final int MS_VERSION = 0x8070;
  private static final int GOOGLE_NETWORK_INFO = 0xC057;

  /** What the checksum is combined with (RFC 8489 section 14.7). */
  private static final long FINGERPRINT_MASK = 0x5354_554E;

  /** The version of RFC 5389 and later, as Wireshark counts them. */
  private static final int VERSION = 3;

  private StunPartFields() {}

  static List<Field> all() {
    List<Field> fields = new ArrayList<>();
    fields.add(
        message(
                "stun.type.method-assignment",
                "Message Method Assignment",
                FieldType.UINT,
                (b, m, end, out) ->
                    out.addNumber((b.u16(m) & METHOD_ASSIGNMENT) != 0 ? 1 : 0, m, 2))
            .bits(16)
            .shown(Display.HEX)
            .masked(METHOD_ASSIGNMENT));
    fields.add(
        message(
                "stun.network_version",
                "STUN Network Version",
                FieldType.UINT,
                (b, m, end, out) -> out.addNumber(VERSION, m, 0))
            .bits(8)
            .named(v -> v == VERSION ? "RFC-5389/8489" : null)
            .asGenerated());
    fields.add(
        message(
            "stun.attributes",
            "Attributes",
            FieldType.LABEL,
            (b, m, end, out) -> {
              if (end - m > Stun.HEADER && b.u16(m + 2) > 0) {
                out.addRange(m + Stun.HEADER, end - m - Stun.HEADER);
              }
            }));
    headers(fields);
    values(fields);
    checksum(fields);
    return fields;
  }

  /** Adds what a message says. */
  private interface Reader {
    void read(ByteView bytes, int message, int end, FieldValues out);
  }

  private static Field message(String name, String label, FieldType type, Reader reader) {
    return Field.of(
        P,
        name,
        label,
        type,
        (p, layer, out) -> {
          if (StunFields.isMessage(p, layer)) {
            reader.read(p.bytes(layer), p.offset(layer), p.end(layer), out);
          }
        });
  }

  private static void headers(List<Field> fields) {
    fields.add(
        StunFields.each(
                "stun.attribute",
                "Attribute Type",
                FieldType.UINT,
                (b, m, type, value, size, out) -> {
                  if (isKnown(type)) {
                    out.addNumber(type, value - 4, 4 + size);
                  }
                })
            .shown(Display.HEX)
            .bits(16)
            .named(StunAttributes::name));
    fields.add(bit("stun.att.type.comprehension", "Attribute Type Comprehension", COMPREHENSION));
    fields.add(bit("stun.att.type.assignment", "Attribute Type Assignment", ASSIGNMENT));
    fields.add(
        StunFields.each(
                "stun.att.length",
                "Attribute Length",
                FieldType.UINT,
                (b, m, type, value, size, out) -> out.addNumber(size, value - 2, 2))
            .bits(16));
    fields.add(
        StunFields.each(
                "stun.att.padding",
                "Padding",
                FieldType.UINT,
                (b, m, type, value, size, out) -> {
                  int padding = StunAttributes.padded(size) - size;
                  if (padding > 0) {
                    out.addNumber(padding, value + size, 0);
                  }
                })
            .bits(16));
    fields.add(
        StunFields.each(
            "stun.unknown_attribute",
            "Attribute unknown",
            FieldType.LABEL,
            (b, m, type, value, size, out) -> {
              if (!isKnown(type)) {
                out.addText(String.format("Unknown attribute 0x%04x", type), value - 4, 0);
              }
            }));
  }

  private static boolean isKnown(int type) {
    return type == GOOGLE_NETWORK_INFO || StunAttributes.name(type) != null;
  }

  private static Field bit(String name, String label, int mask) {
    return StunFields.each(
            name,
            label,
            FieldType.UINT,
            (b, m, type, value, size, out) -> {
              if (isKnown(type)) {
                out.addNumber((type & mask) != 0 ? 1 : 0, value - 4, 2);
              }
            })
        .shown(Display.HEX)
        .bits(16)
        .masked(mask);
  }

  private static void values(List<Field> fields) {
    fields.add(
        StunFields.each(
            "stun.value",
            "Value",
            FieldType.BYTES,
            (b, m, type, value, size, out) -> {
              if (size > 0 && (type == StunAttributes.DATA || !isKnown(type))) {
                out.addRange(value, size);
              }
            }));
    fields.add(
        StunFields.each(
            "stun.att.reserved",
            "Reserved",
            FieldType.BYTES,
            (b, m, type, value, size, out) -> {
              if (StunAttributes.isAddress(type) && size >= 4) {
                out.addRange(value, 1);
              } else if (type == StunAttributes.ERROR_CODE && size >= 4) {
                out.addRange(value, 2);
              } else if (type == StunAttributes.CHANNEL_NUMBER && size >= 4) {
                out.addRange(value + 2, 2);
              } else if (type == StunAttributes.REQUESTED_TRANSPORT && size >= 4) {
                out.addRange(value + 1, 3);
              }
            }));
    fields.add(hidden("stun.att.port-xord", "Port (XOR-d)", 4, 2, 2));
    fields.add(hidden("stun.att.ipv4-xord", "IP (XOR-d)", 8, 4, 4));
    fields.add(hidden("stun.att.ipv6-xord", "IP (XOR-d)", 20, 4, 16));
    fields.add(bytes("stun.att.tie-breaker", "Tie breaker", ICE_CONTROLLED, ICE_CONTROLLING, 8));
    fields.add(bytes("stun.att.token", "Token", RESERVATION_TOKEN, RESERVATION_TOKEN, 8));
    fields.add(
        StunFields.each(
            "stun.att.password",
            "Password",
            FieldType.BYTES,
            (b, m, type, value, size, out) -> {
              if (type == PASSWORD) {
                out.addRange(value, size);
              }
            }));
    fields.add(
        StunFields.each(
            "stun.att.ms.foundation",
            "Foundation",
            FieldType.STRING,
            (b, m, type, value, size, out) -> {
              if (type == MS_CANDIDATE_IDENTIFIER) {
                int most = Math.min(size, 4);
                int zero = b.indexOf((byte) 0, value, value + most);
                out.addRange(value, zero < 0 ? most : zero - value);
              }
            }));
    fields.add(
        StunFields.number(
            "stun.att.ms.version.ice", "MS ICE Version", MS_VERSION, 0, 4, 0xFFFF_FFFFL));
    fields.add(
        StunFields.number(
            "stun.att.cache-timeout", "Cache timeout", CACHE_TIMEOUT, 0, 4, 0xFFFF_FFFFL));
    fields.add(
        StunFields.each(
                "stun.att.even-port.reserve-next",
                "Reserve next",
                FieldType.UINT,
                (b, m, type, value, size, out) -> {
                  if (type == EVEN_PORT && size >= 1) {
                    out.addNumber(b.u8(value) >> 7, value, 1);
                  }
                })
            .bits(8)
            .masked(0x80));
    fields.add(google("stun.att.google.network_id", "Google Network ID", 0));
    fields.add(google("stun.att.google.network_cost", "Google Network Cost", 2));
  }

  /** Bytes of an address as they stand in the message, where they are hidden. */
  private static Field hidden(String name, String label, int least, int place, int bytes) {
    return StunFields.each(
        name,
        label,
        FieldType.BYTES,
        (b, m, type, value, size, out) -> {
          boolean fits = bytes == 2 ? size >= least : size == least;
          if (StunAttributes.isXored(type) && fits) {
            out.addRange(value + place, bytes);
          }
        });
  }

  private static Field bytes(String name, String label, int one, int other, int bytes) {
    return StunFields.each(
        name,
        label,
        FieldType.BYTES,
        (b, m, type, value, size, out) -> {
          if ((type == one || type == other) && size >= bytes) {
            out.addRange(value, bytes);
          }
        });
  }

  private static Field google(String name, String label, int place) {
    return StunFields.each(
            name,
            label,
            FieldType.UINT,
            (b, m, type, value, size, out) -> {
              if (type == GOOGLE_NETWORK_INFO && size >= 4) {
                out.addNumber(b.u16(value + place), value + place, 2);
              }
            })
        .bits(16);
  }

  private static void checksum(List<Field> fields) {
    fields.add(
        StunFields.each(
                "stun.att.crc32.status",
                "CRC-32 Status",
                FieldType.UINT,
                (b, m, type, value, size, out) -> {
                  if (isFingerprint(type, size)) {
                    out.addNumber(b.u32(value) == fingerprint(b, m, value - 4) ? 1 : 0, value, 0);
                  }
                })
            .bits(8)
            .named(ChecksumStatus::word)
            .asGenerated());
    fields.add(
        StunFields.each(
                "stun.att.crc32.bad",
                "Bad Fingerprint",
                FieldType.LABEL,
                (b, m, type, value, size, out) -> {
                  if (isFingerprint(type, size)) {
                    long right = fingerprint(b, m, value - 4);
                    if (b.u32(value) != right) {
                      String words = String.format("Bad Fingerprint [should be 0x%08x]", right);
                      out.addText(words, value, 0);
                    }
                  }
                })
            .asGenerated());
  }

  private static boolean isFingerprint(int type, int size) {
    return type == StunAttributes.FINGERPRINT && size == 4;
  }

  /** The checksum of a message up to the attribute that tells it. */
  private static long fingerprint(ByteView bytes, int message, int end) {
    CRC32 crc = new CRC32();
    crc.update(bytes.array(), bytes.arrayOffset() + message, end - message);
    return crc.getValue() ^ FINGERPRINT_MASK;
  }
}
