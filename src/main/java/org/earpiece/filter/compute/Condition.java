package org.earpiece.filter.compute;

import org.earpiece.packet.Packet;

/** A part of a compiled filter. One thread. */
@FunctionalInterface
public interface Condition {
  boolean holds(Packet packet);
}
