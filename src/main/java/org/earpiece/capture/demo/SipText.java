package org.earpiece.capture.demo;

import java.nio.charset.StandardCharsets;

/** A SIP message being written, line by line (RFC 3261 section 7). */
final class SipText {
  private final StringBuilder text = new StringBuilder(1024);

  private SipText(String startLine) {
    line(startLine);
  }

  static SipText request(String method, String uri) {
    return new SipText(method + " " + uri + " SIP/2.0");
  }

  static SipText response(int code, String reason) {
    return new SipText("SIP/2.0 " + code + " " + reason);
  }

  SipText header(String name, Object value) {
    return line(name + ": " + value);
  }

  private SipText line(String line) {
    text.append(line).append("\r\n");
    return this;
  }

  /** The message without a body. */
  byte[] bytes() {
    return body("");
  }

  /** The message with a session description, or without a body where that is empty. */
  byte[] body(String sdp) {
    if (!sdp.isEmpty()) {
      header("Content-Type", "application/sdp");
    }
    header("Content-Length", sdp.length());
    line("");
    text.append(sdp);
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
