package org.earpiece.dissect;

import java.util.LinkedHashMap;
import java.util.Map;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Packet;

/**
 * Recognises RTP that no SDP announced: a flow is media when several packets in a row carry the
 * same SSRC and sequence numbers that go on. Payload types may alternate, as speech and digits do.
 * Bounded memory; the pipeline's thread.
 */
final class RtpHeuristic {
  /** Packets that must agree before a flow counts as media. */
  static final int PACKETS_TO_BELIEVE = 3;

  /** Packets that look like RTP but do not follow one another before a flow is given up. */
  static final int MISSES_TO_GIVE_UP = 4;

  /** Flows watched at a time; the one unseen for longest is forgotten. */
  static final int MAX_WATCHED = 10_000;

  private static final int MAX_STEP = 50;

  enum Verdict {
    NO,
    MAYBE,
    YES,
    NEVER
  }

  private static final class Watched {
    int ssrc;
    int sequence;
    int agreed;
    int misses;
  }

  private final Map<Integer, Watched> watched =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Watched> eldest) {
          return size() > MAX_WATCHED;
        }
      };

  /** Judges a payload of an undecided flow. */
  Verdict judge(Packet packet, int offset) {
    if (!looksLikeRtp(packet, offset)) {
      return Verdict.NO;
    }
    ByteView bytes = packet.bytes();
    int ssrc = bytes.i32(offset + 8);
    int sequence = bytes.u16(offset + 2);
    Watched w = watched.computeIfAbsent(packet.flow(), f -> new Watched());
    int step = (sequence - w.sequence) & 0xFFFF;
    boolean same = w.agreed > 0 && w.ssrc == ssrc;
    if (same && step == 0) {
      return Verdict.MAYBE; // seen twice, as a tap on a bridge does
    }
    boolean follows = same && step <= MAX_STEP;
    if (w.agreed > 0 && !follows && ++w.misses >= MISSES_TO_GIVE_UP) {
      watched.remove(packet.flow());
      return Verdict.NEVER;
    }
    w.agreed = follows ? w.agreed + 1 : 1;
    w.ssrc = ssrc;
    w.sequence = sequence;
    if (w.agreed >= PACKETS_TO_BELIEVE) {
      watched.remove(packet.flow());
      return Verdict.YES;
    }
    return Verdict.MAYBE;
  }

  void forget(int flow) {
    watched.remove(flow);
  }

  /** RFC 3550 A.1: version 2, a payload type that cannot be RTCP's, a header that fits. */
  private static boolean looksLikeRtp(Packet packet, int offset) {
    if (!packet.has(offset, 13) || packet.sport() < 1024 || packet.dport() < 1024) {
      return false;
    }
    ByteView bytes = packet.bytes();
    int first = bytes.u8(offset);
    int payloadType = bytes.u8(offset + 1) & 0x7F;
    return first >> 6 == 2
        && (payloadType < 64 || payloadType >= 96)
        && packet.has(offset, 12 + 4 * (first & 0x0F));
  }
}
