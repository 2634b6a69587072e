package org.earpiece.packet;

/**
 * What other packets say of a packet: fields that no packet has in itself ask here. One instance a
 * thread; the packets before the one asked of are known, those behind it are not.
 */
@FunctionalInterface
public interface Facts {
  /** Knows nothing: for packets that are looked at alone. */
  Facts NONE = (fact, packet, layer) -> Field.ABSENT;

  /**
   * What is known of a layer: a number, a frame's number, ns, or {@link Field#ABSENT}.
   *
   * @param layer of the protocol that the fact is about
   */
  long of(Fact fact, Packet packet, int layer);
}
