package org.earpiece.packet;

import org.jspecify.annotations.Nullable;

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

  /** What the request asked for that a layer is the response to; null where that is not known. */
  default @Nullable String requestUri(Packet packet, int layer) {
    return null;
  }

  /** Sees the parts that bytes were put together of. */
  @FunctionalInterface
  interface Parts {
    /** Bytes that came in a frame. */
    void part(int frame, int length);
  }

  /**
   * Shows the parts that a source of the packet's bytes was put together of, in the order of the
   * bytes; none where that is not known.
   */
  default void parts(Packet packet, int source, Parts visitor) {}
}
