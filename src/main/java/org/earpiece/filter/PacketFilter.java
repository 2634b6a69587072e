package org.earpiece.filter;

import java.util.function.Predicate;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** A compiled display filter. One instance a thread: it holds scratch space. */
public interface PacketFilter {
  /** What a filter must know of a packet to judge it; each asks for more than the one before. */
  enum Asks {
    /** Nothing: it accepts all packets. */
    ACCEPTS,
    /** Nothing: it accepts none. */
    REJECTS,
    /** The call and the stream that the packet belongs to. */
    OWNERS,
    /** What is kept of every frame, too: its number, its time. */
    INDEX,
    /** The packet. */
    PACKET
  }

  /** Whether the filter accepts a packet whose layers were walked as far as it asks. */
  boolean test(Packet packet);

  /** What must be known of a packet. */
  default Asks asks() {
    return Asks.PACKET;
  }

  /**
   * What is left of the filter for packets whose protocols are known: of {@code sip || call.mos <
   * 3} nothing where there is SIP, else the second part.
   */
  default PacketFilter given(Predicate<Protocol> has) {
    return this;
  }

  /** Whether its verdict on a packet may change as calls and streams go on. */
  default boolean joined() {
    return false;
  }

  /** Whether it must judge all packets in their order: it asks what was accepted before. */
  default boolean sequential() {
    return false;
  }

  /** The same filter for another thread. */
  PacketFilter copy();
}
