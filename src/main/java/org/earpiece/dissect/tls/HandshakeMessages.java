package org.earpiece.dissect.tls;

import java.util.Arrays;

/**
 * Puts the handshake messages of one side together, which may be spread over records or share one
 * (RFC 8446 section 5.1). What is longer than {@link #MAX_MESSAGE} is passed over. One thread.
 */
final class HandshakeMessages {
  /** Bytes of type and length in front of a message. */
  static final int HEADER = 4;

  /** Bytes of a message at most; certificates of many links are the longest. */
  static final int MAX_MESSAGE = 64 << 10;

  private static final byte[] NOTHING = new byte[0];

  /** Takes whole messages; the bytes are valid during the call only. */
  interface Receiver {
    /**
     * A message, its header in front.
     *
     * @param whole false where it is too long: then there is nothing but its header
     */
    void message(int side, byte[] array, int offset, int length, boolean whole);
  }

  private final int side;
  private final Receiver receiver;
  private byte[] held = NOTHING;
  private int length;

  /** Bytes of a message that is passed over, still to come. */
  private int skip;

  HandshakeMessages(int side, Receiver receiver) {
    this.side = side;
    this.receiver = receiver;
  }

  /** Bytes of memory for a message that is not whole. */
  int bytes() {
    return held.length;
  }

  /** Forgets a message that has begun. */
  void reset() {
    held = NOTHING;
    length = 0;
    skip = 0;
  }

  /** Takes the content of a record of handshake messages. */
  void feed(byte[] array, int offset, int count) {
    int at = offset;
    int end = offset + count;
    while (at < end) {
      if (skip > 0) {
        int passed = Math.min(skip, end - at);
        skip -= passed;
        at += passed;
      } else if (length == 0 && end - at >= HEADER && end - at >= size(array, at)) {
        int size = size(array, at);
        receiver.message(side, array, at, size, true);
        at += size;
      } else {
        at = hold(array, at, end);
      }
    }
  }

  private static int size(byte[] array, int at) {
    return HEADER
        + ((array[at + 1] & 0xFF) << 16 | (array[at + 2] & 0xFF) << 8 | (array[at + 3] & 0xFF));
  }

  /** Keeps the beginning of a message; returns how far it has taken the bytes. */
  private int hold(byte[] array, int at, int end) {
    int wanted = length < HEADER ? HEADER : size(held, 0);
    int taken = Math.min(wanted - length, end - at);
    if (held.length < length + taken) { // what a length claims need not come
      held = Arrays.copyOf(held, Math.min(wanted, Math.max(2 * held.length, length + taken)));
    }
    System.arraycopy(array, at, held, length, taken);
    length += taken;
    if (length < HEADER) {
      return at + taken;
    }
    int size = size(held, 0);
    if (size > MAX_MESSAGE) {
      receiver.message(side, held, 0, HEADER, false);
      reset();
      skip = size - HEADER;
    } else if (length == size) {
      byte[] message = held;
      reset();
      receiver.message(side, message, 0, size, true);
    }
    return at + taken;
  }
}
