package org.earpiece.fuzz;

import java.nio.charset.StandardCharsets;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.voip.sdp.SessionDescription;
import org.earpiece.packet.LinkType;

/** Session descriptions: parsed, their fields, and what a call makes of an offer and its answer. */
public final class SdpFuzz {
  private SdpFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    SessionDescription sdp = SessionDescription.parse(new ByteView().wrap(data), 0, data.length);
    if (sdp.media().size() > SessionDescription.MAX_MEDIA) {
      throw new AssertionError("more media than the limit");
    }
    TrafficFuzz.Tracking tracking = new TrafficFuzz.Tracking();
    tracking.frame(LinkType.RAW, Frames.udp(1, 2, 5060, 5060, with(Seeds.INVITE, data)), 0);
    tracking.frame(LinkType.RAW, Frames.udp(2, 1, 5060, 5060, with(Seeds.OK, data)), 1_000_000);
    tracking.end();
  }

  /** A message of the seeds with another body of type application/sdp. */
  private static byte[] with(String message, byte[] body) {
    String text = Seeds.text(message);
    String head = text.substring(0, text.indexOf("\r\n\r\n"));
    head = head.replaceAll("Content-Length: \\d+", "Content-Length: " + body.length);
    return MultipartFuzz.join(head + "\r\n\r\n", body);
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
