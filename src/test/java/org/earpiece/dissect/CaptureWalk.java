package org.earpiece.dissect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import org.earpiece.capture.Frame;
import org.earpiece.capture.FrameReader;
import org.earpiece.capture.file.SourceByMagic;
import org.earpiece.dissect.voip.sdp.SessionDescription;
import org.earpiece.dissect.voip.sip.SipMessage;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** Walks all frames of a capture the way the pipeline does, telling flows what SDP announces. */
final class CaptureWalk {
  final Flows flows = new Flows();
  final LayerWalk walk = new LayerWalk(Tables.TABLE, flows, true);
  private final SipMessage message = new SipMessage();

  void each(Path file, Consumer<Packet> visitor) throws IOException {
    Packet packet = new Packet();
    Frame frame = new Frame();
    int number = 0;
    try (FrameReader reader = SourceByMagic.open(file)) {
      while (reader.next(frame)) {
        number++;
        packet.begin(
            number,
            frame.timeNanos,
            frame.length,
            frame.interfaceId,
            frame.linkType,
            frame.array,
            frame.offset,
            frame.captured,
            Packet.NONE);
        walk.walk(packet);
        announce(packet);
        visitor.accept(packet);
      }
    }
  }

  private void announce(Packet packet) {
    int layer = packet.find(Protocol.SDP);
    if (layer < 1 || packet.quoted()) {
      return;
    }
    int sip = layer - 1;
    int offset = packet.offset(sip);
    if (!message.parse(packet.bytes(), offset, packet.end(sip) - offset)) {
      return;
    }
    SessionDescription sdp = message.sdp();
    if (sdp == null) {
      return;
    }
    for (SessionDescription.Media media : sdp.media()) {
      if (media.address() != null && media.port() != 0 && media.protocol().contains("RTP/")) {
        expect(media, media.port(), packet.number());
        expect(media, media.rtcpPort(), packet.number());
      }
    }
  }

  private void expect(SessionDescription.Media media, int port, int frame) {
    IpAddress at = Objects.requireNonNull(media.address());
    flows.expectMedia(at.hi(), at.lo(), port, false, Packet.NONE, frame);
  }
}
