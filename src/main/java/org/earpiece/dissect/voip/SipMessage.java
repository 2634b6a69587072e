package org.earpiece.dissect.voip;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.jspecify.annotations.Nullable;

/**
 * A SIP message over the bytes it arrived in (RFC 3261 section 7): the start line is read at once,
 * headers when they are asked for. Reused; one thread.
 */
public final class SipMessage {
  /** Points this at a message; false where the bytes do not begin like one. */
  public boolean parse(ByteView bytes, int offset, int length) {
    throw new IllegalStateException();
  }

  public boolean isRequest() {
    throw new IllegalStateException();
  }

  /** The request's method, or empty for a response. */
  public String method() {
    throw new IllegalStateException();
  }

  /** The request's URI as written, or empty for a response. */
  public String requestUri() {
    throw new IllegalStateException();
  }

  /** The response's code, or 0 for a request. */
  public int statusCode() {
    throw new IllegalStateException();
  }

  /** The response's reason phrase as sent, or empty. */
  public String reasonPhrase() {
    throw new IllegalStateException();
  }

  /** The first value of a header, unfolded and trimmed, or null. */
  public @Nullable String header(SipHeader header) {
    throw new IllegalStateException();
  }

  /** All values of a header in order, one a header line. */
  public List<String> headers(SipHeader header) {
    throw new IllegalStateException();
  }

  /** The Call-ID, or empty. */
  public String callId() {
    throw new IllegalStateException();
  }

  /** The CSeq number, or -1. */
  public long cseq() {
    throw new IllegalStateException();
  }

  /** The CSeq method, or empty. */
  public String cseqMethod() {
    throw new IllegalStateException();
  }

  /** The branch of the topmost Via, or empty. */
  public String branch() {
    throw new IllegalStateException();
  }

  /** The From header, taken apart; null where it is missing. */
  public @Nullable NameAddress from() {
    throw new IllegalStateException();
  }

  public @Nullable NameAddress to() {
    throw new IllegalStateException();
  }

  /**
   * Where the body begins, from the start of the view; the end of the message where there is none.
   */
  public int bodyOffset() {
    throw new IllegalStateException();
  }

  /** Bytes of the body that are there. */
  public int bodyLength() {
    throw new IllegalStateException();
  }

  /** Whether the body is SDP by its Content-Type. */
  public boolean hasSdp() {
    throw new IllegalStateException();
  }

  /** The SDP, parsed, or null where there is none. */
  public @Nullable SessionDescription sdp() {
    throw new IllegalStateException();
  }
}
