package org.earpiece.filter;

import java.util.EnumSet;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** A compiled display filter. One instance a thread: it holds scratch space. */
public interface PacketFilter {
  /** Whether the filter accepts a packet whose layers were walked. */
  boolean test(Packet packet);

  /**
   * Protocols of which a packet must have one for the filter to accept it; empty where no such
   * promise can be made. A scan skips packets that have none of them.
   */
  EnumSet<Protocol> needs();

  /** The same filter for another thread. */
  PacketFilter copy();
}
