package org.earpiece.dissect;

import java.util.List;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * The hot loop: finds the layers of a packet, outermost first. One instance a thread. It is the
 * only place that catches a misbehaving dissector: the packet is marked malformed and keeps the
 * layers found so far.
 */
public final class LayerWalk {
  private final DissectorTable table;
  private final Flows flows;
  private final boolean learns;

  /**
   * A walk.
   *
   * @param learns whether this is the pipeline's walk, which numbers flows and decides what they
   *     carry; all others only ask
   */
  public LayerWalk(DissectorTable table, Flows flows, boolean learns) {
    this.table = table;
    this.flows = flows;
    this.learns = learns;
  }

  /** Walks the layers of a packet that was just begun. */
  public void walk(Packet packet) {
    try {
      layers(packet);
    } catch (IndexOutOfBoundsException e) {
      packet.markMalformed();
    }
  }

  private void layers(Packet packet) {
    int offset = 0;
    Dissector dissector = table.link(packet.linkType());
    while (dissector != null) {
      int header = run(dissector, packet, offset);
      if (header < 0) {
        if (header == Dissector.TRUNCATED) {
          packet.markTruncated();
        }
        return;
      }
      offset += header;
      dissector = following(packet, offset);
    }
  }

  private static int run(Dissector dissector, Packet packet, int offset) {
    if (!packet.addLayer(dissector.protocol(), offset)) {
      packet.markMalformed();
      return Dissector.NOT_MINE;
    }
    int header = dissector.dissect(packet, offset);
    if (header == Dissector.NOT_MINE) {
      packet.dropLayer();
    }
    return header;
  }

  private @Nullable Dissector following(Packet packet, int offset) {
    return switch (packet.next()) {
      case NONE -> null;
      case ETHERTYPE -> table.ethertype(packet.nextKey());
      case IP_PROTOCOL -> table.ipProtocol(packet.nextKey());
      case MEDIA_TYPE -> table.of(Protocol.of(packet.nextKey()));
      case UDP_PAYLOAD -> payload(packet, offset, true);
      case TCP_PAYLOAD -> payload(packet, offset, false);
    };
  }

  /**
   * A payload of UDP or TCP is decided here, in this order: what the flow is known to carry, the
   * ports, the heuristics. What nobody claims is data. The layer found is walked at once; this
   * answers the dissector of what follows it.
   */
  private @Nullable Dissector payload(Packet packet, int offset, boolean udp) {
    if (learns) {
      packet.flow(flows.number(packet));
    }
    if (offset >= packet.limit()) {
      return null;
    }
    if (udp && flows.media(packet, offset, learns)) {
      Dissector media = table.of(Flows.mediaProtocol(packet, offset));
      if (media != null) {
        int header = run(media, packet, offset);
        if (header >= 0) {
          return following(packet, offset + header);
        }
        packet.tentative(false);
      }
    }
    Dissector byPort = table.port(packet, udp);
    if (byPort != null) {
      int header = run(byPort, packet, offset);
      if (header != Dissector.NOT_MINE) {
        return settled(packet, offset, header);
      }
    }
    List<Dissector> heuristics = table.heuristics(udp);
    for (int i = 0; i < heuristics.size(); i++) {
      Dissector heuristic = heuristics.get(i);
      if (!heuristic.equals(byPort)) {
        int header = run(heuristic, packet, offset);
        if (header != Dissector.NOT_MINE) {
          return settled(packet, offset, header);
        }
      }
    }
    packet.addLayer(Protocol.DATA, offset);
    return null;
  }

  private @Nullable Dissector settled(Packet packet, int offset, int header) {
    if (header == Dissector.TRUNCATED) {
      packet.markTruncated();
      return null;
    }
    return following(packet, offset + header);
  }
}
