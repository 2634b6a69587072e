package org.earpiece.dissect.voip.rtp;

import java.util.List;
import org.earpiece.dissect.RelatedFields;
import org.earpiece.packet.Fact;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/**
 * The way there and back, as a report tells it (RFC 3550 section 6.4.1): how long ago the sender
 * report came that it speaks of, less the time that its receiver waited. Wireshark's, which has
 * them where its preference for them is on.
 */
final class RtcpDelayFields {
  private static final Protocol P = Protocol.RTCP;
  private static final long UNITS_A_SECOND = 1 << 16;
  private static final long NANOS_A_SECOND = 1_000_000_000;
  private static final long NANOS_A_MILLI = 1_000_000;

  private RtcpDelayFields() {}

  static List<Field> all() {
    return List.of(
        RelatedFields.of(
            P,
            "rtcp.lsr-frame",
            "Frame matching Last SR timestamp",
            FieldType.FRAME_NUMBER,
            Fact.REQUEST_FRAME),
        RelatedFields.number(
            P,
            "rtcp.lsr-frame-captured",
            "Time since Last SR captured",
            FieldType.UINT,
            (p, layer) -> millis(p, p.facts().of(Fact.SINCE_REQUEST, p, layer))),
        RelatedFields.number(
            P,
            "rtcp.roundtrip-delay",
            "Roundtrip Delay(ms)",
            FieldType.INT,
            RtcpDelayFields::delay));
  }

  /** A span in ms as Wireshark counts them: seconds, then what is left, cut off towards 0. */
  private static long millis(Packet packet, long since) {
    if (since == Field.ABSENT) {
      return since;
    }
    long now = packet.timeNanos();
    long then = now - since;
    long seconds = now / NANOS_A_SECOND - then / NANOS_A_SECOND;
    long rest = now % NANOS_A_SECOND - then % NANOS_A_SECOND;
    return 1000 * seconds + rest / NANOS_A_MILLI;
  }

  private static long delay(Packet packet, int layer) {
    long since = packet.facts().of(Fact.SINCE_REQUEST, packet, layer);
    RtcpReader reader = new RtcpReader();
    if (since == Field.ABSENT || !Rtcp.packet(packet, layer, reader)) {
      return Field.ABSENT;
    }
    int block = reader.delayedBlock();
    long waited = block < 0 ? 0 : 1000 * reader.delaySinceLastSr(block) / UNITS_A_SECOND;
    return block < 0 ? Field.ABSENT : millis(packet, since) - waited;
  }
}
