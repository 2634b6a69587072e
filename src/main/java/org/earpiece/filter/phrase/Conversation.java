package org.earpiece.filter.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.earpiece.packet.FieldText;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Transport;

/**
 * What two ends say to one another on one layer, both ways.
 *
 * @param layer {@code Ethernet}, {@code IPv4}, {@code UDP}
 * @param filter accepts the packets of it
 */
public record Conversation(String layer, String filter) {
  private static final int ETHERNET_ADDRESSES = 12;
  private static final int RTP_HEADER = 12;
  private static final int SSRC = 8;

  /** The conversations that a packet is of, from the outermost layer to the innermost. */
  public static List<Conversation> of(Packet packet) {
    List<Conversation> all = new ArrayList<>();
    int ethernet = packet.find(Protocol.ETHERNET);
    if (ethernet >= 0
        && packet.offset(ethernet) + ETHERNET_ADDRESSES <= packet.bytes(ethernet).length()) {
      all.add(new Conversation("Ethernet", ethernet(packet, ethernet)));
    }
    if (packet.hasAddresses()) {
      boolean v4 = IpAddress.isV4(packet.srcHi(), packet.srcLo());
      String addresses = addresses(packet);
      all.add(new Conversation(v4 ? "IPv4" : "IPv6", addresses));
      if (packet.transport() != Transport.NONE) {
        all.add(new Conversation(packet.transport().name(), addresses + " && " + ports(packet)));
      }
    }
    return all;
  }

  /**
   * A filter on the RTP stream that a packet is of: one way, one synchronization source; empty
   * where it is no RTP.
   */
  public static String stream(Packet packet) {
    int rtp = packet.find(Protocol.RTP);
    if (rtp < 0
        || !packet.hasAddresses()
        || packet.transport() == Transport.NONE
        || packet.offset(rtp) + RTP_HEADER > packet.bytes(rtp).length()) {
      return "";
    }
    return stream(
        packet.bytes(rtp).u32(packet.offset(rtp) + SSRC),
        prefix(packet),
        source(packet),
        packet.sport(),
        target(packet),
        packet.dport());
  }

  /** The same of a stream's own data, over UDP. */
  public static String stream(
      long ssrc, String source, int sourcePort, String target, int targetPort) {
    return stream(ssrc, "udp", source, sourcePort, target, targetPort);
  }

  private static String stream(
      long ssrc, String transport, String source, int sourcePort, String target, int targetPort) {
    return "rtp.ssrc == "
        + FieldText.hex(ssrc & 0xFFFF_FFFFL, Integer.BYTES)
        + " && "
        + Phrases.address("src", source)
        + " && "
        + Phrases.address("dst", target)
        + " && "
        + oneWay(transport, sourcePort, targetPort);
  }

  private static String ethernet(Packet packet, int layer) {
    int at = packet.offset(layer);
    String target = FieldText.ether(packet.bytes(layer), at);
    String source = FieldText.ether(packet.bytes(layer), at + 6);
    return "eth.addr == " + source + " && eth.addr == " + target;
  }

  private static String addresses(Packet packet) {
    return Phrases.address("addr", source(packet))
        + " && "
        + Phrases.address("addr", target(packet));
  }

  private static String source(Packet packet) {
    return IpAddress.text(packet.srcHi(), packet.srcLo());
  }

  private static String target(Packet packet) {
    return IpAddress.text(packet.dstHi(), packet.dstLo());
  }

  private static String prefix(Packet packet) {
    return packet.transport().name().toLowerCase(Locale.ROOT);
  }

  /** Two equal ports must stand at both ends, or another port of either host would do. */
  private static String ports(Packet packet) {
    String prefix = prefix(packet);
    return packet.sport() == packet.dport()
        ? oneWay(prefix, packet.sport(), packet.dport())
        : prefix + ".port == " + packet.sport() + " && " + prefix + ".port == " + packet.dport();
  }

  private static String oneWay(String transport, int from, int to) {
    return transport + ".srcport == " + from + " && " + transport + ".dstport == " + to;
  }
}
