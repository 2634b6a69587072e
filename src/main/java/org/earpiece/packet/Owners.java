package org.earpiece.packet;

/**
 * What is known of the call and the stream that a packet belongs to. It changes as they go on. One
 * instance a thread.
 */
@FunctionalInterface
public interface Owners {
  /** Knows nothing: for packets that are looked at alone. */
  Owners NONE = (field, packet, out) -> {};

  /**
   * Adds what is known.
   *
   * @param field which of the fields that are about calls and streams
   * @param packet its call, stream and soft state are known
   */
  void add(int field, Packet packet, FieldValues out);
}
