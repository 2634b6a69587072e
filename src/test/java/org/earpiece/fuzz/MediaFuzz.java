package org.earpiece.fuzz;

import org.earpiece.packet.LinkType;

/** RTP and RTCP between the two endpoints that an SDP announced: streams, reports, statistics. */
public final class MediaFuzz {
  private static final int MAX_PACKETS = 64;

  private MediaFuzz() {}

  /** Packets: a byte for direction and port, one of ms passed, two of length, the bytes. */
  public static void fuzzerTestOneInput(byte[] data) {
    FuzzInput input = new FuzzInput(data);
    TrafficFuzz.Tracking tracking = new TrafficFuzz.Tracking();
    tracking.frame(LinkType.RAW, Frames.udp(1, 2, 5060, 5060, bytes(Seeds.INVITE)), 0);
    tracking.frame(LinkType.RAW, Frames.udp(2, 1, 5060, 5060, bytes(Seeds.OK)), 0);
    long nanos = 0;
    for (int i = 0; i < MAX_PACKETS && input.more(); i++) {
      int choice = input.u8();
      nanos += input.u8() * 1_000_000L;
      boolean back = (choice & 1) == 1;
      int port = Seeds.MEDIA_PORT + (choice >> 1 & 1);
      byte[] frame = Frames.udp(back ? 2 : 1, back ? 1 : 2, port, port, input.bytes(input.u16()));
      tracking.frame(LinkType.RAW, frame, nanos);
    }
    tracking.end();
  }

  private static byte[] bytes(String message) {
    return SdpFuzz.ascii(Seeds.text(message));
  }
}
