package org.earpiece.voip;

import java.util.List;

/** Streams of calls that a test makes up. */
public final class SampleStreams {
  private SampleStreams() {}

  /** A stream of PCMA between hosts as {@link SipScript} names them, one packet in 101 lost. */
  public static StreamSnapshot stream(int number, String src, String dst, long start, long end) {
    return new StreamSnapshot(
        number,
        number,
        1,
        7,
        SipScript.end(src),
        SipScript.end(dst),
        8,
        "PCMA",
        8000,
        start,
        end,
        1,
        2,
        100,
        101,
        1,
        1,
        0,
        0,
        20,
        20,
        20,
        0,
        0,
        0,
        0,
        4.3,
        90,
        "forward",
        false,
        "",
        false,
        List.of());
  }
}
