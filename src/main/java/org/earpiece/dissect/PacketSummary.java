package org.earpiece.dissect;

import org.earpiece.packet.DataSource;
import org.earpiece.packet.Fact;
import org.earpiece.packet.Field;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** The Protocol and Info columns of a packet. Any thread. */
public final class PacketSummary {
  private final DissectorTable table;

  public PacketSummary(DissectorTable table) {
    this.table = table;
  }

  /** The innermost protocol that was recognised: {@code RTP}, {@code SIP/SDP}. */
  public String protocol(Packet packet) {
    int layer = told(packet);
    if (layer < 0) {
      return Protocol.FRAME.shortName();
    }
    Protocol protocol = packet.protocol(layer);
    if (packet.secure() && (protocol == Protocol.RTP || protocol == Protocol.RTCP)) {
      return "S" + protocol.shortName();
    }
    boolean above = protocol == Protocol.SIP || protocol == Protocol.MGCP;
    if (protocol != Protocol.SDP && !(above && packet.find(Protocol.SDP) >= 0)) {
      return protocol.shortName();
    }
    return packet.find(Protocol.MGCP) >= 0 ? "MGCP/SDP" : "SIP/SDP";
  }

  /** What the packet says, in a line. */
  public String info(Packet packet) {
    StringBuilder out = new StringBuilder();
    info(packet, out);
    return out.toString();
  }

  /** Adds what the packet says, in a line. */
  public void info(Packet packet, StringBuilder out) {
    if (!tellsOfItsPlace(packet)) {
      switch (packet.segment()) {
        case TCP_RETRANSMISSION -> out.append("[TCP Retransmission] ");
        case TCP_OUT_OF_ORDER -> out.append("[TCP Out-Of-Order] ");
        default -> {}
      }
    }
    int start = out.length();
    for (int layer = told(packet); layer >= 0 && out.length() == start; layer--) {
      allOf(packet, packet.protocol(layer), layer, out);
    }
    if (out.length() == start) {
      out.append(packet.length()).append(" bytes");
    }
    if (packet.segment() == DataSource.TCP && packet.innermost() == Protocol.TCP) {
      out.append(" [TCP segment of a reassembled PDU]");
    }
    if (packet.malformed()) {
      out.append(" [Malformed packet]");
    } else if (packet.fragment().partial()) {
      out.append(" [First fragment, the rest is missing]");
    } else if (packet.truncated() && packet.capturedLength() < packet.length()) {
      out.append(" [Cut off by the capture]");
    } else if (packet.truncated()) {
      out.append(" [Ends too early]");
    }
  }

  /** Whether TCP speaks for the packet, and knows of its conversation. */
  private static boolean tellsOfItsPlace(Packet packet) {
    int last = packet.layers() - 1;
    return packet.innermost() == Protocol.TCP
        && packet.facts().of(Fact.TCP_MARKS, packet, last) != Field.ABSENT;
  }

  /** The layer that speaks for the packet: an ICMP error speaks for what it quotes. */
  private static int told(Packet packet) {
    if (packet.quoted()) {
      int icmp = packet.find(Protocol.ICMP);
      return icmp >= 0 ? icmp : packet.find(Protocol.ICMPV6);
    }
    int last = packet.layers() - 1;
    return last > 0 && packet.protocol(last) == Protocol.DATA ? last - 1 : last;
  }

  /** The parts of all layers of one protocol up to this one: several messages in one segment. */
  private void allOf(Packet packet, Protocol protocol, int upTo, StringBuilder out) {
    Dissector dissector = table.of(protocol);
    if (dissector == null) {
      return;
    }
    boolean texts = protocol == Protocol.SIP || protocol == Protocol.MGCP;
    if (!texts && protocol != Protocol.RTCP) {
      dissector.info(packet, upTo, out);
      return;
    }
    int first = packet.find(protocol);
    for (int layer = first; layer >= 0 && layer <= upTo; layer = packet.find(protocol, layer + 1)) {
      if (layer > first) {
        out.append(texts ? " | " : ", ");
      }
      dissector.info(packet, layer, out);
    }
  }
}
