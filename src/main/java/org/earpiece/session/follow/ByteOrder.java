package org.earpiece.session.follow;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts the segments of one direction of a TCP connection in order: each byte once, gaps told (RFC
 * 9293 section 3.4). One thread.
 */
final class ByteOrder {
  /** Bytes behind a gap that wait for it to be filled; then it is told as missing. */
  static final int MAX_WAITING = 1 << 20;

  private static final long SPACE = 1L << 32;

  /** Takes bytes in order. */
  @FunctionalInterface
  interface Taker {
    void take(byte[] bytes, long missing);
  }

  private final Taker taker;
  private final TreeMap<Long, byte[]> waiting = new TreeMap<>();
  private long next = -1;
  private int held;

  ByteOrder(Taker taker) {
    this.taker = taker;
  }

  /** A segment that begins the connection: the next byte is the first. */
  void syn(long sequence) {
    if (next < 0) {
      next = sequence + 1;
    }
  }

  /**
   * Takes a segment.
   *
   * @param sequence of its first byte, 32 bits
   */
  void segment(long sequence, byte[] bytes) {
    if (next < 0) {
      next = sequence;
    }
    long at = unwrapped(sequence);
    byte[] known = waiting.get(at);
    if (at + bytes.length > next && (known == null || known.length < bytes.length)) {
      held += bytes.length - (known == null ? 0 : known.length);
      waiting.put(at, bytes);
      drain();
    }
    if (held > MAX_WAITING) {
      skip();
    }
  }

  /** No segment follows: what still waits is told with its gaps. */
  void end() {
    while (!waiting.isEmpty()) {
      skip();
    }
  }

  /** The place in the stream nearest to what is expected that has this sequence number. */
  private long unwrapped(long sequence) {
    long behind = Math.floorMod(sequence - next, SPACE);
    return behind < SPACE / 2 ? next + behind : next + behind - SPACE;
  }

  private void drain() {
    while (!waiting.isEmpty() && waiting.firstKey() <= next) {
      take(0);
    }
  }

  private void skip() {
    long missing = waiting.firstKey() - next;
    next = waiting.firstKey();
    take(missing);
    drain();
  }

  private void take(long missing) {
    Map.Entry<Long, byte[]> first = waiting.pollFirstEntry();
    byte[] bytes = first.getValue();
    held -= bytes.length;
    long known = next - first.getKey();
    if (known < bytes.length) {
      next = first.getKey() + bytes.length;
      taker.take(Arrays.copyOfRange(bytes, (int) known, bytes.length), missing);
    }
  }
}
