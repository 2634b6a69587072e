package org.earpiece.dissect.relations;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.earpiece.dissect.voip.rtp.Rtp;
import org.earpiece.packet.Field;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/**
 * How often the sequence numbers of an RTP stream (a flow and an SSRC) have gone round: each is
 * taken for the one that is nearest to the number before it (RFC 3550 appendix A.1), the first for
 * the one nearest to 65536, as Wireshark does. Kept is only where the count changes. The pipeline's
 * thread adds; any thread asks.
 */
final class SequenceCycles {
  /** Streams that are followed at least; twice as many at most. */
  static final int MAX_STREAMS = 100_000;

  /** Streams whose changes are remembered at most; of others all packets are in the first round. */
  static final int MAX_CHANGED = 200_000;

  /** Changes of one stream that are remembered at most, the latest. */
  static final int MAX_CHANGES = 64;

  private static final int ROUND_BITS = 16;
  private static final long LOW = 0xFFFF_FFFFL;

  /** The round that a stream is in where nothing else is remembered. */
  private static final int FIRST = 1;

  private static final int EXTENDED = 0;
  private static final int SEEN = 1;

  /** Streams that are not the one that their flow had last. */
  private final RecentTable streams = new RecentTable(MAX_STREAMS);

  /** Of each flow the SSRC it had last and, its top bit turned, that one's last number; or 0. */
  private long[] latest = new long[1 << 10];

  private final Map<Long, Changes> changed = new ConcurrentHashMap<>();

  /** Rounds of one stream in order, each with the frame it began at. */
  private record Changes(int[] frames, int[] rounds) {
    int at(int frame) {
      int i = frames.length - 1;
      while (i >= 0 && frames[i] > frame) {
        i--;
      }
      return i < 0 ? FIRST : rounds[i];
    }

    Changes and(int frame, int round) {
      int from = frames.length == MAX_CHANGES ? 1 : 0;
      int size = frames.length + 1 - from;
      int[] moreFrames = Arrays.copyOfRange(frames, from, from + size);
      int[] moreRounds = Arrays.copyOfRange(rounds, from, from + size);
      moreFrames[size - 1] = frame;
      moreRounds[size - 1] = round;
      return new Changes(moreFrames, moreRounds);
    }
  }

  private static final Changes NONE = new Changes(new int[0], new int[0]);

  /** Looks at the RTP of a packet. */
  void packet(Packet packet) {
    if (packet.flow() < 0) {
      return;
    }
    for (int layer = packet.layers() - 1;
        layer >= 0 && packet.protocol(layer) == Protocol.RTP;
        layer--) {
      if (packet.end(layer) - packet.offset(layer) >= Rtp.FIXED_HEADER) {
        look(packet, layer);
      }
    }
  }

  private void look(Packet packet, int layer) {
    int flow = packet.flow();
    if (flow >= latest.length) {
      latest = Arrays.copyOf(latest, Math.max(flow + 1, 2 * latest.length));
    }
    int ssrc = Rtp.ssrc(packet.bytes(layer), packet.offset(layer));
    int sequence = Rtp.sequence(packet.bytes(layer), packet.offset(layer));
    long known = latest[flow];
    boolean same = known != 0 && (int) (known >>> Integer.SIZE) == ssrc;
    int before = same ? (int) known ^ Integer.MIN_VALUE : another(flow, known, ssrc);
    int extended = before + (short) (sequence - before);
    latest[flow] = (long) ssrc << Integer.SIZE | ((extended ^ Integer.MIN_VALUE) & LOW);
    if (extended >> ROUND_BITS != before >> ROUND_BITS) {
      change(stream(flow, ssrc), packet.number(), extended >> ROUND_BITS);
    }
  }

  /** Puts the stream that a flow had last aside; the last number of another, or where it begins. */
  private int another(int flow, long known, int ssrc) {
    if (known != 0) {
      int aside = streams.place(stream(flow, (int) (known >>> Integer.SIZE)));
      streams.set(aside, EXTENDED, (int) known ^ Integer.MIN_VALUE);
      streams.set(aside, SEEN, 1);
    }
    int place = streams.place(stream(flow, ssrc));
    return streams.value(place, SEEN) == 0 ? FIRST << ROUND_BITS : streams.value(place, EXTENDED);
  }

  private void change(long stream, int frame, int round) {
    Changes known = changed.get(stream);
    if (known != null || changed.size() < MAX_CHANGED) {
      changed.put(stream, (known == null ? NONE : known).and(frame, round));
    }
  }

  /** A stream's key: the hash that begins it is drawn by chance. */
  private long stream(int flow, int ssrc) {
    return RecentTable.hash(RecentTable.hash(streams.hash(), flow), ssrc);
  }

  /** The sequence number of an RTP layer with its rounds, of 32 bits. */
  long extended(Packet packet, int layer) {
    if (packet.end(layer) - packet.offset(layer) < Rtp.FIXED_HEADER) {
      return Field.ABSENT;
    }
    int sequence = Rtp.sequence(packet.bytes(layer), packet.offset(layer));
    int ssrc = Rtp.ssrc(packet.bytes(layer), packet.offset(layer));
    Changes known = packet.flow() < 0 ? null : changed.get(stream(packet.flow(), ssrc));
    int round = known == null ? FIRST : known.at(packet.number());
    return ((long) round << ROUND_BITS | sequence) & LOW;
  }
}
