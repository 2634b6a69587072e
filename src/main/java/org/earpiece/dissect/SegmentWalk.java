package org.earpiece.dissect;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.reassembly.Joined;
import org.earpiece.dissect.reassembly.TcpStreams;
import org.earpiece.packet.DataSource;
import org.earpiece.packet.DerivedBytes;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * The part of a walk that knows TCP segments: which stream they belong to, and what became whole
 * through them. One a walk.
 */
final class SegmentWalk {
  private static final byte[] NOTHING = {};
  private static final List<DataSource> OUT_OF_TURN =
      List.of(DataSource.TCP_RETRANSMISSION, DataSource.TCP_OUT_OF_ORDER);

  private final LayerWalk walk;
  private final DissectorTable table;
  private final Flows flows;
  private final DerivedBytes derived;
  private final TcpStreams streams = new TcpStreams();

  SegmentWalk(LayerWalk walk, DissectorTable table, Flows flows, DerivedBytes derived) {
    this.walk = walk;
    this.table = table;
    this.flows = flows;
    this.derived = derived;
  }

  TcpStreams streams() {
    return streams;
  }

  /** A segment: as it comes, for the first time, or of a frame that is read again. */
  void segment(Packet packet, int offset, boolean learns) {
    if (learns) {
      learn(packet, offset);
    } else {
      read(packet, offset);
    }
    if (TcpStreams.ends(packet)) {
      walk.ended(packet);
    }
  }

  private void learn(Packet packet, int offset) {
    int flow = flows.number(packet);
    packet.flow(flow);
    if (flow == Packet.NONE) {
      walk.alone(packet, offset);
      return;
    }
    int back = streams.waiting() ? flows.back(packet) : Packet.NONE;
    TcpStreams.Result result = streams.take(packet, offset, back);
    if (result == TcpStreams.Result.UNKNOWN && begins(packet, offset)) {
      result = streams.take(packet, offset, back);
    }
    walk.ordered(result == TcpStreams.Result.IN_PLACE || result == TcpStreams.Result.JOINED);
    switch (result) {
      case UNKNOWN -> unknown(packet, offset);
      case NOTHING -> {}
      case IN_PLACE -> inPlace(packet, offset);
      case JOINED -> joined(packet);
      case RETRANSMISSION -> mark(packet, DataSource.TCP_RETRANSMISSION);
      case OUT_OF_ORDER -> mark(packet, DataSource.TCP_OUT_OF_ORDER);
    }
  }

  /** A segment of no stream that is followed, or of one that was and is no longer. */
  private void unknown(Packet packet, int offset) {
    if (offset < packet.limit() && flows.streamed(packet) != null) {
      derived.add(packet.number(), DataSource.FRAME, NOTHING, 0, 0);
    }
    walk.alone(packet, offset);
  }

  /** Whether a stream begins to be followed here: a protocol that spans segments is recognised. */
  private boolean begins(Packet packet, int offset) {
    Dissector found = streamed(packet, offset);
    if (found == null) {
      return false;
    }
    streams.follow(packet, found, flows.back(packet));
    flows.streamed(packet, found.protocol());
    return true;
  }

  private @Nullable Dissector streamed(Packet packet, int offset) {
    int limit = packet.limit();
    if (offset >= limit) {
      return null;
    }
    ByteView bytes = packet.bytes();
    Dissector framed = flows.expectsFrames(packet) ? table.of(Protocol.RTP_FRAMING) : null;
    if (framed != null && isMine(framed.streamLength(bytes, offset, limit))) {
      return framed;
    }
    Dissector byPort = table.port(packet, false);
    if (byPort != null) {
      int from = offset + byPort.filler(bytes, offset, limit);
      int length = byPort.streamLength(bytes, from, limit);
      if (isMine(length) || (length == Dissector.NOT_MINE && resumes(byPort, bytes, from, limit))) {
        return byPort;
      }
    }
    if (table.chosen(packet, false) != null) {
      return null;
    }
    List<Dissector> heuristics = table.heuristics(false);
    for (int i = 0; i < heuristics.size(); i++) {
      Dissector heuristic = heuristics.get(i);
      if (isMine(heuristic.streamLength(bytes, offset, limit))
          && heuristic.looksLikeMine(packet, offset)) {
        return heuristic;
      }
    }
    return null;
  }

  private static boolean isMine(int streamLength) {
    return streamLength > 0
        || streamLength == StreamFraming.TRUNCATED
        || streamLength == StreamFraming.TO_END;
  }

  private static boolean resumes(Dissector protocol, ByteView bytes, int from, int limit) {
    return protocol.resynchronise(bytes, from, limit) < limit;
  }

  private void inPlace(Packet packet, int offset) {
    StreamFraming framing = streams.framing();
    if (framing != null) {
      int open = walk.messages(packet, framing, offset, TcpStreams.ends(packet));
      flows.streamed(packet, framing.protocol());
      if (open < packet.limit()) {
        streams.keepOpen(packet, open);
      }
    }
  }

  /** Whoever reads frames of a stream again finds its messages by its protocol. */
  private void joined(Packet packet) {
    StreamFraming framing = streams.framing();
    Dissector protocol = framing == null ? null : table.of(framing.protocol());
    if (framing == null || protocol == null) {
      return;
    }
    flows.streamed(packet, framing.protocol());
    List<Joined> ready = streams.ready();
    if (ready.isEmpty()) {
      derived.add(packet.number(), DataSource.TCP, NOTHING, 0, 0);
      packet.markSegment(DataSource.TCP);
    }
    for (Joined joined : ready) {
      byte[] bytes = joined.bytes();
      derived.add(packet.number(), DataSource.TCP, bytes, 0, bytes.length);
      packet.sources().nextMadeOf(joined.parts());
      walk.within(packet, DataSource.TCP, bytes, protocol);
    }
  }

  private void mark(Packet packet, DataSource kind) {
    derived.add(packet.number(), kind, NOTHING, 0, 0);
    packet.markSegment(kind);
  }

  private void read(Packet packet, int offset) {
    Protocol known = flows.streamed(packet);
    Dissector protocol = known == null ? null : table.of(known);
    if (protocol == null || walk.next(packet, DataSource.FRAME) != null) {
      walk.alone(packet, offset);
      return;
    }
    for (DataSource kind : OUT_OF_TURN) {
      if (walk.next(packet, kind) != null) {
        packet.markSegment(kind);
        return;
      }
    }
    byte[] bytes = walk.next(packet, DataSource.TCP);
    if (bytes == null) {
      if (offset < packet.limit()) {
        walk.messages(packet, protocol, offset, TcpStreams.ends(packet));
      }
      return;
    }
    for (; bytes != null; bytes = walk.next(packet, DataSource.TCP)) {
      if (bytes.length == 0) {
        packet.markSegment(DataSource.TCP);
      } else {
        walk.within(packet, DataSource.TCP, bytes, protocol);
      }
    }
  }
}
