package org.earpiece.dissect.voip.rtp;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * The names of all blocks of extended reports (the registry of RTCP XR block types), and the fields
 * of those that came after RFC 3611 and tell of calls: round trip and one-way delay (RFC 6843),
 * jitter buffers (RFC 7005), packets discarded (RFC 7002), playing in step (RFC 7272).
 */
final class RtcpXrLaterFields {
  private static final int IDMS = 12;
  private static final int DELAY = 16;
  private static final int JITTER_BUFFER = 23;
  private static final int DISCARD_COUNT = 24;

  private static final String[] NAMES = {
    "",
    "Loss Run Length Encoding Report Block",
    "Duplicate Run Length Encoding Report Block",
    "Packet Receipt Times Report Block",
    "Receiver Reference Time Report Block",
    "DLRR Report Block",
    "Statistics Summary Report Block",
    "VoIP Metrics Report Block",
    "BT XNQ RTCP XR (RFC5093) Report Block",
    "Texas Instruments Extended VoIP Quality Block",
    "Post-repair Loss RLE Report Block",
    "Multicast Acquisition Report Block",
    "Inter-destination Media Synchronization Block",
    "ECN Summary Report",
    "Measurement Information Block",
    "Packet Delay Variation Metrics Block",
    "Delay Metrics Block",
    "Burst/Gap Loss Summary Statistics Block",
    "Burst/Gap Discard Summary Statistics Block",
    "Frame Impairment Statistics Summary",
    "Burst/Gap Loss Metrics Block",
    "Burst/Gap Discard Metrics Block",
    "MPEG2 Transport Stream PSI-Independent Decodability Statistics Metrics Block",
    "De-Jitter Buffer Metrics Block",
    "Discard Count Metrics Block",
    "Discard RLE Block",
    "Bytes Discarded Metrics Block",
    "Synchronization Delay Metrics Block",
    "Synchronization Offset Metrics Block",
    "Mean Opinion Score Metrics Block",
    "Loss Concealment Metrics Block",
    "Concealed Seconds Metrics Block",
    "MPEG2 Transport Stream PSI Decodability Statistics Metrics Block",
    "Post-Repair Loss Count Metrics Block",
    "Video Loss Concealment Metrics Block",
    "Independent Burst/Gap Discard Metrics Block"
  };

  private RtcpXrLaterFields() {}

  /** The name of a block type, Wireshark's where it has one, or null. */
  static @Nullable String name(long type) {
    return type > 0 && type < NAMES.length ? NAMES[(int) type] : null;
  }

  static List<Field> all() {
    List<Field> fields = new ArrayList<>();
    synchronization(fields);
    number(fields, "rtcp.xr.delay.ssrc", "SSRC of source", DELAY, 4, 4, Display.HEX);
    delay(fields, "meanrt", "Mean Network Round-Trip Delay (1/65536 s)", 8);
    delay(fields, "minrt", "Minimum Network Round-Trip Delay (1/65536 s)", 12);
    delay(fields, "maxrt", "Maximum Network Round-Trip Delay (1/65536 s)", 16);
    number(fields, "rtcp.xr.jb.ssrc", "SSRC of source", JITTER_BUFFER, 4, 4, Display.HEX);
    buffer(fields, "nominal", "Nominal Jitter Buffer Delay (ms)", 8);
    buffer(fields, "maximum", "Maximum Jitter Buffer Delay (ms)", 10);
    buffer(fields, "high", "Jitter Buffer Delay High Water Mark (ms)", 12);
    buffer(fields, "low", "Jitter Buffer Delay Low Water Mark (ms)", 14);
    number(fields, "rtcp.xr.discard.ssrc", "SSRC of source", DISCARD_COUNT, 4, 4, Display.HEX);
    number(fields, "rtcp.xr.discard.count", "Discard Count", DISCARD_COUNT, 8, 4, Display.DECIMAL);
    return fields;
  }

  private static void synchronization(List<Field> fields) {
    fields.add(
        RtcpXrFields.block(
                "rtcp.xr.idms.spst",
                "Synchronization Packet Sender Type",
                FieldType.UINT,
                IDMS,
                IDMS,
                (v, at, end, out) -> out.addNumber(v.u8(at + 1) >> 4, at + 1, 1))
            .bits(8)
            .masked(0xF0));
    fields.add(
        RtcpXrFields.block(
                "rtcp.xr.idms.pt",
                "Payload Type",
                FieldType.UINT,
                IDMS,
                IDMS,
                (v, at, end, out) -> {
                  if (at + 5 <= end) {
                    out.addNumber(v.u8(at + 4) >> 1, at + 4, 1);
                  }
                })
            .bits(8)
            .masked(0xFE));
    String name = "rtcp.xr.idms.";
    number(
        fields, name + "msci", "Media Stream Correlation Identifier", IDMS, 8, 4, Display.DECIMAL);
    number(fields, name + "source_ssrc", "Source SSRC", IDMS, 12, 4, Display.DECIMAL);
    fields.add(
        RtcpXrFields.block(
            name + "ntp_rcv_ts",
            "NTP Timestamp of packet reception",
            FieldType.ABSOLUTE_TIME,
            IDMS,
            IDMS,
            (v, at, end, out) -> {
              if (at + 24 <= end) {
                out.addNumber(RtcpFields.nanos(v.i64(at + 16)), at + 16, 8);
              }
            }));
    number(fields, name + "rtp_ts", "RTP Timestamp of packet", IDMS, 24, 4, Display.DECIMAL);
    number(
        fields,
        name + "ntp_pres_ts",
        "NTP Timestamp of presentation",
        IDMS,
        28,
        4,
        Display.DECIMAL);
  }

  private static void delay(List<Field> fields, String name, String label, int at) {
    number(fields, "rtcp.xr.delay." + name, label, DELAY, at, 4, Display.DECIMAL);
  }

  private static void buffer(List<Field> fields, String name, String label, int at) {
    number(fields, "rtcp.xr.jb." + name, label, JITTER_BUFFER, at, 2, Display.DECIMAL);
  }

  private static void number(
      List<Field> fields, String name, String label, int block, int at, int size, Display display) {
    fields.add(
        RtcpXrFields.number(name, label, FieldType.UINT, block, block, at, size).shown(display));
  }
}
