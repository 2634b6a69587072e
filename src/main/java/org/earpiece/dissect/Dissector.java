package org.earpiece.dissect;

import java.util.List;
import org.earpiece.packet.Field;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * Knows the wire format of one protocol. Stateless: one instance serves all threads. Adding a
 * protocol is one file that implements this and one line in {@link Dissectors}.
 */
public interface Dissector extends StreamFraming {
  /** The protocol whose layers this finds, and whose messages it finds in streams. */
  @Override
  Protocol protocol();

  /** The fields of this protocol, its {@link Field#protocol} first. */
  List<Field> fields();

  /** Says where this protocol hooks in. */
  void register(DissectorTable table);

  /**
   * Whether a payload that neither its flow nor its ports explain is of this protocol, asked where
   * it is registered as a heuristic: must be strict. Where dissect itself is strict, nothing is to
   * be added.
   */
  default boolean looksLikeMine(Packet packet, int offset) {
    return true;
  }

  /**
   * Looks at the layer that begins at {@code offset} (already added to the packet), sets addresses,
   * ports, limit and {@link Packet#next} as it knows them. No allocation: this is the hot loop.
   *
   * @return bytes of the header (the next layer begins behind it), TRUNCATED or NOT_MINE
   */
  int dissect(Packet packet, int offset);

  /**
   * What follows the messages of one direction of a stream.
   *
   * @param back what follows the other direction, or null where that is not followed
   */
  default StreamFraming framing(@Nullable StreamFraming back) {
    return this;
  }

  /** Adds this layer's part of the Info column. */
  default void info(Packet packet, int layer, StringBuilder out) {}

  /** The line of this layer in the detail tree. */
  default String title(Packet packet, int layer) {
    return protocol().title();
  }
}
