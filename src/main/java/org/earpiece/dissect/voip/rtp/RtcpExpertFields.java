package org.earpiece.dissect.voip.rtp;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** What is remarkable of RTCP: lengths that do not fit, names that are none. */
final class RtcpExpertFields {
  private static final Protocol P = Protocol.RTCP;
  private static final int NAME = 8;
  private static final int DATA = 12;
  private static final int FIRST_BLOCK = 8;
  private static final int REFERENCE_TIME = 4;
  private static final int STATISTICS = 6;
  private static final int VOIP_METRICS = 7;

  private RtcpExpertFields() {}

  static List<Field> all() {
    return List.of(
        Field.of(
                P,
                "rtcp.length_check",
                "RTCP frame length check",
                FieldType.BOOLEAN,
                (p, layer, out) -> {
                  int found = found(p, layer);
                  if (found >= 0) {
                    out.addNumber(found == told(p, layer) ? 1 : 0, p.offset(layer), 0);
                  }
                })
            .asGenerated(),
        Field.of(
            P,
            "rtcp.length_check.bad",
            "Incorrect RTCP packet length information",
            FieldType.LABEL,
            RtcpExpertFields::wrongLength),
        label(
            "rtcp.appl.not_ascii",
            "Application name is not a string",
            (r, v, out) -> {
              if (r.type() == RtcpReader.APP && r.offset() + DATA <= r.end() && !isName(r, v)) {
                out.addRange(r.offset() + NAME, DATA - NAME);
              }
            }),
        label(
            "rtcp.bye_reason_not_padded",
            "Reason string is not NULL padded (see RFC3550, section 6.6)",
            RtcpExpertFields::reason),
        label(
            "rtcp.invalid_block_length",
            "Invalid block length",
            (r, v, out) ->
                blocks(
                    r,
                    v,
                    (at, words) -> {
                      int due = due(v.u8(at));
                      if (due != 0 && words != due) {
                        out.addText("Invalid block length, should be " + due, at + 2, 2);
                      }
                    })),
        label(
            "rtcp.block_length.invalid",
            "Block length is greater than packet length",
            (r, v, out) ->
                blocks(
                    r,
                    v,
                    (at, words) -> {
                      if (at + 4 + 4 * words > r.end()) {
                        out.addRange(at + 2, 2);
                      }
                    })));
  }

  private static Field label(String name, String label, RtcpFields.Reader reader) {
    return RtcpFields.of(name, label, FieldType.LABEL, reader);
  }

  /** Whether the name of an APP packet is text, as it should be (RFC 3550 section 6.7). */
  static boolean isName(RtcpReader r, ByteView view) {
    for (int i = r.offset() + NAME; i < r.offset() + DATA; i++) {
      if (view.u8(i) < ' ' || view.u8(i) > '~') {
        return false;
      }
    }
    return true;
  }

  @FunctionalInterface
  private interface BlockVisitor {
    void block(int at, int words);
  }

  /** Looks at the blocks of an extended report, the one that does not fit too. */
  private static void blocks(RtcpReader r, ByteView v, BlockVisitor visitor) {
    int at = r.offset() + FIRST_BLOCK;
    while (r.type() == RtcpReader.XR && at + 4 <= r.end()) {
      int words = v.u16(at + 2);
      visitor.block(at, words);
      at += 4 + 4 * words;
    }
  }

  /** Words that a block of this type has behind its header (RFC 3611 section 4), or 0 for any. */
  private static int due(int type) {
    return switch (type) {
      case REFERENCE_TIME -> 2;
      case STATISTICS -> 9;
      case VOIP_METRICS -> 8;
      default -> 0;
    };
  }

  private static void reason(RtcpReader r, ByteView v, FieldValues out) {
    int at = r.offset() + 4 + 4 * r.count();
    if (r.type() != RtcpReader.BYE || at >= r.end() || at + 1 + v.u8(at) > r.end()) {
      return;
    }
    for (int i = at + 1 + v.u8(at); (i - r.offset()) % 4 != 0 && i < r.end(); i++) {
      if (v.u8(i) != 0) {
        out.addRange(at, 1 + v.u8(at));
        return;
      }
    }
  }

  /** Bytes that the compound packet should have, told by its last packet; -1 in any other. */
  private static int told(Packet p, int layer) {
    RtcpReader r = new RtcpReader();
    boolean last = layer + 1 == p.layers() || p.protocol(layer + 1) != P;
    return last && !p.secure() && Rtcp.packet(p, layer, r) ? r.end() - first(p, layer) : -1;
  }

  /** Bytes that what is in the compound packet fills; -1 where {@link #told} is. */
  private static int found(Packet p, int layer) {
    RtcpReader r = new RtcpReader();
    if (told(p, layer) < 0 || !Rtcp.packet(p, layer, r)) {
      return -1;
    }
    int end =
        switch (r.type()) {
          case RtcpReader.SDES -> RtcpFields.descriptionsEnd(r, p.bytes(layer));
          case RtcpReader.BYE -> goodbyeEnd(r, p.bytes(layer));
          default -> r.end();
        };
    return (r.padding() > 0 ? r.end() : end) - first(p, layer);
  }

  /** Where the first packet of the compound one begins. */
  private static int first(Packet p, int layer) {
    int i = layer;
    while (i > 0 && p.protocol(i - 1) == P && p.source(i - 1) == p.source(layer)) {
      i--;
    }
    return p.offset(i);
  }

  private static int goodbyeEnd(RtcpReader r, ByteView v) {
    int at = r.offset() + 4 + 4 * r.count();
    if (at >= r.end()) {
      return r.end();
    }
    return Math.min(r.end(), r.offset() + (at + 1 + v.u8(at) - r.offset() + 3) / 4 * 4);
  }

  private static void wrongLength(Packet p, int layer, FieldValues out) {
    int told = told(p, layer);
    int found = found(p, layer);
    if (found >= 0 && told != found) {
      out.addText(
          "Incorrect RTCP packet length information (expected "
              + told
              + " bytes, found "
              + found
              + ")",
          p.offset(layer) + 2,
          2);
    }
  }
}
