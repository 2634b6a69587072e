package org.earpiece.ui.detail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.earpiece.dissect.DetailNode;
import org.earpiece.dissect.PacketSummary;
import org.earpiece.dissect.voip.sip.SipMessage;
import org.earpiece.packet.Facts.Tie;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.session.PacketReader;
import org.earpiece.ui.kit.Numbers;

/** Lines of the detail tree that lead to frames which have to do with a packet. */
final class RelatedNodes {
  private static final double NANOS_A_MILLI = 1e6;

  private RelatedNodes() {}

  /**
   * The lines, in the order of the frames. The reader reads other packets then: what was to be had
   * of this one must have been taken.
   */
  static List<DetailNode> of(Packet packet, PacketReader reader, PacketSummary summary)
      throws IOException {
    TreeMap<Integer, Tie> related = new TreeMap<>();
    packet.facts().related(packet, (tie, frame) -> related.putIfAbsent(frame, tie));
    int number = packet.number();
    boolean acknowledges = isRequest(packet);
    long nanos = packet.timeNanos();
    List<DetailNode> nodes = new ArrayList<>();
    for (var entry : related.entrySet()) {
      Packet other = reader.read(entry.getKey());
      if (other != null) {
        boolean earlier = other.number() < number;
        double millis = Math.abs(other.timeNanos() - nanos) / NANOS_A_MILLI;
        String label =
            "[%s frame %d after %s ms: %s]"
                .formatted(
                    earlier
                        ? acknowledges ? "Acknowledges" : "Answers"
                        : words(entry.getValue(), other) + " by",
                    other.number(),
                    Numbers.decimal(millis, 3),
                    summary.info(other));
        String filter = "frame.number == " + other.number();
        nodes.add(
            new DetailNode(label, "frame.number", 0, 0, 0, other.number(), filter, List.of()));
      }
    }
    return nodes;
  }

  private static String words(Tie tie, Packet later) {
    return switch (tie) {
      case ANSWER -> isRequest(later) ? "Acknowledged" : "Answered";
      case REPETITION -> "Repeated";
      case WHOLE -> "Completed";
    };
  }

  /** Whether it is an ACK: no other request has to do with one before it. */
  private static boolean isRequest(Packet packet) {
    int sip = packet.find(Protocol.SIP);
    SipMessage message = new SipMessage();
    return sip >= 0
        && message.parse(
            packet.bytes(sip), packet.offset(sip), packet.end(sip) - packet.offset(sip))
        && message.isRequest();
  }
}
