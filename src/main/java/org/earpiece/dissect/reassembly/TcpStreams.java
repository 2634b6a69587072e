package org.earpiece.dissect.reassembly;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.StreamFraming;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * The TCP streams whose messages are followed: those of protocols that span segments. Bounded in
 * streams and bytes; the one unseen for longest is given up. The pipeline's thread.
 */
public final class TcpStreams {
  /** Directions of connections that are followed at most. */
  public static final int MAX_STREAMS = 20_000;

  /** Bytes of memory for what waits in all of them. */
  public static final long MAX_BYTES = 64L << 20;

  /** Bytes of a message that are held at most; it is told as far as it is there, then. */
  public static final int MAX_OPEN = 2 << 20;

  /** Streams that are over and remembered at most, for segments of them that come again. */
  static final int MAX_ENDED = 4_096;

  private static final int SEQUENCE = 4;
  private static final int ACKNOWLEDGMENT = 8;
  private static final int FLAGS = 13;
  private static final int FIN = 0x01;
  private static final int SYN = 0x02;
  private static final int RST = 0x04;
  private static final int ACK = 0x10;

  private final LinkedHashMap<Integer, TcpStream> streams = new LinkedHashMap<>(16, 0.75f, true);
  private final LinkedHashMap<Integer, TcpStream> ended = new LinkedHashMap<>();
  private @Nullable TcpStream current;
  private int waiting;
  private long bytes;
  private long discarded;

  /** What is to be done with the bytes of a segment. */
  public enum Result {
    /** Its stream is not followed. */
    UNKNOWN,
    /** There are none. */
    NOTHING,
    /** Messages begin and end in it: they are looked at in place. */
    IN_PLACE,
    /** They and bytes before them make {@link #ready}. */
    JOINED,
    RETRANSMISSION,
    OUT_OF_ORDER
  }

  /** What follows the messages of the stream that was taken last; null where nothing does. */
  public @Nullable StreamFraming framing() {
    return current == null ? null : current.framing();
  }

  /**
   * Begins to follow the packet's stream, its next byte that of this packet's payload.
   *
   * @param back the flow of the other direction, or {@link Packet#NONE}
   */
  public void follow(Packet packet, Dissector protocol, int back) {
    int tcp = lastTcp(packet);
    int sequence = packet.bytes(tcp).i32(packet.offset(tcp) + SEQUENCE);
    int syn = (flags(packet, tcp) & SYN) != 0 ? 1 : 0;
    TcpStream other = streams.getOrDefault(back, ended.get(back));
    StreamFraming framing = protocol.framing(other == null ? null : other.framing());
    streams.put(packet.flow(), new TcpStream(packet.flow(), framing, sequence + syn));
    ended.remove(packet.flow());
    shrink();
  }

  /**
   * Takes the segment whose payload begins at {@code offset}.
   *
   * @param back the flow of the other direction, or {@link Packet#NONE}
   */
  public Result take(Packet packet, int offset, int back) {
    int tcp = lastTcp(packet);
    int flags = flags(packet, tcp);
    ByteView header = packet.bytes(tcp);
    if (waiting > 0 && (flags & ACK) != 0) {
      TcpStream other = streams.get(back);
      if (other != null) {
        other.acknowledged(header.i32(packet.offset(tcp) + ACKNOWLEDGMENT));
      }
    }
    TcpStream stream = streams.get(packet.flow());
    current = stream;
    int sequence = header.i32(packet.offset(tcp) + SEQUENCE);
    if (stream == null) {
      return afterEnd(packet, offset, sequence);
    }
    if ((flags & SYN) != 0) {
      count(stream, -1);
      stream.restart(sequence + 1);
      count(stream, 1);
    }
    Result result = payload(packet, offset, stream, sequence);
    boolean over = ends(flags) && result != Result.OUT_OF_ORDER;
    return over ? over(packet, stream, result) : result;
  }

  /** A segment of no stream that goes on: one that comes again behind the end, or another. */
  private Result afterEnd(Packet packet, int offset, int sequence) {
    TcpStream stream = ended.get(packet.flow());
    int length = packet.limit() - offset;
    boolean again = stream != null && length > 0 && stream.had(sequence, length + lost(packet));
    return again ? Result.RETRANSMISSION : Result.UNKNOWN;
  }

  private Result payload(Packet packet, int offset, TcpStream stream, int sequence) {
    int length = packet.limit() - offset;
    int lost = lost(packet);
    if (length + lost <= 0) {
      stream.ready().clear();
      return Result.NOTHING;
    }
    count(stream, -1);
    ByteView bytes = packet.bytes();
    TcpStream.Segment segment =
        stream.take(
            sequence,
            packet.number(),
            bytes.array(),
            bytes.arrayOffset() + offset,
            length,
            lost,
            packet.timeNanos());
    count(stream, 1);
    shrink();
    return switch (segment) {
      case IN_PLACE -> Result.IN_PLACE;
      case JOINED -> Result.JOINED;
      case RETRANSMISSION -> Result.RETRANSMISSION;
      case OUT_OF_ORDER -> Result.OUT_OF_ORDER;
    };
  }

  /** Nothing follows on this stream: what is open is cut. */
  private Result over(Packet packet, TcpStream stream, Result result) {
    count(stream, -1);
    streams.remove(stream.flow);
    stream.end(packet.number());
    ended.put(stream.flow, stream);
    if (ended.size() > MAX_ENDED) {
      ended.remove(ended.firstEntry().getKey());
    }
    boolean more = result != Result.IN_PLACE && !stream.ready().isEmpty();
    return more ? Result.JOINED : result;
  }

  /** Whether nothing follows in this direction of the packet's connection. */
  public static boolean ends(Packet packet) {
    return ends(flags(packet, lastTcp(packet)));
  }

  private static boolean ends(int flags) {
    return (flags & (FIN | RST)) != 0;
  }

  /** Keeps the end of a segment that was looked at in place, a message beginning in it. */
  public void keepOpen(Packet packet, int from) {
    TcpStream stream = streams.get(packet.flow());
    if (stream != null) {
      ByteView bytes = packet.bytes();
      count(stream, -1);
      int length = packet.limit() - from;
      stream.keepOpen(packet.number(), bytes.array(), bytes.arrayOffset() + from, length);
      count(stream, 1);
      shrink();
    }
  }

  /** What the last segment made whole, in order; the last message of each may be cut. */
  public List<Joined> ready() {
    return current == null ? List.of() : current.ready();
  }

  private void count(TcpStream stream, int sign) {
    bytes += (long) sign * stream.bytes();
    waiting += stream.waits() ? sign : 0;
  }

  private void shrink() {
    while (streams.size() > MAX_STREAMS || (bytes > MAX_BYTES && streams.size() > 1)) {
      Iterator<TcpStream> oldest = streams.values().iterator();
      TcpStream stream = oldest.next();
      oldest.remove();
      count(stream, -1);
      discarded++;
    }
  }

  /** Bytes of the segment that were sent and not captured. */
  private static int lost(Packet packet) {
    boolean cut = packet.truncated() && packet.source() == 0;
    return cut ? Math.max(0, packet.length() - packet.capturedLength()) : 0;
  }

  /** The innermost TCP layer: the one just walked. */
  private static int lastTcp(Packet packet) {
    int layer = packet.layers() - 1;
    while (packet.protocol(layer) != Protocol.TCP) {
      layer--;
    }
    return layer;
  }

  private static int flags(Packet packet, int tcp) {
    return packet.bytes(tcp).u8(packet.offset(tcp) + FLAGS);
  }

  /** Whether any stream waits for a segment that is missing. */
  public boolean waiting() {
    return waiting > 0;
  }

  /** Streams that are followed. */
  public int size() {
    return streams.size();
  }

  /** Bytes of memory for what waits. */
  public long bytes() {
    return bytes;
  }

  /** Streams that were given up for want of room. */
  public long discarded() {
    return discarded;
  }
}
