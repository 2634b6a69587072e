package org.earpiece.voip;

import java.util.List;
import org.earpiece.voip.correlation.CallLink;
import org.jspecify.annotations.Nullable;

/**
 * A call (a Call-ID) as it was when the snapshot was taken. Times are ns since 1970, or {@link
 * #NEVER}.
 *
 * @param number from 1, in order of first frame
 * @param session calls of one conversation share it
 * @param link why it belongs to that session; null for the first call of one
 * @param from the From header's value without parameters, as Wireshark shows it
 * @param fromUser the user part, or the host where there is none
 * @param setupNanos INVITE to 200, or {@link #NEVER}
 * @param frames SIP frames of the call
 * @param comment the INVITE's story: {@code INVITE 401 200}
 * @param finalStatus the final response to the last INVITE outside a dialog, or 0
 * @param reason the final response's reason phrase as sent, or empty
 * @param hangupBy caller, callee or null
 * @param streams numbers of its RTP streams
 * @param codec what the media is, by the streams, else by the answer: {@code PCMA}; or empty
 * @param mosForward worst MOS of streams from the caller's side, or NaN
 * @param mosBackward worst MOS of streams toward the caller's side, or NaN
 * @param packets SIP frames and RTP packets
 * @param initialSpeaker address the first INVITE came from
 * @param what what a person wants to know in a few words: {@code 486 Busy Here}, {@code caller hung
 *     up}; or empty
 * @param phase what it is at, finer than the state
 * @param facts what its messages tell beside its course
 * @param last time of its last SIP message
 * @param wiresharkState what Wireshark's list of calls would say: {@code CALL SETUP}
 */
public record CallSnapshot(
    int number,
    int session,
    @Nullable CallLink link,
    String callId,
    String from,
    String to,
    String fromUser,
    String toUser,
    String fromDisplay,
    String protocol,
    CallState state,
    long start,
    long ringing,
    long answer,
    long end,
    long setupNanos,
    int frames,
    int firstFrame,
    int lastFrame,
    String comment,
    int finalStatus,
    String reason,
    @Nullable String hangupBy,
    List<Integer> streams,
    String codec,
    double mosForward,
    double mosBackward,
    long packets,
    String initialSpeaker,
    String what,
    CallPhase phase,
    CallFacts facts,
    long last,
    String wiresharkState) {
  /** A time that has not come. */
  public static final long NEVER = Long.MIN_VALUE;

  /** The worst stream's MOS, or NaN. */
  public double mos() {
    if (Double.isNaN(mosForward)) {
      return mosBackward;
    }
    return Double.isNaN(mosBackward) ? mosForward : Math.min(mosForward, mosBackward);
  }

  /** Answer to end, ns; {@link #NEVER} where either is missing. */
  public long durationNanos() {
    return between(answer, end);
  }

  /** From one time to another, ns; 0 where the clock went back, NEVER where either is missing. */
  static long between(long from, long to) {
    return from == NEVER || to == NEVER ? NEVER : Math.max(0, to - from);
  }
}
