package org.earpiece.dissect.voip.rtp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.RelatedFields;
import org.earpiece.dissect.voip.sdp.PayloadTypes;
import org.earpiece.packet.Fact;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** The fields of RTP. */
final class RtpFields {
  private static final Protocol P = Protocol.RTP;

  /** Profiles of header extensions that are elements (RFC 8285 sections 4.2 and 4.3). */
  private static final int ONE_BYTE = 0xBEDE;

  private static final int TWO_BYTES = 0x1000;

  /** The identifier of one-byte elements that ends them. */
  private static final int LAST_ID = 15;

  private RtpFields() {}

  static List<Field> all() {
    List<Field> fields = new ArrayList<>(header());
    fields.add(
        Field.of(
            P,
            "srtp.enc_payload",
            "SRTP Encrypted Payload",
            FieldType.BYTES,
            RtpFields::encrypted));
    Collections.addAll(
        fields,
        element(
            "rtp.ext.rfc5285.id", "Identifier", (v, id, at, size, out) -> out.addNumber(id, at, 1)),
        element(
            "rtp.ext.rfc5285.len", "Length", (v, id, at, size, out) -> out.addNumber(size, at, 1)),
        Field.of(
            P,
            "rtp.ext.rfc5285.data",
            "Extension Data",
            FieldType.BYTES,
            (p, layer, out) ->
                elements(
                    p,
                    layer,
                    (v, id, at, size, values) -> values.addRange(at + dataAt(v, p, layer), size),
                    out)));
    fields.add(applicationBits());
    fields.addAll(RtpBlockFields.all());
    fields.addAll(RtpEventFields.all());
    Collections.addAll(fields, RelatedFields.setup(P));
    return fields;
  }

  private static List<Field> header() {
    return List.of(
        Field.protocol(P),
        bits("rtp.version", "Version", FieldType.UINT, 0, 0xC0)
            .named(v -> v == 2 ? "RFC 1889 Version" : null),
        bits("rtp.padding", "Padding", FieldType.BOOLEAN, 0, 0x20),
        bits("rtp.ext", "Extension", FieldType.BOOLEAN, 0, 0x10),
        bits("rtp.cc", "Contributing source identifiers count", FieldType.UINT, 0, 0x0F),
        bits("rtp.marker", "Marker", FieldType.BOOLEAN, 1, 0x80),
        bits("rtp.p_type", "Payload type", FieldType.UINT, 1, 0x7F)
            .named(v -> PayloadTypes.title((int) v)),
        Field.uint(P, "rtp.seq", "Sequence number", Display.DECIMAL, 2, 2),
        Field.number(
                P,
                "rtp.extseq",
                "Extended sequence number",
                FieldType.UINT,
                Display.DECIMAL,
                2,
                2,
                (p, layer) -> p.facts().of(Fact.EXTENDED_SEQUENCE, p, layer))
            .asGenerated(),
        Field.number(
                P,
                "rtp.sequence_break",
                "Not the sequence number that was due",
                FieldType.BOOLEAN,
                Display.NONE,
                2,
                2,
                (p, layer) -> p.irregular() ? 1 : Field.ABSENT)
            .asGenerated(),
        Field.uint(P, "rtp.timestamp", "Timestamp", Display.DECIMAL, 4, 4),
        Field.uint(P, "rtp.ssrc", "Synchronization Source identifier", Display.HEX, 8, 4),
        Field.of(
            P,
            "rtp.csrc.items",
            "Contributing Source identifiers",
            FieldType.LABEL,
            (p, layer, out) -> {
              int size = 4 * contributors(p, layer);
              if (size > 0) {
                out.addRange(p.offset(layer) + Rtp.FIXED_HEADER, size);
              }
            }),
        Field.of(P, "rtp.csrc.item", "CSRC item", FieldType.UINT, RtpFields::csrc)
            .shown(Display.HEX),
        extension("rtp.ext.profile", "Defined by profile", Display.HEX, 0),
        extension("rtp.ext.len", "Extension length", Display.DECIMAL, 2),
        Field.of(
            P,
            "rtp.hdr_exts",
            "Header extensions",
            FieldType.LABEL,
            (p, layer, out) -> {
              int extension = extensionAt(p, layer);
              int size = extension < 0 ? 0 : 4 * p.bytes(layer).u16(extension + 2);
              if (size > 0 && extension + 4 + size <= p.end(layer)) {
                out.addRange(extension + 4, size);
              }
            }),
        Field.of(P, "rtp.hdr_ext", "Header extension", FieldType.UINT, RtpFields::extensionWords),
        Field.of(P, "rtp.payload", "Payload", FieldType.BYTES, RtpFields::payload),
        Field.of(P, "rtp.padding.data", "Padding data", FieldType.BYTES, RtpFields::padding),
        Field.of(P, "rtp.padding.count", "Padding count", FieldType.UINT, RtpFields::paddingCount)
            .bits(8),
        Field.of(
            P,
            "rtp.padding_missing",
            "Frame has padding, but not all the frame data was captured",
            FieldType.LABEL,
            (p, layer, out) -> {
              boolean padded = (p.bytes(layer).u8(p.offset(layer)) & 0x20) != 0;
              if (padded && p.capturedLength() < p.length() && p.source(layer) == 0) {
                out.addRange(p.offset(layer), 1);
              }
            }));
  }

  private static Field bits(String name, String label, FieldType type, int at, long mask) {
    return Field.bits(P, name, label, type, Display.DECIMAL, at, 1, mask);
  }

  private static int contributors(Packet p, int layer) {
    int at = p.offset(layer);
    int there = (p.end(layer) - at - Rtp.FIXED_HEADER) / 4;
    return there <= 0 ? 0 : Math.min(there, p.bytes(layer).u8(at) & 0x0F);
  }

  private static void csrc(Packet p, int layer, FieldValues out) {
    for (int i = 0; i < contributors(p, layer); i++) {
      int at = p.offset(layer) + Rtp.FIXED_HEADER + 4 * i;
      out.addNumber(p.bytes(layer).u32(at), at, 4);
    }
  }

  /** Where the header extension begins, or -1. */
  private static int extensionAt(Packet p, int layer) {
    ByteView bytes = p.bytes(layer);
    int offset = p.offset(layer);
    if (offset >= p.end(layer) || (bytes.u8(offset) & 0x10) == 0) {
      return -1;
    }
    int at = offset + Rtp.FIXED_HEADER + 4 * (bytes.u8(offset) & 0x0F);
    return at + 4 <= p.end(layer) ? at : -1;
  }

  private static Field extension(String name, String label, Display display, int at) {
    return Field.of(
            P,
            name,
            label,
            FieldType.UINT,
            (p, layer, out) -> {
              int extension = extensionAt(p, layer);
              if (extension >= 0) {
                out.addNumber(p.bytes(layer).u16(extension + at), extension + at, 2);
              }
            })
        .bits(16)
        .shown(display);
  }

  private static void extensionWords(Packet p, int layer, FieldValues out) {
    int extension = extensionAt(p, layer);
    if (extension < 0) {
      return;
    }
    int end = Math.min(p.end(layer), extension + 4 + 4 * p.bytes(layer).u16(extension + 2));
    for (int at = extension + 4; at + 4 <= end; at += 4) {
      out.addNumber(p.bytes(layer).u32(at), at, 4);
    }
  }

  /** Takes an element of the header extension: its identifier, place and size (RFC 8285). */
  @FunctionalInterface
  private interface ElementReader {
    void read(ByteView view, int id, int at, int size, FieldValues out);
  }

  private static Field element(String name, String label, ElementReader reader) {
    return Field.of(
            P, name, label, FieldType.UINT, (p, layer, out) -> elements(p, layer, reader, out))
        .bits(8);
  }

  /** The low four bits of the profile of two-byte elements (RFC 8285 section 4.3). */
  private static Field applicationBits() {
    return Field.of(
            P,
            "rtp.ext.rfc5285.appbits",
            "Application Bits",
            FieldType.UINT,
            (p, layer, out) -> {
              int extension = extensionAt(p, layer);
              int profile = extension < 0 ? 0 : p.bytes(layer).u16(extension);
              if (profile >> 4 == TWO_BYTES >> 4) {
                out.addNumber(profile & 0x0F, extension + 1, 1);
              }
            })
        .bits(8)
        .masked(0x0F);
  }

  /** Bytes before the data of an element: one, or two where identifier and length have one each. */
  private static int dataAt(ByteView view, Packet p, int layer) {
    return view.u16(extensionAt(p, layer)) == ONE_BYTE ? 1 : 2;
  }

  /** RFC 8285 section 4: elements of the profiles 0xBEDE and 0x1000 to 0x100F. */
  private static void elements(Packet p, int layer, ElementReader reader, FieldValues out) {
    int extension = extensionAt(p, layer);
    ByteView view = p.bytes(layer);
    int profile = extension < 0 ? 0 : view.u16(extension);
    boolean oneByte = profile == ONE_BYTE;
    if (!oneByte && profile >> 4 != TWO_BYTES >> 4) {
      return;
    }
    int end = Math.min(p.end(layer), extension + 4 + 4 * view.u16(extension + 2));
    int at = extension + 4;
    while (at + 1 < end) {
      int first = view.u8(at);
      if (first == 0) {
        at++;
        continue;
      }
      int id = oneByte ? first >> 4 : first;
      int size = oneByte ? (first & 0x0F) + 1 : view.u8(at + 1);
      int data = at + (oneByte ? 1 : 2);
      boolean stop = oneByte && id == LAST_ID;
      if (stop || size > end - data) {
        return;
      }
      reader.read(view, id, at, size, out);
      at = data + size;
    }
  }

  private static void encrypted(Packet p, int layer, FieldValues out) {
    int at = p.offset(layer);
    int header = Rtp.headerLength(p.bytes(layer), at, p.end(layer));
    if (p.secure() && header >= 0 && at + header < p.end(layer)) {
      out.addRange(at + header, p.end(layer) - at - header);
    }
  }

  private static void payload(Packet p, int layer, FieldValues out) {
    if (p.secure()) {
      return;
    }
    int at = p.offset(layer);
    int length = Rtp.payloadLength(p.bytes(layer), at, p.end(layer));
    if (length > 0) {
      out.addRange(at + Rtp.headerLength(p.bytes(layer), at, p.end(layer)), length);
      RtpBlockFields.data(p, layer, out);
    }
  }

  private static int paddingLength(Packet p, int layer) {
    int at = p.offset(layer);
    int header = Rtp.headerLength(p.bytes(layer), at, p.end(layer));
    return header < 0 || p.secure()
        ? 0
        : Rtp.paddingLength(p.bytes(layer), at, header, p.end(layer));
  }

  private static void padding(Packet p, int layer, FieldValues out) {
    int padding = paddingLength(p, layer);
    if (padding > 1) {
      out.addRange(p.end(layer) - padding, padding - 1);
    }
  }

  private static void paddingCount(Packet p, int layer, FieldValues out) {
    if (paddingLength(p, layer) > 0) {
      out.addNumber(p.bytes(layer).u8(p.end(layer) - 1), p.end(layer) - 1, 1);
    }
  }
}
