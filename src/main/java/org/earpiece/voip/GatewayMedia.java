package org.earpiece.voip;

import org.earpiece.dissect.voip.mgcp.MgcpMessage;
import org.earpiece.dissect.voip.sdp.SessionDescription;
import org.earpiece.dissect.voip.sdp.SessionDescription.Media;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Tap;

/**
 * Tells the directory where media gateways want their media: what MGCP's connections describe (RFC
 * 3435 section 2.3.5) is media of no call that we know of. The pipeline's thread.
 */
public final class GatewayMedia implements Tap {
  private final MediaDirectory directory;
  private final MgcpMessage message = new MgcpMessage();

  public GatewayMedia(MediaDirectory directory) {
    this.directory = directory;
  }

  @Override
  public void packet(Packet packet) {
    if (packet.fragment().partial()) {
      return;
    }
    for (int layer = packet.find(Protocol.MGCP);
        layer != Packet.NONE;
        layer = packet.find(Protocol.MGCP, layer + 1)) {
      if (message.parse(packet.bytes(layer), packet.offset(layer), packet.end(layer))
          && message.bodyStart() < message.end()) {
        media(packet, layer);
      }
    }
  }

  private void media(Packet packet, int layer) {
    int from = message.bodyStart();
    SessionDescription told =
        SessionDescription.parse(packet.bytes(layer), from, message.end() - from);
    for (Media media : told.transports()) {
      IpAddress address = media.address();
      if (address != null) {
        int call = MediaDirectory.NO_CALL;
        directory.announce(
            address.hi(), address.lo(), media.port(), call, false, media, packet.number());
      }
    }
  }
}
