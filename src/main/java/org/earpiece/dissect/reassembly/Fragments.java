package org.earpiece.dissect.reassembly;

import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import org.earpiece.packet.DataSource;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.Packet;

/**
 * Puts IP datagrams together from their fragments (RFC 791 section 3.2, RFC 8200 section 4.5), as
 * they come. Where fragments overlap, the bytes that came first stay in IPv4; in IPv6 the datagram
 * is discarded (RFC 5722). Bounded in datagrams, bytes and time; what is given up is counted. The
 * pipeline's thread.
 */
public final class Fragments {
  /** Datagrams that wait for fragments at most; the oldest is given up. */
  public static final int MAX_DATAGRAMS = 4_096;

  /** Bytes of memory for those that wait; beyond, the oldest is given up. */
  public static final int MAX_BYTES = 32 << 20;

  /**
   * A datagram is given up this long after its first fragment came (RFC 791: 15 s and more), ns.
   */
  public static final long TIMEOUT_NANOS = 30_000_000_000L;

  /** Bytes of a datagram at most. */
  public static final int MAX_DATAGRAM = 65_535;

  private static final int UNIT = 8;

  /** What a fragment is to its datagram. */
  public enum Outcome {
    /** The last one missing: the packet has entered the datagram. */
    WHOLE,
    /** The beginning of a datagram whose rest has not come. */
    BEGINNING,
    /** A later part of one, or its beginning once more. */
    PART
  }

  /** Ordered, so that prepared hashes cost a search in a tree and not in a line. */
  private record Key(long srcHi, long srcLo, long dstHi, long dstLo, long id)
      implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparingLong(Key::id)
            .thenComparingLong(Key::srcLo)
            .thenComparingLong(Key::dstLo)
            .thenComparingLong(Key::srcHi)
            .thenComparingLong(Key::dstHi);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private final LinkedHashMap<Key, Datagram> waiting = new LinkedHashMap<>();
  private long bytes;
  private long discarded;

  /**
   * Takes the fragment whose payload begins at {@code offset}. Where it was the last one missing,
   * the packet enters the whole datagram, and knows the frame that was its beginning.
   */
  public Outcome take(Packet packet, int offset) {
    int length = packet.limit() - offset;
    int at = packet.fragment().offset();
    boolean more = packet.fragment().more();
    expire(packet.timeNanos());
    if (packet.truncated()
        || length <= 0
        || (more && length % UNIT != 0)
        || at + length > MAX_DATAGRAM) {
      discarded++;
      return at == 0 ? Outcome.BEGINNING : Outcome.PART;
    }
    Key key = key(packet);
    Datagram datagram = waiting.get(key);
    if (datagram == null) {
      datagram = new Datagram(packet.timeNanos(), !IpAddress.isV4(packet.srcHi(), packet.srcLo()));
      waiting.put(key, datagram);
      bytes += datagram.capacity();
    }
    int before = datagram.capacity();
    int from = packet.bytes().arrayOffset() + offset;
    Datagram.Outcome outcome =
        datagram.add(packet.number(), packet.bytes().array(), from, length, at, more);
    bytes += datagram.capacity() - before;
    return settle(packet, key, datagram, outcome);
  }

  private Outcome settle(Packet packet, Key key, Datagram datagram, Datagram.Outcome outcome) {
    switch (outcome) {
      case WAITS -> shrink();
      case CONTRADICTS -> {
        forget(key, datagram);
        discarded++;
      }
      case COMPLETE -> {
        forget(key, datagram);
        packet.fragment().began(datagram.firstFrame());
        packet.sources().nextMadeOf(datagram.parts());
        if (packet.enter(DataSource.IP, datagram.bytes(), 0, datagram.length())) {
          return Outcome.WHOLE;
        }
      }
    }
    boolean begins = packet.fragment().offset() == 0 && datagram.begins(packet.number());
    return begins ? Outcome.BEGINNING : Outcome.PART;
  }

  private void forget(Key key, Datagram datagram) {
    waiting.remove(key);
    bytes -= datagram.capacity();
  }

  private void expire(long now) {
    Iterator<Datagram> oldest = waiting.values().iterator();
    while (oldest.hasNext()) {
      Datagram datagram = oldest.next();
      if (now - datagram.beganNanos < TIMEOUT_NANOS) {
        return;
      }
      giveUp(oldest, datagram);
    }
  }

  private void shrink() {
    Iterator<Datagram> oldest = waiting.values().iterator();
    while (waiting.size() > MAX_DATAGRAMS || bytes > MAX_BYTES) {
      giveUp(oldest, oldest.next());
    }
  }

  private void giveUp(Iterator<Datagram> oldest, Datagram datagram) {
    oldest.remove();
    bytes -= datagram.capacity();
    discarded++;
  }

  private static Key key(Packet p) {
    return new Key(p.srcHi(), p.srcLo(), p.dstHi(), p.dstLo(), p.fragment().id());
  }

  /** Datagrams that wait for fragments. */
  public int waiting() {
    return waiting.size();
  }

  /** Bytes of memory that those take. */
  public long bytes() {
    return bytes;
  }

  /** Fragments and datagrams that were given up: contradictory, cut, too many or too late. */
  public long discarded() {
    return discarded;
  }
}
