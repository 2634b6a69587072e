package org.earpiece.dissect.voip.rtp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.jspecify.annotations.Nullable;

/** The fields of feedback messages (RFC 4585, RFC 5104, transport-wide congestion control). */
final class RtcpFeedbackFields {
  private static final int FCI = 12;
  private static final int NACK = 1;
  private static final int TMMBR = 3;
  private static final int TMMBN = 4;
  private static final int TRANSPORT_CC = 15;
  private static final int SLI = 2;
  private static final int FIR = 4;
  private static final int APPLICATION = 15;
  private static final int REMB = 0x52454D42;

  private RtcpFeedbackFields() {}

  static List<Field> all() {
    List<Field> fields = new ArrayList<>();
    fields.add(format("rtcp.rtpfb.fmt", RtcpReader.RTPFB).named(RtcpFeedbackFields::transport));
    fields.add(format("rtcp.psfb.fmt", RtcpReader.PSFB).named(RtcpFeedbackFields::payload));
    fields.add(
        RtcpFields.of(
                "rtcp.mediassrc",
                "Media source SSRC",
                FieldType.UINT,
                (r, v, out) -> {
                  if (isFeedback(r) && r.offset() + FCI <= r.end()) {
                    out.addNumber(v.u32(r.offset() + 8), r.offset() + 8, 4);
                  }
                })
            .shown(Display.HEX));
    nack(fields);
    bitRates(fields);
    fields.addAll(RtcpCongestionFields.all());
    fields.add(entry("rtcp.psfb.fir.fci.ssrc", "SSRC", FIR, 8, 0, 4).shown(Display.HEX));
    fields.add(entry("rtcp.psfb.fir.fci.csn", "Command Sequence Number", FIR, 8, 4, 1));
    fields.add(entry("rtcp.psfb.fir.fci.reserved", "Reserved", FIR, 8, 5, 3));
    fields.add(
        RtcpFields.of(
            "rtcp.fci",
            "Feedback Control Information (FCI)",
            FieldType.BYTES,
            (r, v, out) -> {
              int from = r.offset() + FCI;
              if (isFeedback(r) && !isTakenApart(r) && from < r.end() - r.padding()) {
                out.addRange(from, r.end() - r.padding() - from);
              }
            }));
    fields.add(slice("rtcp.psfb.fir.sli.first", "First MB", 19, 0x1FFF));
    fields.add(slice("rtcp.psfb.fir.sli.number", "Number of MBs", 6, 0x1FFF));
    fields.add(slice("rtcp.psfb.fir.sli.picture_id", "Picture ID", 0, 0x3F));
    remb(fields);
    return fields;
  }

  private static boolean isFeedback(RtcpReader r) {
    return r.type() == RtcpReader.RTPFB || r.type() == RtcpReader.PSFB;
  }

  /** Whether the information of a message has fields of its own. */
  private static boolean isTakenApart(RtcpReader r) {
    int format = r.count();
    return r.type() == RtcpReader.RTPFB
        ? format == NACK || format == TMMBR || format == TMMBN || format == TRANSPORT_CC
        : format == SLI || format == FIR || format == APPLICATION;
  }

  private static boolean is(RtcpReader r, int type, int format, int size) {
    return r.type() == type && r.count() == format && r.offset() + FCI + size <= r.end();
  }

  private static Field format(String name, int type) {
    return RtcpFields.of(
            name,
            "RTCP Feedback message type (FMT)",
            FieldType.UINT,
            (r, v, out) -> {
              if (r.type() == type) {
                out.addNumber(r.count(), r.offset(), 1);
              }
            })
        .bits(5)
        .masked(0x1F);
  }

  private static @Nullable String transport(long format) {
    return switch ((int) format) {
      case NACK -> "Generic negative acknowledgement (NACK)";
      case TMMBR -> "Temporary Maximum Media Stream Bit Rate Request (TMMBR)";
      case TMMBN -> "Temporary Maximum Media Stream Bit Rate Notification (TMMBN)";
      case 5 -> "RTCP Rapid Resynchronisation Request (RTCP-SR-REQ)";
      case TRANSPORT_CC -> "Transport-wide Congestion Control (Transport-cc)";
      default -> null;
    };
  }

  private static @Nullable String payload(long format) {
    return switch ((int) format) {
      case 1 -> "Picture Loss Indication";
      case SLI -> "Slice Loss Indication";
      case 3 -> "Reference Picture Selection Indication";
      case FIR -> "Full Intra Request (FIR) Command";
      case 5 -> "Temporal-Spatial Trade-off Request (TSTR) Command";
      case 6 -> "Temporal-Spatial Trade-off Notification (TSTN) Command";
      case 7 -> "Video Back Channel Message (VBCM) Command";
      case APPLICATION -> "Application Layer Feedback";
      default -> null;
    };
  }

  private static void nack(List<Field> fields) {
    fields.add(nack("rtcp.rtpfb.nack_pid", "RTCP Transport Feedback NACK PID", 0));
    fields.add(
        nack("rtcp.rtpfb.nack_blp", "RTCP Transport Feedback NACK BLP", 2).shown(Display.HEX));
  }

  private static Field nack(String name, String label, int at) {
    return RtcpFields.of(
            name,
            label,
            FieldType.UINT,
            (r, v, out) -> {
              for (int i = FCI; is(r, RtcpReader.RTPFB, NACK, i - FCI + 4); i += 4) {
                out.addNumber(v.u16(r.offset() + i + at), r.offset() + i + at, 2);
              }
            })
        .bits(16);
  }

  /** A number of each entry of a payload-specific message. */
  private static Field entry(
      String name, String label, int format, int entrySize, int at, int size) {
    return RtcpFields.of(
            name,
            label,
            FieldType.UINT,
            (r, v, out) -> {
              int i = 0;
              while (is(r, RtcpReader.PSFB, format, i + entrySize)) {
                int from = r.offset() + FCI + i + at;
                out.addNumber(v.unsigned(from, size), from, size);
                i += entrySize;
              }
            })
        .bits(Byte.SIZE * size);
  }

  private static Field slice(String name, String label, int shift, int mask) {
    return RtcpFields.of(
        name,
        label,
        FieldType.UINT,
        (r, v, out) -> {
          for (int i = 0; is(r, RtcpReader.PSFB, SLI, i + 4); i += 4) {
            int from = r.offset() + FCI + i;
            out.addNumber(v.u32(from) >>> shift & mask, from, 4);
          }
        });
  }

  /** Reads one entry of TMMBR or TMMBN: SSRC, exponent, mantissa, overhead (RFC 5104). */
  @FunctionalInterface
  private interface RateReader {
    void read(ByteView view, int at, FieldValues out);
  }

  private static Field rate(String name, String label, FieldType type, RateReader reader) {
    return RtcpFields.of(
        name,
        label,
        type,
        (r, v, out) -> {
          boolean rates = r.count() == TMMBR || r.count() == TMMBN;
          for (int i = 0; rates && is(r, RtcpReader.RTPFB, r.count(), i + 8); i += 8) {
            reader.read(v, r.offset() + FCI + i, out);
          }
        });
  }

  private static void bitRates(List<Field> fields) {
    fields.add(
        rate(
                "rtcp.rtpfb.tmmbr.fci.ssrc",
                "SSRC",
                FieldType.UINT,
                (v, at, out) -> out.addNumber(v.u32(at), at, 4))
            .shown(Display.HEX));
    fields.add(
        rate(
                "rtcp.rtpfb.tmmbr.fci.exp",
                "MxTBR Exp",
                FieldType.UINT,
                (v, at, out) -> out.addNumber(v.u8(at + 4) >> 2, at + 4, 1))
            .bits(8));
    fields.add(
        rate(
                "rtcp.rtpfb.tmmbr.fci.mantissa",
                "MxTBR Mantissa",
                FieldType.UINT,
                (v, at, out) -> out.addNumber(v.u32(at + 4) >> 9 & 0x1FFFF, at + 4, 3))
            .bits(24));
    fields.add(
        rate(
                "rtcp.rtpfb.tmmbr.fci.bitrate",
                "Maximum total media bit rate",
                FieldType.STRING,
                (v, at, out) -> {
                  long word = v.u32(at + 4);
                  out.addText(bits(word >> 9 & 0x1FFFF, (int) (word >> 26)), at + 4, 3);
                })
            .asGenerated());
    fields.add(
        rate(
                "rtcp.rtpfb.tmmbr.fci.measuredoverhead",
                "Measured Overhead",
                FieldType.UINT,
                (v, at, out) -> out.addNumber(v.u16(at + 6) & 0x1FF, at + 6, 2))
            .bits(16));
  }

  private static String bits(long mantissa, int exponent) {
    return String.format(Locale.ROOT, "%.0f", Math.scalb((double) mantissa, exponent));
  }

  private static boolean isRemb(RtcpReader r, ByteView v) {
    return is(r, RtcpReader.PSFB, APPLICATION, 8) && v.i32(r.offset() + FCI) == REMB;
  }

  private static void remb(List<Field> fields) {
    fields.add(
        RtcpFields.of(
            "rtcp.psfb.remb.identifier",
            "Unique Identifier",
            FieldType.STRING,
            (r, v, out) -> {
              if (isRemb(r, v)) {
                out.addRange(r.offset() + FCI, 4);
              }
            }));
    fields.add(remb("rtcp.psfb.remb.fci.number_ssrcs", "Number of Ssrcs", 24, 0xFF).bits(8));
    fields.add(remb("rtcp.psfb.remb.fci.br_exp", "BR Exp", 18, 0x3F).bits(8));
    fields.add(remb("rtcp.psfb.remb.fci.br_mantissa", "Br Mantissa", 0, 0x3FFFF));
    fields.add(
        RtcpFields.of(
                "rtcp.psfb.remb.fci.bitrate",
                "Maximum bit rate",
                FieldType.STRING,
                (r, v, out) -> {
                  if (isRemb(r, v)) {
                    int at = r.offset() + FCI + 4;
                    long word = v.u32(at);
                    out.addText(bits(word & 0x3FFFF, (int) (word >> 18 & 0x3F)), at + 1, 3);
                  }
                })
            .asGenerated());
    fields.add(
        RtcpFields.of(
                "rtcp.psfb.remb.fci.ssrc",
                "SSRC",
                FieldType.UINT,
                (r, v, out) -> {
                  int last = isRemb(r, v) ? v.u8(r.offset() + FCI + 4) : 0;
                  for (int i = 0; i < last; i++) {
                    int at = r.offset() + FCI + 8 + 4 * i;
                    if (at + 4 <= r.end()) {
                      out.addNumber(v.u32(at), at, 4);
                    }
                  }
                })
            .shown(Display.HEX));
  }

  private static Field remb(String name, String label, int shift, int mask) {
    return RtcpFields.of(
        name,
        label,
        FieldType.UINT,
        (r, v, out) -> {
          if (isRemb(r, v)) {
            int at = r.offset() + FCI + 4;
            out.addNumber(v.u32(at) >> shift & mask, at, 4);
          }
        });
  }
}
