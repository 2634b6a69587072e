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

  /** What a frame has to do with an earlier one. */
  enum Tie {
    /** It answers, or reports on, what the earlier one said. */
    ANSWER,
    /** It says the same again. */
    REPETITION,
    /** It ends what the earlier one is a part of. */
    WHOLE
  }

  /** Sees frames that have to do with a packet. */
  @FunctionalInterface
  interface Related {
    /** A frame, by its number. */
    void frame(Tie tie, int frame);
  }

  /**
   * Shows the frames that have to do with a packet, beside those that facts tell: those behind it,
   * as far as they have come, the first ones of each tie, in order; and the request before it that
   * a response answers which came over TCP. For a person who looks at one packet: filters ask for
   * facts, which are Wireshark's.
   */
  default void related(Packet packet, Related visitor) {}
}
