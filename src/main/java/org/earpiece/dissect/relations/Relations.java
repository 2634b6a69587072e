package org.earpiece.dissect.relations;

import org.earpiece.dissect.Flows;
import org.earpiece.packet.Facts;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Tap;
import org.jspecify.annotations.Nullable;

/**
 * What packets say of one another. The pipeline's thread shows it every packet; any thread asks
 * through {@link #facts}.
 */
public final class Relations implements Tap {
  private final Flows flows;
  private final TcpConversations tcp = new TcpConversations();
  private final Exchanges sip = new Exchanges();
  private @Nullable UdpConversations udp;

  public Relations(Flows flows) {
    this.flows = flows;
  }

  /** Sees a packet whose layers were walked, after the taps that announce media. */
  @Override
  public void packet(Packet packet) {
    switch (packet.transport()) {
      case TCP -> tcp.packet(packet);
      case UDP, SCTP, NONE -> {}
    }
    if (packet.layers() > 0 && signals(packet)) {
      sip.packet(packet);
      flows.announcements().settle(sip.setup());
    }
  }

  private static boolean signals(Packet packet) {
    return switch (packet.innermost()) {
      case SIP, SDP -> true;
      case RTP, RTCP, TCP, UDP -> false;
      default -> packet.find(org.earpiece.packet.Protocol.SIP) >= 0;
    };
  }

  /** Lets go of what is known of the frames before this one. The pipeline's thread. */
  public void release(int frame) {
    tcp.release(frame);
    sip.rows.release(TcpConversations.key(frame, 0));
  }

  /** Facts for one thread. */
  public synchronized Facts facts(FrameFlows frames) {
    if (udp == null) {
      udp = new UdpConversations(flows.ends(), flows.announcements(), frames);
    }
    return new KnownFacts(tcp, sip, flows.announcements(), udp, frames);
  }

  /** Segments of TCP that belong to no conversation, there being too many. */
  public long refused() {
    return tcp.refused();
  }
}
