package org.earpiece.voip;

import java.util.List;
import org.earpiece.packet.Endpoint;

/**
 * An RTP stream as it was when the snapshot was taken. Times are ns since 1970; delta, jitter and
 * skew are ms, Wireshark's.
 *
 * @param number from 1, in order of first frame
 * @param id identity within the session, stable while it runs
 * @param call number of the call it belongs to, or 0
 * @param codec name as registered, or empty where nobody declared the payload type
 * @param clockRate Hz, or 0 where unknown
 * @param lost Wireshark's: expected less packets, negative with duplicates
 * @param reallyLost what is missing without duplicates, never negative
 * @param outOfOrder packets behind a later one, duplicates not counted
 * @param direction {@code forward} from the caller's side, {@code backward}, or empty
 * @param mos by the E-model, NaN where it does not apply (video, an undeclared payload type)
 * @param rFactor by the E-model: 0 to 93.2, for wideband codecs 0 to 129 (ITU-T G.107, G.107.1)
 * @param problems what is wrong in a few words: {@code loss 6.1 %}; or empty
 * @param running a packet came within the last seconds of the capture
 * @param payloads the payload types seen, in order of appearance
 */
public record StreamSnapshot(
    int number,
    int id,
    int call,
    int ssrc,
    Endpoint src,
    Endpoint dst,
    int payloadType,
    String codec,
    int clockRate,
    long start,
    long end,
    int firstFrame,
    int lastFrame,
    long packets,
    long expected,
    long lost,
    long reallyLost,
    long outOfOrder,
    long duplicates,
    double minDelta,
    double meanDelta,
    double maxDelta,
    double minJitter,
    double meanJitter,
    double maxJitter,
    double maxSkew,
    double mos,
    double rFactor,
    String direction,
    boolean srtp,
    String problems,
    boolean running,
    List<Payload> payloads) {

  /**
   * A payload type of the stream, as declared by SDP or by RFC 3551.
   *
   * @param codec name as registered, or empty where nobody declared it
   * @param clockRate Hz, or 0 where unknown
   * @param fmtp the format's parameters (a=fmtp), or empty
   */
  public record Payload(int type, String codec, int clockRate, int channels, String fmtp) {}

  /** 100 lost / expected, Wireshark's. */
  public double lossPercent() {
    return expected == 0 ? 0 : 100.0 * lost / expected;
  }

  /** {@code 0x1234ABCD}. */
  public String ssrcText() {
    return String.format("0x%08X", ssrc);
  }
}
