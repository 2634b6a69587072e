package org.earpiece.session;

import java.io.IOException;
import org.earpiece.packet.Endpoint;

/**
 * A SIP message of a call, whole.
 *
 * @param timeNanos arrival, ns since 1970
 * @param text the message as sent, UTF-8 decoded
 * @param bodyOffset where the body begins in {@link #text}
 */
public record SipRecord(
    int frame, int call, long timeNanos, Endpoint src, Endpoint dst, String text, int bodyOffset) {
  /** Takes messages one after the other. */
  @FunctionalInterface
  public interface Taker {
    void take(SipRecord message) throws IOException;
  }
}
