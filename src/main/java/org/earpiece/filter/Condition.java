package org.earpiece.filter;

import org.earpiece.packet.Packet;

/** A part of a compiled filter. One thread. */
@FunctionalInterface
interface Condition {
  boolean holds(Packet packet);
}
