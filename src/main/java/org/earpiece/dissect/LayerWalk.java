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
  /** Messages in one TCP segment that are told apart. */
  public static final int MAX_MESSAGES = 8;

  private final DissectorTable table;
  private final Flows flows;
  private final boolean learns;
  private long caught;

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
      chain(packet, 0, table.link(packet.linkType()));
    } catch (IndexOutOfBoundsException e) {
      caught++;
      packet.markMalformed();
    }
  }

  /** Packets whose dissector read beyond their bytes: each of them shows a fault of ours. */
  public long caught() {
    return caught;
  }

  private void chain(Packet packet, int from, @Nullable Dissector first) {
    int offset = from;
    Dissector dissector = first;
    while (dissector != null) {
      int header = run(dissector, packet, offset);
      if (header < 0) {
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
    } else if (header == Dissector.TRUNCATED) {
      packet.markTruncated();
    }
    return header;
  }

  /** The dissector of what follows; payloads of UDP and TCP are walked at once. */
  private @Nullable Dissector following(Packet packet, int offset) {
    switch (packet.next()) {
      case NONE -> {
        return null;
      }
      case ETHERTYPE -> {
        return orData(table.ethertype(packet.nextKey()), packet, offset);
      }
      case IP_PROTOCOL -> {
        return orData(table.ipProtocol(packet.nextKey()), packet, offset);
      }
      case LLC_SAP -> {
        return orData(table.llcSap(packet.nextKey()), packet, offset);
      }
      case PPP_PROTOCOL -> {
        return orData(table.pppProtocol(packet.nextKey()), packet, offset);
      }
      case PROTOCOL, MEDIA_TYPE -> {
        return table.of(Protocol.of(packet.nextKey()));
      }
      case UDP_PAYLOAD -> datagram(packet, offset);
      case TCP_PAYLOAD -> segment(packet, offset);
    }
    return null;
  }

  /** Bytes that nobody knows are data. */
  private @Nullable Dissector orData(@Nullable Dissector known, Packet packet, int offset) {
    return known == null && offset < packet.limit() ? table.of(Protocol.DATA) : known;
  }

  /** A payload of UDP: what the flow is known to carry, then the ports, then the heuristics. */
  private void datagram(Packet packet, int offset) {
    boolean quoted = packet.quoted();
    if (learns && !quoted) {
      packet.flow(flows.number(packet));
    }
    if (offset >= packet.limit()) {
      return;
    }
    if (!quoted && flows.media(packet, offset, learns)) {
      Dissector media = table.of(Flows.mediaProtocol(packet, offset));
      if (media != null && claim(media, packet, offset)) {
        return;
      }
      packet.tentative(false);
    }
    message(packet, offset, true);
  }

  /** A payload of TCP: the messages that begin in it, one behind the other. */
  private void segment(Packet packet, int offset) {
    if (learns && !packet.quoted()) {
      packet.flow(flows.number(packet));
    }
    int limit = packet.limit();
    int at = offset;
    for (int n = 0; n < MAX_MESSAGES && at < limit; n++) {
      int layer = packet.layers();
      if (!message(packet, at, false)) {
        return;
      }
      at = Math.max(packet.end(layer), at + 1);
      packet.widen(limit);
    }
  }

  /** Walks one message; where nobody claims it, it is data and this answers false. */
  private boolean message(Packet packet, int offset, boolean udp) {
    Dissector byPort = table.port(packet, udp);
    if (byPort != null && claim(byPort, packet, offset)) {
      return true;
    }
    List<Dissector> heuristics = table.heuristics(udp);
    for (int i = 0; i < heuristics.size(); i++) {
      Dissector heuristic = heuristics.get(i);
      if (!heuristic.equals(byPort)
          && heuristic.looksLikeMine(packet, offset)
          && claim(heuristic, packet, offset)) {
        return true;
      }
    }
    packet.addLayer(Protocol.DATA, offset);
    return false;
  }

  /** Whether the payload is this dissector's; if so, it and what is inside it is walked. */
  private boolean claim(Dissector dissector, Packet packet, int offset) {
    int header = run(dissector, packet, offset);
    if (header >= 0) {
      chain(packet, offset + header, following(packet, offset + header));
    }
    return header != Dissector.NOT_MINE;
  }
}
