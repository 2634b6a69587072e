package org.earpiece;

import java.nio.charset.StandardCharsets;

/** The messages of a call that is answered and ended, for tests that carry SIP in something. */
public final class SipWords {
  private SipWords() {}

  /** A request. */
  public static byte[] request(String method, String callId, String body) {
    return message(method + " sip:bob@example.com SIP/2.0", method, callId, body);
  }

  /** A response to a request of this method. */
  public static byte[] response(String status, String method, String callId) {
    return message("SIP/2.0 " + status, method, callId, "");
  }

  private static byte[] message(String startLine, String method, String callId, String body) {
    String text =
        startLine
            + "\r\nVia: SIP/2.0/TLS 10.0.0.1;branch=z9hG4bK-"
            + callId
            + method
            + "\r\nFrom: <sip:alice@example.com>;tag=a\r\nTo: <sip:bob@example.com>"
            + (startLine.startsWith("SIP") || method.equals("BYE") ? ";tag=b" : "")
            + "\r\nCall-ID: "
            + callId
            + "\r\nCSeq: 1 "
            + method
            + "\r\nMax-Forwards: 70\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
