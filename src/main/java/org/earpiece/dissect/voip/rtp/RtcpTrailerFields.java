package org.earpiece.dissect.voip.rtp;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;

/**
 * What applications put into APP packets and behind the blocks of reports (RFC 3550 sections 6.7
 * and 6.4.3), and padding.
 */
final class RtcpTrailerFields {
  private static final int NAME = 8;
  private static final int DATA = 12;

  private RtcpTrailerFields() {}

  static List<Field> all() {
    return List.of(
        RtcpFields.of(
                "rtcp.app.subtype",
                "Subtype",
                FieldType.UINT,
                (r, v, out) -> {
                  if (r.type() == RtcpReader.APP) {
                    out.addNumber(r.count(), r.offset(), 1);
                  }
                })
            .bits(5)
            .masked(0x1F),
        RtcpFields.of(
            "rtcp.app.name",
            "Name (ASCII)",
            FieldType.STRING,
            (r, v, out) -> {
              boolean named = r.type() == RtcpReader.APP && r.offset() + DATA <= r.end();
              if (named && RtcpExpertFields.isName(r, v)) {
                out.addRange(r.offset() + NAME, DATA - NAME);
              }
            }),
        RtcpFields.of(
            "rtcp.app.data",
            "Application specific data",
            FieldType.BYTES,
            (r, v, out) -> data(r, out)),
        RtcpFields.of(
            "rtcp.app.data_str",
            "Application specific data",
            FieldType.STRING,
            (r, v, out) -> {
              if (isText(r, v)) {
                data(r, out);
              }
            }),
        RtcpFields.of(
            "rtcp.profile-specific-extension",
            "Profile-specific extension",
            FieldType.BYTES,
            (r, v, out) -> {
              boolean report = r.type() == RtcpReader.SR || r.type() == RtcpReader.RR;
              if (report && r.blocks() == r.count()) {
                add(r.block(r.count()), r.end() - r.padding(), out);
              }
            }),
        RtcpFields.of(
            "rtcp.padding.data",
            "Padding data",
            FieldType.BYTES,
            (r, v, out) -> add(r.end() - r.padding(), r.end() - 1, out)),
        RtcpFields.of(
                "rtcp.padding.count",
                "Padding count",
                FieldType.UINT,
                (r, v, out) -> {
                  if (r.padding() > 0) {
                    out.addNumber(r.padding(), r.end() - 1, 1);
                  }
                })
            .bits(8));
  }

  private static void add(int from, int to, FieldValues out) {
    if (from < to) {
      out.addRange(from, to - from);
    }
  }

  private static void data(RtcpReader r, FieldValues out) {
    if (r.type() == RtcpReader.APP) {
      add(r.offset() + DATA, r.end() - r.padding(), out);
    }
  }

  private static boolean isText(RtcpReader r, ByteView view) {
    for (int i = r.offset() + DATA; i < r.end() - r.padding(); i++) {
      if (view.u8(i) < ' ' || view.u8(i) > '~') {
        return false;
      }
    }
    return true;
  }
}
