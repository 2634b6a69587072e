package org.earpiece.dissect;

import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Protocol;

/**
 * Says where the messages of one direction of a byte stream begin and end. A {@link Dissector} says
 * it by the bytes alone, to any thread; where messages depend on those before them, or on those of
 * the other direction, {@link Dissector#framing} makes one that follows them, for the pipeline's
 * thread: what it says is kept for whoever reads a frame again.
 */
public interface StreamFraming {
  /** The bytes do not tell yet; a header is longer than what was captured. */
  int TRUNCATED = -1;

  /** The bytes are not of this protocol: no message begins here. */
  int NOT_MINE = -2;

  /** The messages of this protocol do not span the segments of a stream. */
  int NOT_STREAMED = -3;

  /** The message goes on to the end of the stream. */
  int TO_END = -4;

  /**
   * The protocol that whoever reads a frame again finds the messages of this stream by; another one
   * from when the stream was upgraded.
   */
  Protocol protocol();

  /**
   * Bytes of the message that begins at {@code from} in a stream of which those up to {@code to}
   * are there; more than those where the rest is still to come. What a stream's segments are put
   * together by.
   *
   * @return the length, at least 1; TRUNCATED where the bytes do not tell yet; TO_END; NOT_MINE
   *     where no message begins there; NOT_STREAMED where messages keep to their segments
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

  /** Whether the bytes of the next message alone tell its length to whoever reads them again. */
  default boolean tellsLength() {
    return true;
  }

  /**
   * The message that has begun is told now, with so many of its bytes, as it is too long to be
   * held, or bytes of it were lost: {@link #rest} knows which bytes belong to it still.
   */
  default void cutOff(int told) {}

  /** Bytes of the stream were lost behind those that were shown last. */
  default void lost(int count) {}

  /** How many of these bytes belong to a message that was cut off: they are passed over. */
  default int rest(ByteView bytes, int from, int to) {
    return 0;
  }

  /** A new connection begins on the same ports. */
  default void restart() {}
}
