package org.earpiece.dissect.relations;

import org.earpiece.bytes.SparseRows;
import org.earpiece.packet.Fact;
import org.earpiece.packet.Facts;
import org.earpiece.packet.Field;
import org.earpiece.packet.Packet;
import org.earpiece.packet.TcpMark;
import org.jspecify.annotations.Nullable;

/** Answers from what the pipeline found. One instance a thread: it remembers where it looked. */
final class KnownFacts implements Facts {
  private static final long ABSENT = Field.ABSENT;
  private static final int MARKS = (1 << TcpMark.values().length) - 1;
  private static final long LOW = 0xFFFF_FFFFL;

  private final TcpConversations tcp;
  private final ExchangeRows exchanges;
  private final ExchangeRows overTcp;
  private final HttpExchanges http;
  private final Announcements announcements;
  private final SequenceCycles cycles;
  private final SparseRows layers;
  private final SparseRows parts;
  private final UdpConversations udp;
  private final FrameFlows frames;
  private int segment = SparseRows.NONE;
  private int repetition = SparseRows.NONE;
  private int exchange = SparseRows.NONE;
  private int ofHttp = SparseRows.NONE;
  private int layerOfUdp = SparseRows.NONE;

  KnownFacts(Relations known, UdpConversations udp, FrameFlows frames) {
    tcp = known.tcp;
    exchanges = known.exchanges;
    overTcp = known.overTcp;
    http = known.http;
    announcements = known.flows.announcements();
    cycles = known.cycles;
    layers = known.layers.rows;
    parts = known.parts.rows;
    this.udp = udp;
    this.frames = frames;
  }

  @Override
  public long of(Fact fact, Packet packet, int layer) {
    return switch (fact) {
      case TCP_STREAM,
          TCP_BASE,
          TCP_BASE_ACKNOWLEDGED,
          TCP_WINDOW_SHIFT,
          TCP_SINCE_FIRST,
          TCP_SINCE_PREVIOUS,
          TCP_COMPLETENESS,
          TCP_MARKS,
          TCP_ACKNOWLEDGED_FRAME,
          TCP_ROUND_TRIP,
          TCP_INITIAL_ROUND_TRIP,
          TCP_IN_FLIGHT,
          TCP_PUSHED ->
          segment(fact, packet, layer);
      case TCP_REPEATED_FRAME, TCP_SINCE_REPEATED, TCP_DUPLICATES, TCP_DUPLICATE_OF ->
          repetition(fact, packet, layer);
      case UDP_STREAM, UDP_SINCE_FIRST, UDP_SINCE_PREVIOUS -> datagram(fact, packet, layer);
      case REQUEST_FRAME, SINCE_REQUEST, ORIGINAL_FRAME -> exchange(fact, packet, layer);
      case EXCHANGE_NUMBER -> ofHttp(packet, layer, HttpExchanges.NUMBER);
      case PREVIOUS_REQUEST_FRAME -> ofHttp(packet, layer, HttpExchanges.PREVIOUS_REQUEST);
      case PREVIOUS_RESPONSE_FRAME -> ofHttp(packet, layer, HttpExchanges.PREVIOUS_RESPONSE);
      case EXTENDED_SEQUENCE -> cycles.extended(packet, layer);
      case SETUP_FRAME -> orAbsent(announcements.setup(packet));
    };
  }

  @Override
  public void parts(Packet packet, int source, Parts visitor) {
    long key = Key.of(packet.number(), source);
    int size = parts.size();
    for (int row = parts.first(key); row < size && parts.key(row) == key; row++) {
      visitor.part(parts.get(row, SourceParts.FRAME), parts.get(row, SourceParts.LENGTH));
    }
  }

  @Override
  public @Nullable String requestUri(Packet packet, int layer) {
    long uri = ofHttp(packet, layer, HttpExchanges.URI);
    return uri == ABSENT ? null : http.uri((int) uri);
  }

  private long ofHttp(Packet packet, int layer, int column) {
    int row = http.rows.find(Key.of(packet.number(), layer), ofHttp);
    if (row == SparseRows.NONE) {
      return ABSENT;
    }
    ofHttp = row;
    return orAbsent(http.rows.get(row, column));
  }

  @Override
  public void related(Packet packet, Related visitor) {
    int frame = packet.number();
    int size = overTcp.rows.size();
    for (int row = overTcp.rows.first(Key.of(frame, 0));
        row < size && Key.frame(overTcp.rows.key(row)) == frame;
        row++) {
      int request = overTcp.rows.get(row, ExchangeRows.REQUEST);
      if (request != 0) {
        visitor.frame(Tie.ANSWER, request);
      }
    }
    LaterFrames.find(overTcp.rows, ExchangeRows.REQUEST, frame, Tie.ANSWER, visitor);
    LaterFrames.find(exchanges.rows, ExchangeRows.REQUEST, frame, Tie.ANSWER, visitor);
    LaterFrames.find(exchanges.rows, ExchangeRows.ORIGINAL, frame, Tie.REPETITION, visitor);
    LaterFrames.find(tcp.repetitions, TcpConversations.REPEATED, frame, Tie.REPETITION, visitor);
    LaterFrames.find(parts, SourceParts.FRAME, frame, Tie.WHOLE, visitor);
  }

  private static long orAbsent(long number) {
    return number == 0 ? ABSENT : number;
  }

  private long segment(Fact fact, Packet packet, int layer) {
    int row = tcp.rows.find(Key.of(packet.number(), layer), segment);
    if (row == SparseRows.NONE) {
      return ABSENT;
    }
    segment = row;
    int stream = tcp.rows.get(row, TcpConversations.STREAM);
    int bits = tcp.rows.get(row, TcpConversations.BITS);
    boolean forward = (bits & TcpConversations.FORWARD) != 0;
    boolean quoted = (bits & TcpConversations.QUOTED) != 0;
    return switch (fact) {
      case TCP_STREAM -> stream;
      case TCP_BASE -> quoted ? ABSENT : base(stream, forward);
      case TCP_BASE_ACKNOWLEDGED -> quoted ? ABSENT : base(stream, !forward);
      case TCP_WINDOW_SHIFT -> tcp.shift(stream, forward);
      case TCP_COMPLETENESS -> bits >>> TcpConversations.COMPLETENESS_SHIFT;
      case TCP_MARKS -> bits & MARKS;
      case TCP_SINCE_FIRST -> packet.timeNanos() - tcp.firstNanos(stream);
      case TCP_SINCE_PREVIOUS -> {
        int previous = tcp.rows.get(row, TcpConversations.PREVIOUS);
        yield previous == 0 ? 0 : since(packet, previous);
      }
      case TCP_ACKNOWLEDGED_FRAME -> orAbsent(tcp.rows.get(row, TcpConversations.ACKNOWLEDGED));
      case TCP_ROUND_TRIP ->
          orAbsent(since(packet, tcp.rows.get(row, TcpConversations.ACKNOWLEDGED)));
      case TCP_INITIAL_ROUND_TRIP ->
          (bits & TcpConversations.TIMED) != 0 ? tcp.roundTrip(stream) : ABSENT;
      case TCP_IN_FLIGHT -> orAbsent(tcp.rows.get(row, TcpConversations.IN_FLIGHT));
      case TCP_PUSHED -> orAbsent(tcp.rows.get(row, TcpConversations.PUSHED));
      default -> ABSENT;
    };
  }

  private long base(int stream, boolean forward) {
    return tcp.hasBase(stream, forward) ? tcp.base(stream, forward) & LOW : ABSENT;
  }

  private long repetition(Fact fact, Packet packet, int layer) {
    int row = tcp.repetitions.find(Key.of(packet.number(), layer), repetition);
    if (row == SparseRows.NONE) {
      return ABSENT;
    }
    repetition = row;
    int repeated = tcp.repetitions.get(row, TcpConversations.REPEATED);
    return switch (fact) {
      case TCP_REPEATED_FRAME -> since(packet, repeated) == 0 ? ABSENT : orAbsent(repeated);
      case TCP_SINCE_REPEATED -> orAbsent(since(packet, repeated));
      case TCP_DUPLICATES -> orAbsent(tcp.repetitions.get(row, TcpConversations.DUPLICATES));
      case TCP_DUPLICATE_OF -> orAbsent(tcp.repetitions.get(row, TcpConversations.DUPLICATE_OF));
      default -> ABSENT;
    };
  }

  /** How long before a packet a frame came; absent where there was none, or it is let go. */
  private long since(Packet packet, int frame) {
    long then = frame == 0 ? 0 : frames.timeNanos(frame);
    return then == 0 ? ABSENT : packet.timeNanos() - then;
  }

  private long datagram(Fact fact, Packet packet, int layer) {
    int frame = packet.number();
    int row = layers.find(Key.of(frame, layer), layerOfUdp);
    layerOfUdp = row == SparseRows.NONE ? layerOfUdp : row;
    int stream = row == SparseRows.NONE ? udp.stream(frame) : udp.streamOf(frame, row);
    if (stream < 0) {
      return ABSENT;
    }
    return switch (fact) {
      case UDP_STREAM -> stream;
      case UDP_SINCE_FIRST -> since(packet, udp.first(stream));
      default -> {
        int previous = row == SparseRows.NONE ? udp.previous(frame) : udp.previousOf(frame, row);
        yield previous == 0 ? 0 : since(packet, previous);
      }
    };
  }

  private long exchange(Fact fact, Packet packet, int layer) {
    int row = exchanges.rows.find(Key.of(packet.number(), layer), exchange);
    if (row == SparseRows.NONE) {
      return ABSENT;
    }
    exchange = row;
    int request = exchanges.rows.get(row, ExchangeRows.REQUEST);
    return switch (fact) {
      case REQUEST_FRAME -> orAbsent(request);
      case ORIGINAL_FRAME -> orAbsent(exchanges.rows.get(row, ExchangeRows.ORIGINAL));
      default -> request == 0 ? ABSENT : exchanges.nanos(row);
    };
  }
}
