package org.earpiece.session.listing;

import org.earpiece.bytes.ByteView;
import org.earpiece.packet.FieldText;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** The source and the destination of a packet: of its network, or of Ethernet where it has none. */
public final class PacketEnds {
  private static final int ETHER = 6;

  private PacketEnds() {}

  /** The source as text, or empty where there is none. */
  public static String source(Packet p) {
    return p.hasAddresses() ? IpAddress.text(p.srcHi(), p.srcLo()) : ether(p, ETHER);
  }

  /** The destination as text, or empty where there is none. */
  public static String destination(Packet p) {
    return p.hasAddresses() ? IpAddress.text(p.dstHi(), p.dstLo()) : ether(p, 0);
  }

  private static String ether(Packet p, int at) {
    int layer = p.find(Protocol.ETHERNET);
    boolean there = layer >= 0 && p.offset(layer) + at <= p.end(layer) - ETHER;
    return there ? FieldText.ether(p.bytes(layer), p.offset(layer) + at) : "";
  }

  /** What orders a source, or a destination: IPv4, then IPv6, then Ethernet, each by number. */
  record Key(int kind, long hi, long lo) implements Comparable<Key> {
    private static final int IPV4 = 0;
    private static final int IPV6 = 1;
    private static final int ETHERNET = 2;
    private static final int NOTHING = 3;

    static Key of(Packet p, boolean source) {
      if (p.hasAddresses()) {
        long hi = source ? p.srcHi() : p.dstHi();
        long lo = source ? p.srcLo() : p.dstLo();
        return new Key(IpAddress.isV4(hi, lo) ? IPV4 : IPV6, hi, lo);
      }
      int layer = p.find(Protocol.ETHERNET);
      int at = layer < 0 ? 0 : p.offset(layer) + (source ? ETHER : 0);
      if (layer < 0 || at > p.end(layer) - ETHER) {
        return new Key(NOTHING, 0, 0);
      }
      ByteView bytes = p.bytes(layer);
      return new Key(ETHERNET, 0, bytes.unsigned(at, ETHER));
    }

    boolean missing() {
      return kind == NOTHING;
    }

    @Override
    public int compareTo(Key other) {
      int byKind = Integer.compare(kind, other.kind);
      int byHigh = Long.compareUnsigned(hi, other.hi);
      return byKind != 0 ? byKind : byHigh != 0 ? byHigh : Long.compareUnsigned(lo, other.lo);
    }
  }
}
