package org.earpiece.dissect.voip.rtp;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.voip.sdp.PayloadTypes;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** The fields of RTP. */
final class RtpFields {
  private static final Protocol P = Protocol.RTP;

  private RtpFields() {}

  static List<Field> all() {
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
        Field.uint(P, "rtp.timestamp", "Timestamp", Display.DECIMAL, 4, 4),
        Field.uint(P, "rtp.ssrc", "Synchronization Source identifier", Display.HEX, 8, 4),
        Field.of(P, "rtp.csrc.item", "CSRC item", FieldType.UINT, RtpFields::csrc)
            .shown(Display.HEX),
        extension("rtp.ext.profile", "Defined by profile", Display.HEX, 0),
        extension("rtp.ext.len", "Extension length", Display.DECIMAL, 2),
        Field.of(P, "rtp.hdr_ext", "Header extension", FieldType.UINT, RtpFields::extensionWords),
        Field.of(P, "rtp.payload", "Payload", FieldType.BYTES, RtpFields::payload),
        Field.of(P, "rtp.padding.data", "Padding data", FieldType.BYTES, RtpFields::padding),
        Field.of(P, "rtp.padding.count", "Padding count", FieldType.UINT, RtpFields::paddingCount)
            .bits(8));
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

  private static void payload(Packet p, int layer, FieldValues out) {
    int at = p.offset(layer);
    int length = Rtp.payloadLength(p.bytes(layer), at, p.end(layer));
    if (length > 0) {
      out.addRange(at + Rtp.headerLength(p.bytes(layer), at, p.end(layer)), length);
    }
  }

  private static int paddingLength(Packet p, int layer) {
    int at = p.offset(layer);
    int header = Rtp.headerLength(p.bytes(layer), at, p.end(layer));
    return header < 0 ? 0 : Rtp.paddingLength(p.bytes(layer), at, header, p.end(layer));
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
