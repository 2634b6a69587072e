package org.earpiece.dissect.voip.rtp;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.voip.sdp.PayloadTypes;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/**
 * The blocks of redundant data (RED, RFC 2198), whose payload type SDP tells, and comfort noise
 * (RFC 3389) of the static payload type.
 */
final class RtpBlockFields {
  /** Blocks of one packet that are looked at. */
  private static final int MAX_BLOCKS = 32;

  private static final int HEADER = 4;
  private static final int COMFORT_NOISE = 13;

  private RtpBlockFields() {}

  /** Takes a block: where its header is, and its data. */
  @FunctionalInterface
  private interface BlockReader {
    void read(ByteView view, int header, int from, int to, FieldValues out);
  }

  static List<Field> all() {
    return List.of(
        block(
            "rtp.follow",
            "Follow",
            FieldType.BOOLEAN,
            8,
            0x80,
            (v, header, from, to, out) -> out.addNumber(v.u8(header) >> 7, header, 1)),
        block(
                "rtp.red.p_type",
                "Payload type of block",
                FieldType.UINT,
                8,
                0x7F,
                (v, header, from, to, out) -> out.addNumber(v.u8(header) & 0x7F, header, 1))
            .named(type -> PayloadTypes.title((int) type)),
        block(
            "rtp.timestamp-offset",
            "Timestamp offset",
            FieldType.UINT,
            16,
            0xFFFC,
            (v, header, from, to, out) -> {
              if (follows(v, header)) {
                out.addNumber(v.u16(header + 1) >> 2, header + 1, 2);
              }
            }),
        block(
            "rtp.block-length",
            "Block length",
            FieldType.UINT,
            16,
            0x3FF,
            (v, header, from, to, out) -> {
              if (follows(v, header)) {
                out.addNumber(v.u16(header + 2) & 0x3FF, header + 2, 2);
              }
            }),
        noise("rtp.cn.level", "Noise level (-dBov)", FieldType.UINT, 0),
        noise("rtp.cn.coefficients", "Reflection coefficients", FieldType.BYTES, 1));
  }

  private static Field block(
      String name, String label, FieldType type, int bits, long mask, BlockReader reader) {
    return Field.of(
            Protocol.RTP, name, label, type, (p, layer, out) -> blocks(p, layer, reader, out))
        .bits(bits)
        .masked(mask);
  }

  private static boolean follows(ByteView view, int header) {
    return view.u8(header) >= 0x80;
  }

  /** Adds the data of each block. */
  static void data(Packet p, int layer, FieldValues out) {
    blocks(
        p,
        layer,
        (v, header, from, to, values) -> {
          if (from < to) {
            values.addRange(from, to - from);
          }
        },
        out);
  }

  /** RFC 2198 section 3: headers that say whether another follows, then the data of each. */
  private static void blocks(Packet p, int layer, BlockReader reader, FieldValues out) {
    ByteView view = p.bytes(layer);
    int at = p.offset(layer);
    int length = Rtp.payloadLength(view, at, p.end(layer));
    if (p.secure() || length <= 0 || Rtp.payloadType(view, at) != p.redundancy()) {
      return;
    }
    int from = at + Rtp.headerLength(view, at, p.end(layer));
    int end = from + length;
    int data = dataStart(view, from, end);
    int header = from;
    for (int n = 0; n < MAX_BLOCKS && header < data; n++) {
      boolean primary = !follows(view, header);
      int told = primary ? end - data : view.u16(header + 2) & 0x3FF;
      int stop = Math.min(end, data + told);
      reader.read(view, header, data, stop, out);
      if (primary) {
        return;
      }
      data = stop;
      header += HEADER;
    }
  }

  /** Where the data begins, behind the header of the primary block; -1 where that is missing. */
  private static int dataStart(ByteView view, int from, int end) {
    int header = from;
    for (int n = 0; n < MAX_BLOCKS && header < end; n++) {
      if (!follows(view, header)) {
        return header + 1;
      }
      header += HEADER;
    }
    return -1;
  }

  private static Field noise(String name, String label, FieldType type, int at) {
    return Field.of(
        Protocol.RTP,
        name,
        label,
        type,
        (p, layer, out) -> {
          ByteView view = p.bytes(layer);
          int offset = p.offset(layer);
          int length = Rtp.payloadLength(view, offset, p.end(layer));
          if (p.secure() || length <= at || Rtp.payloadType(view, offset) != COMFORT_NOISE) {
            return;
          }
          int from = offset + Rtp.headerLength(view, offset, p.end(layer)) + at;
          if (type == FieldType.BYTES) {
            out.addRange(from, length - at);
          } else {
            out.addNumber(view.u8(from) & 0x7F, from, 1);
          }
        });
  }
}
