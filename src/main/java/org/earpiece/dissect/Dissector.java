package org.earpiece.dissect;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Field;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/**
 * Knows the wire format of one protocol. Stateless: one instance serves all threads. Adding a
 * protocol is one file that implements this and one line in {@link Dissectors}.
 */
public interface Dissector {
  /** The header is longer than what was captured. */
  int TRUNCATED = -1;

  /** The bytes are not of this protocol. */
  int NOT_MINE = -2;

  /** The messages of this protocol do not span the segments of a stream. */
  int NOT_STREAMED = -3;

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
   * Bytes of the message that begins at {@code from} in a stream of which those up to {@code to}
   * are there; more than those where the rest is still to come. What a stream's segments are put
   * together by.
   *
   * @return the length, at least 1; TRUNCATED where the bytes do not tell yet; NOT_MINE where no
   *     message begins there; NOT_STREAMED where messages keep to their segments
   */
  default int streamLength(ByteView bytes, int from, int to) {
    return NOT_STREAMED;
  }

  /**
   * Whether bytes from {@code added} on can have changed what {@link #streamLength} answered before
   * they were there: keeps the cost of messages in tiny segments linear.
   */
  default boolean mayTell(ByteView bytes, int from, int added, int to) {
    return true;
  }

  /** Bytes from {@code from} on that stand between messages and mean nothing. */
  default int filler(ByteView bytes, int from, int to) {
    return 0;
  }

  /**
   * The first position from {@code from} on where a message begins after some bytes were lost, or
   * {@code to}.
   */
  default int resynchronise(ByteView bytes, int from, int to) {
    return to;
  }

  /**
   * The protocol of the message that begins at {@code from} in a stream of this one: another where
   * the stream was upgraded.
   */
  default Protocol spoken(ByteView bytes, int from, int to) {
    return protocol();
  }

  /** Adds this layer's part of the Info column. */
  default void info(Packet packet, int layer, StringBuilder out) {}

  /** The line of this layer in the detail tree. */
  default String title(Packet packet, int layer) {
    return protocol().title();
  }
}
