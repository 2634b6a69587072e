package org.earpiece.dissect;

import java.util.LinkedHashMap;
import java.util.Map;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.voip.rtp.Rtp;
import org.earpiece.packet.Packet;
import org.jspecify.annotations.Nullable;

/**
 * Recognises RTP that no SDP announced: a flow is media when several packets of one SSRC go on from
 * one another, in sequence number and timestamp. Packets of other SSRCs may come between them, as
 * where audio and video share a port (RFC 8843). Payload types may alternate, as speech and digits
 * do. Bounded memory; the pipeline's thread.
 */
final class RtpHeuristic {
  /** Packets that must agree before a flow counts as media. */
  static final int PACKETS_TO_BELIEVE = 3;

  /** Packets that look like RTP but do not follow one another before a flow is given up. */
  static final int MISSES_TO_GIVE_UP = 4;

  /** Flows watched at a time; the one unseen for longest is forgotten. */
  static final int MAX_WATCHED = 10_000;

  /** SSRCs told apart in one flow; the first packet of each is no reason to give the flow up. */
  static final int MAX_SOURCES = 8;

  private static final int MAX_STEP = 50;

  /** Hz; no RTP clock is faster (RFC 3190 has up to 192 kHz). */
  private static final long FASTEST_CLOCK = 200_000;

  private static final long SECOND = 1_000_000_000L;
  private static final long LONGEST_GAP = 1L << 16;

  enum Verdict {
    NO,
    MAYBE,
    YES,
    NEVER
  }

  /** What was last seen of one SSRC. */
  private static final class Source {
    final int ssrc;
    int sequence;
    int timestamp;
    long timeNanos;
    int agreed;

    Source(int ssrc) {
      this.ssrc = ssrc;
    }

    boolean isRepeated(int number, int stamp) {
      return number == sequence && stamp == timestamp;
    }

    /** Whether a packet goes on from the last one; if not, it begins anew. */
    boolean goesOn(int number, int stamp, long nanos) {
      int step = (number - sequence) & 0xFFFF;
      boolean follows = step > 0 && step <= MAX_STEP && isClock(stamp - timestamp, nanos);
      agreed = follows ? agreed + 1 : 1;
      sequence = number;
      timestamp = stamp;
      timeNanos = nanos;
      return follows;
    }

    /** Whether a clock can have gone this far, or back (video out of order), by then. */
    private boolean isClock(int ticks, long nanos) {
      long seconds = Math.min(LONGEST_GAP, Math.abs(nanos - timeNanos) / SECOND);
      return Math.abs((long) ticks) <= FASTEST_CLOCK * (seconds + 1);
    }
  }

  private static final class Watched {
    private final @Nullable Source[] sources = new Source[MAX_SOURCES];
    private int count;
    int misses;

    @Nullable Source find(int ssrc) {
      for (int i = 0; i < count; i++) {
        Source source = sources[i];
        if (source != null && source.ssrc == ssrc) {
          return source;
        }
      }
      return null;
    }

    /** Begins to watch an SSRC; where there are too many, that is a miss. */
    void add(int ssrc, int sequence, int timestamp, long timeNanos) {
      Source source = new Source(ssrc);
      source.goesOn(sequence, timestamp, timeNanos);
      source.agreed = 1;
      if (count < MAX_SOURCES) {
        sources[count++] = source;
      } else {
        sources[misses % MAX_SOURCES] = source;
        misses++;
      }
    }
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
    Watched flow = watched.computeIfAbsent(packet.flow(), f -> new Watched());
    Verdict verdict = judge(flow, packet, offset);
    if (verdict != Verdict.MAYBE) {
      watched.remove(packet.flow());
    }
    return verdict;
  }

  private static Verdict judge(Watched flow, Packet packet, int offset) {
    ByteView bytes = packet.bytes();
    int ssrc = Rtp.ssrc(bytes, offset);
    int sequence = Rtp.sequence(bytes, offset);
    int timestamp = (int) Rtp.timestamp(bytes, offset);
    Source source = flow.find(ssrc);
    if (source == null) {
      flow.add(ssrc, sequence, timestamp, packet.timeNanos());
    } else if (source.isRepeated(sequence, timestamp)) {
      return Verdict.MAYBE; // seen twice, as a tap on a bridge does
    } else if (!source.goesOn(sequence, timestamp, packet.timeNanos())) {
      flow.misses++;
    } else if (source.agreed >= PACKETS_TO_BELIEVE) {
      return Verdict.YES;
    }
    return flow.misses >= MISSES_TO_GIVE_UP ? Verdict.NEVER : Verdict.MAYBE;
  }

  void forget(int flow) {
    watched.remove(flow);
  }

  /**
   * RFC 3550 A.1: version 2, a payload type that cannot be RTCP's, a header that fits. Where the
   * sequence number would be, other protocols (BACnet/IP, ASHRAE 135 annex J) tell their length.
   */
  private static boolean looksLikeRtp(Packet packet, int offset) {
    if (packet.sport() < 1024 || packet.dport() < 1024) {
      return false;
    }
    ByteView bytes = packet.bytes();
    int header = Rtp.headerLength(bytes, offset, packet.limit());
    int length = packet.limit() - offset;
    if (header < 0 || header == length || Rtp.sequence(bytes, offset) == length) {
      return false;
    }
    int payloadType = Rtp.payloadType(bytes, offset);
    return payloadType < 64 || payloadType >= 96;
  }
}
