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

  private static final int ROUND = 1 << 16;

  /** The round that a stream is in where nothing else is remembered. */
  private static final int FIRST = 1;

  private static final int EXTENDED = 0;
  private static final int SEEN = 1;

  private final RecentTable streams = new RecentTable(MAX_STREAMS);
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
    int sequence = Rtp.sequence(packet.bytes(layer), packet.offset(layer));
    long stream = stream(packet, layer);
    int place = streams.place(stream);
    boolean seen = streams.value(place, SEEN) != 0;
    int before = seen ? streams.value(place, EXTENDED) : ROUND;
    int extended = before + (short) (sequence - before);
    streams.set(place, EXTENDED, extended);
    streams.set(place, SEEN, 1);
    int round = extended >> 16;
    if (round != (seen ? before >> 16 : FIRST)) {
      change(stream, packet.number(), round);
    }
  }

  private void change(long stream, int frame, int round) {
    Changes known = changed.get(stream);
    if (known != null || changed.size() < MAX_CHANGED) {
      changed.put(stream, (known == null ? NONE : known).and(frame, round));
    }
  }

  /** A stream's key: the hash that begins it is drawn by chance. */
  private long stream(Packet packet, int layer) {
    long flow = RecentTable.hash(streams.hash(), packet.flow());
    return RecentTable.hash(flow, Rtp.ssrc(packet.bytes(layer), packet.offset(layer)));
  }

  /** The sequence number of an RTP layer with its rounds, of 32 bits. */
  long extended(Packet packet, int layer) {
    if (packet.end(layer) - packet.offset(layer) < Rtp.FIXED_HEADER) {
      return Field.ABSENT;
    }
    int sequence = Rtp.sequence(packet.bytes(layer), packet.offset(layer));
    Changes known = packet.flow() < 0 ? null : changed.get(stream(packet, layer));
    int round = known == null ? FIRST : known.at(packet.number());
    return ((long) round << 16 | sequence) & 0xFFFF_FFFFL;
  }
}
