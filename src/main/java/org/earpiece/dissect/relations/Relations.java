package org.earpiece.dissect.relations;

import org.earpiece.dissect.Flows;
import org.earpiece.packet.Facts;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Tap;
import org.earpiece.packet.Transport;
import org.jspecify.annotations.Nullable;

/**
 * What packets say of one another. The pipeline's thread shows it every packet; any thread asks
 * through {@link #facts}.
 */
public final class Relations implements Tap {
  final Flows flows;
  final TcpConversations tcp = new TcpConversations();
  final UdpLayers layers;
  final SourceParts parts = new SourceParts();
  final ExchangeRows exchanges = new ExchangeRows();
  final ExchangeRows overTcp = new ExchangeRows();
  private final Exchanges sip = new Exchanges(exchanges, overTcp);
  private final GatewayExchanges mgcp = new GatewayExchanges(exchanges);
  final SequenceCycles cycles = new SequenceCycles();
  private final SenderReports reports = new SenderReports(exchanges);
  final HttpExchanges http = new HttpExchanges(exchanges, tcp);
  private final Queries queries = new Queries(exchanges);
  private @Nullable UdpConversations udp;

  public Relations(Flows flows) {
    this.flows = flows;
    layers = new UdpLayers(flows);
  }

  /** Sees a packet whose layers were walked, after the taps that announce media. */
  @Override
  public void packet(Packet packet) {
    parts.packet(packet);
    boolean quoted = packet.quoted();
    if (quoted || packet.transport() == Transport.TCP) {
      tcp.packet(packet);
    }
    layers.packet(packet);
    if (quoted) {
      return;
    }
    switch (packet.innermost()) {
      case RTP -> cycles.packet(packet);
      case RTCP -> reports.packet(packet);
      case TCP, UDP -> {}
      case DNS, STUN -> queries.message(packet);
      default -> {
        if (packet.transport() == Transport.NONE) {
          queries.echo(packet);
        } else {
          signals(packet);
        }
      }
    }
  }

  private void signals(Packet packet) {
    if (packet.find(Protocol.SIP) >= 0) {
      sip.packet(packet);
      flows.announcements().settle(sip.setup());
      return;
    }
    int layer = packet.find(Protocol.MGCP);
    if (layer >= 0) {
      mgcp.packet(packet, layer);
      flows.announcements().settle(packet.number());
    } else {
      http.packet(packet);
    }
  }

  /** Lets go of what is known of the frames before this one. The pipeline's thread. */
  public void release(int frame) {
    tcp.release(frame);
    layers.rows.release(Key.of(frame, 0));
    exchanges.rows.release(Key.of(frame, 0));
    overTcp.rows.release(Key.of(frame, 0));
    http.rows.release(Key.of(frame, 0));
    parts.rows.release(Key.of(frame, 0));
  }

  /** Facts for one thread. */
  public synchronized Facts facts(FrameFlows frames) {
    if (udp == null) {
      udp = new UdpConversations(flows.ends(), flows.announcements(), frames, layers.rows);
    }
    return new KnownFacts(this, udp, frames);
  }

  /** Bytes held outside the heap. */
  public long bytes() {
    return tcp.bytes()
        + layers.rows.bytes()
        + exchanges.rows.bytes()
        + overTcp.rows.bytes()
        + http.rows.bytes()
        + parts.rows.bytes();
  }

  /** Segments of TCP that belong to no conversation, there being too many. */
  public long refused() {
    return tcp.refused();
  }
}
