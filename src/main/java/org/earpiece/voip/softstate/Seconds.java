package org.earpiece.voip.softstate;

import org.earpiece.dissect.voip.sip.SipHeader;
import org.earpiece.dissect.voip.sip.SipMessage;
import org.earpiece.dissect.voip.sip.SipValue;

/** Intervals in seconds as headers give them (RFC 3261 section 20.19). */
public final class Seconds {
  /** An interval that no header gives. */
  public static final long NONE = -1;

  /** The longest interval; a longer one is no interval. */
  static final long MAX_SECONDS = 0xFFFF_FFFFL;

  private static final long NANOS = 1_000_000_000L;

  private Seconds() {}

  /** The number that a header has, or {@link #NONE}. */
  public static long header(SipMessage message, SipHeader header) {
    String value = message.header(header);
    return value == null ? NONE : within(SipValue.of(value).number());
  }

  /** The number that a parameter has, or {@link #NONE}. */
  public static long number(SipValue value, String param) {
    return within(value.number(param));
  }

  private static long within(long seconds) {
    return seconds > MAX_SECONDS ? NONE : seconds;
  }

  /** The time so many seconds later, ns. */
  public static long after(long nanos, long seconds) {
    return nanos + seconds * NANOS;
  }
}
