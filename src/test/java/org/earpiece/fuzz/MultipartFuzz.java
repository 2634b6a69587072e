package org.earpiece.fuzz;

import java.nio.ByteBuffer;
import org.earpiece.packet.LinkType;

/** Multipart bodies (RFC 5621): the parts are the fuzzer's, the message around them is right. */
public final class MultipartFuzz {
  private static final String HEAD =
      """
      INVITE sip:bob@example.com SIP/2.0
      Via: SIP/2.0/UDP 10.0.0.1;branch=z9hG4bKmixed
      From: <sip:alice@example.com>;tag=a
      To: <sip:bob@example.com>
      Call-ID: mixed
      CSeq: 1 INVITE
      Content-Type: multipart/mixed;boundary=b
      """;

  private MultipartFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    String head = (HEAD + "Content-Length: " + data.length + "\n\n").replace("\n", "\r\n");
    SipFuzz.fuzzerTestOneInput(join(head, data));
    TrafficFuzz.Tracking tracking = new TrafficFuzz.Tracking();
    tracking.frame(LinkType.RAW, Frames.tcp(1, 2, 5060, 5060, 1, 0x18, join(head, data)), 0);
    tracking.end();
  }

  static byte[] join(String head, byte[] body) {
    byte[] first = SdpFuzz.ascii(head);
    return ByteBuffer.allocate(first.length + body.length).put(first).put(body).array();
  }
}
