package org.earpiece.dissect.tls;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.StreamFraming;
import org.earpiece.dissect.reassembly.OrderedStream;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * The TLS connections of a capture that are followed, each of two flows, and the messages in what
 * they hold. Bounded; the one unseen for longest is given up. The pipeline's thread.
 */
public final class TlsStreams {
  /** Connections that are followed at most. */
  public static final int MAX_CONNECTIONS = 10_000;

  /** Bytes of memory for what is not whole in all of them. */
  public static final long MAX_BYTES = 64L << 20;

  /** Bytes that are decrypted at most of a connection that carries nothing known here. */
  public static final int MAX_UNKNOWN = 1 << 20;

  /** Bytes that one side says at most before it is clear what it speaks. */
  private static final int MAX_UNDECIDED = 1 << 14;

  private static final int SIDES = 2;
  private static final int SIPS = 5061;

  private final TlsEngine engine;
  private final List<Dissector> known;
  private final Map<Integer, Connection> byFlow = new HashMap<>();
  private final LinkedHashMap<Connection, Boolean> all = new LinkedHashMap<>(16, 0.75f, true);
  private final ByteView view = new ByteView();
  private final long[] ofSips = new long[Sealed.values().length];
  private final long[] ofOthers = new long[Sealed.values().length];
  private Sealed sealed = Sealed.OPEN;
  private long bytes;
  private long discarded;

  /** One connection. */
  private final class Connection implements TlsConnection.Sink {
    final int[] flows = {Packet.NONE, Packet.NONE};
    final List<List<byte[]>> ready = List.of(new ArrayList<>(), new ArrayList<>());
    TlsConnection tls = new TlsConnection(engine);
    @Nullable Dissector protocol;
    boolean unknown;
    private final long[] counted;
    private Sealed sealed = Sealed.OPEN;
    private long unknownBytes;
    private final @Nullable OrderedStream[] streams = new OrderedStream[SIDES];
    private final ByteArrayOutputStream[] undecided = {
      new ByteArrayOutputStream(0), new ByteArrayOutputStream(0)
    };

    Connection(long[] counted) {
      this.counted = counted;
      counted[sealed.ordinal()]++;
    }

    int side(int flow) {
      return flows[0] == flow ? 0 : 1;
    }

    /** Another connection on the same ports. */
    void restart() {
      tls.close();
      tls = new TlsConnection(engine);
      sealed = Sealed.OPEN;
      counted[sealed.ordinal()]++;
      protocol = null;
      unknown = false;
      for (int side = 0; side < SIDES; side++) {
        streams[side] = null;
        forgetUndecided(side);
        ready.get(side).clear();
      }
    }

    @Override
    public void plaintext(int side, byte[] array, int offset, int length) {
      OrderedStream stream = streams[side];
      if (stream != null) {
        ready.get(side).addAll(stream.take(array, offset, length));
      } else if (unknown) {
        keepUnknown(side, array, offset, length);
      } else {
        undecided[side].write(array, offset, length);
        decide(side);
      }
    }

    private void keepUnknown(int side, byte[] array, int offset, int length) {
      unknownBytes += length;
      if (unknownBytes <= MAX_UNKNOWN) {
        ready.get(side).add(view.wrap(array, offset, length).copy(0, length));
      }
    }

    /** What is spoken, once one of the sides has said enough. */
    private void decide(int side) {
      byte[] said = undecided[side].toByteArray();
      boolean mayBe = false;
      for (int i = 0; i < known.size() && protocol == null; i++) {
        Dissector candidate = known.get(i);
        view.wrap(said);
        int from = candidate.filler(view, 0, said.length);
        int length = candidate.streamLength(view, from, said.length);
        boolean begins = length > 0 || length == StreamFraming.TO_END;
        if (from < said.length && begins) {
          protocol = candidate;
        }
        mayBe |= from == said.length || length == Dissector.TRUNCATED;
      }
      if (protocol != null) {
        begin(protocol);
      } else if (!mayBe || said.length >= MAX_UNDECIDED) {
        unknown = true;
        flushUnknown();
      }
    }

    private void begin(Dissector spoken) {
      for (int side = 0; side < SIDES; side++) {
        OrderedStream stream = new OrderedStream(spoken, streams[0]);
        streams[side] = stream;
        byte[] said = undecided[side].toByteArray();
        ready.get(side).addAll(stream.take(said, 0, said.length));
        forgetUndecided(side);
      }
    }

    private void flushUnknown() {
      for (int side = 0; side < SIDES; side++) {
        byte[] said = undecided[side].toByteArray();
        if (said.length > 0) {
          keepUnknown(side, said, 0, said.length);
        }
        forgetUndecided(side);
      }
    }

    private void forgetUndecided(int side) {
      undecided[side] = new ByteArrayOutputStream(0);
    }

    /** Counts the connection as what it is now. */
    void count() {
      Sealed now = tls.state().sealed();
      counted[sealed.ordinal()]--;
      counted[now.ordinal()]++;
      sealed = now;
    }

    /** Bytes of memory for what is not whole, or was not asked for yet. */
    int bytes() {
      int held = tls.bytes();
      for (int side = 0; side < SIDES; side++) {
        OrderedStream stream = streams[side];
        held += undecided[side].size() + (stream == null ? 0 : stream.bytes());
        for (byte[] each : ready.get(side)) {
          held += each.length;
        }
      }
      return held;
    }

    @Override
    public void missing(int side) {
      OrderedStream stream = streams[side];
      if (stream != null) {
        ready.get(side).addAll(stream.missing());
      }
    }
  }

  /**
   * Streams of nothing yet.
   *
   * @param known the protocols whose messages are found in what is decrypted, in order
   */
  public TlsStreams(TlsSecrets secrets, List<Dissector> known) {
    this.engine = new TlsEngine(secrets);
    this.known = known;
  }

  /**
   * Takes records that came on the packet's flow, in order.
   *
   * @param back the flow of the other direction, or {@link Packet#NONE}
   * @return what they made whole of the messages of this direction; bytes as they came where the
   *     protocol is not known
   */
  public List<byte[]> take(Packet packet, int back, int from, int to) {
    Connection connection = connection(packet, back);
    bytes -= connection.bytes();
    int side = connection.side(packet.flow());
    ByteView records = packet.bytes();
    byte[] array = records.array();
    int at = records.arrayOffset() + from;
    if (connection.tls.agreed() && TlsConnection.beginsWith(array, at, to - from)) {
      connection.restart();
    }
    connection.tls.feed(side, array, at, to - from, connection);
    connection.count();
    sealed = connection.sealed;
    List<byte[]> whole = List.copyOf(connection.ready.get(side));
    connection.ready.get(side).clear();
    bytes += connection.bytes();
    shrink();
    return whole;
  }

  /** The stream with this flow's number ends: what is there of a message that has begun. */
  public List<byte[]> end(int flow) {
    Connection connection = byFlow.get(flow);
    OrderedStream stream = connection == null ? null : connection.streams[connection.side(flow)];
    if (connection == null || stream == null) {
      return List.of();
    }
    bytes -= connection.bytes();
    List<byte[]> ready = stream.missing();
    bytes += connection.bytes();
    return ready;
  }

  private Connection connection(Packet packet, int back) {
    int flow = packet.flow();
    Connection connection = byFlow.get(flow);
    if (connection == null) {
      connection = byFlow.get(back);
      if (connection == null || connection.flows[1] != Packet.NONE) {
        boolean sips = packet.sport() == SIPS || packet.dport() == SIPS;
        connection = new Connection(sips ? ofSips : ofOthers);
        connection.flows[0] = flow;
      } else {
        connection.flows[1] = flow;
      }
      byFlow.put(flow, connection);
    }
    all.put(connection, true);
    return connection;
  }

  private void shrink() {
    while (all.size() > MAX_CONNECTIONS || (bytes > MAX_BYTES && all.size() > 1)) {
      Iterator<Connection> oldest = all.keySet().iterator();
      discard(oldest.next());
      oldest.remove();
    }
  }

  private void discard(Connection connection) {
    bytes -= connection.bytes();
    connection.tls.close();
    byFlow.remove(connection.flows[0]);
    byFlow.remove(connection.flows[1]);
    discarded++;
  }

  /** Why what the connection of the bytes taken last says is not shown. */
  public Sealed sealed() {
    return sealed;
  }

  /**
   * Connections that are not decrypted for this reason: of all where there are secrets, else those
   * that carry SIP by their port, as nobody asks for the others.
   */
  public long sealed(Sealed why) {
    return ofSips[why.ordinal()] + (engine.secrets.isEmpty() ? 0 : ofOthers[why.ordinal()]);
  }

  /** Bytes of memory for what is not whole. */
  public long bytes() {
    return bytes;
  }

  /** What is inside the TLS of the stream with this flow's number, or null. */
  public @Nullable Protocol protocol(int flow) {
    Connection connection = byFlow.get(flow);
    OrderedStream stream = connection == null ? null : connection.streams[connection.side(flow)];
    return stream == null ? null : stream.protocol();
  }

  /** What the connections share, and what they count. */
  public TlsEngine engine() {
    return engine;
  }

  /** Connections that were given up for want of room. */
  public long discarded() {
    return discarded;
  }
}
