package org.earpiece.voip.rtp;

import java.nio.ByteBuffer;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Transport;

/** RTP packets made one by one, their layers as the walk leaves them. */
final class RtpScript {
  static final long START = 1_700_000_000_000_000_000L;
  static final long MS = 1_000_000L;

  private final Packet packet = new Packet();
  private int frames;

  /** An RTP packet of PCMU, 20 ms for each sequence number, from 10.0.0.1 to 10.0.0.2. */
  Packet rtp(long ms, int flow, int sport, int dport, int ssrc, int sequence) {
    byte[] bytes =
        ByteBuffer.allocate(172)
            .put((byte) 0x80)
            .put((byte) 0)
            .putShort((short) sequence)
            .putInt(160 * sequence)
            .putInt(ssrc)
            .array();
    packet.begin(
        ++frames, START + ms * MS, 172, 0, LinkType.RAW, bytes, 0, bytes.length, Packet.NONE);
    packet.addresses(0, address(1), 0, address(2));
    packet.ports(Transport.UDP, sport, dport);
    packet.flow(flow);
    packet.addLayer(Protocol.RTP, 0);
    return packet;
  }

  /** 10.0.0.host. */
  static long address(int host) {
    return IpAddress.v4(0x0A00_0000L + host);
  }
}
