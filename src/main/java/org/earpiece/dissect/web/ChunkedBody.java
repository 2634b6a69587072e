package org.earpiece.dissect.web;

import java.util.Arrays;
import org.earpiece.bytes.ByteView;

/**
 * Walks a body in the chunked transfer coding (RFC 9112 section 7.1), in as many pieces as it comes
 * in: every byte is looked at once, those of chunks not at all.
 */
final class ChunkedBody {
  /** The end has not come. */
  static final int MORE = -1;

  /** Sees the parts of a body that lie in the bytes being walked, in their order. */
  interface Visitor {
    /** The size of a chunk, which is 0 for the last one. */
    default void size(long size, int at, int length) {}

    /** Bytes of a chunk. */
    default void data(int at, int length) {}

    /** The line end behind a chunk. */
    default void boundary(int at, int length) {}

    /** The lines behind the last chunk, without the empty one. */
    default void trailer(int at, int length) {}
  }

  private static final Visitor NOBODY = new Visitor() {};

  private enum State {
    SIZE,
    EXTENSION,
    DATA,
    BOUNDARY,
    TRAILER
  }

  private State state = State.SIZE;
  private long size;
  private int digits;
  private boolean blank;
  private int inLine;
  private boolean broken;

  /** Begins a body. */
  ChunkedBody begin() {
    line();
    state = State.SIZE;
    broken = false;
    return this;
  }

  private void line() {
    size = 0;
    digits = 0;
    blank = false;
    inLine = 0;
  }

  /** Whether it contradicted its coding: the body ended with the bytes that were there. */
  boolean broken() {
    return broken;
  }

  /** Goes on with these bytes. Where the body ends: behind its empty line; or {@link #MORE}. */
  int walk(ByteView bytes, int from, int to) {
    return walk(bytes, from, to, NOBODY);
  }

  /** The same, its parts shown. */
  int walk(ByteView bytes, int from, int to, Visitor visitor) {
    int at = from;
    int began = from; // the size, boundary or trailer
    while (at < to) {
      int c = bytes.u8(at);
      switch (state) {
        case SIZE -> {
          if (c == '\n' && digits > 0) {
            at = sized(visitor, began, at + 1);
            began = at;
          } else if (sizeGoesOn(c)) {
            at++;
          } else {
            return broken(to);
          }
        }
        case EXTENSION -> {
          int end = bytes.indexOf((byte) '\n', at, to);
          at = end < 0 ? to : sized(visitor, began, end + 1);
          began = at;
        }
        case DATA -> {
          int length = (int) Math.min(size, to - at);
          visitor.data(at, length);
          size -= length;
          at += length;
          began = at;
          state = size == 0 ? State.BOUNDARY : State.DATA;
        }
        case BOUNDARY -> {
          at++;
          if (c == '\n') {
            visitor.boundary(began, at - began);
            began = at;
            line();
            state = State.SIZE;
          } else if (c != '\r' || ++inLine > 1) {
            return broken(to);
          }
        }
        case TRAILER -> {
          at++;
          if (c == '\n' && inLine == 0) {
            trailer(bytes, began, at, visitor);
            return at;
          }
          inLine = c == '\n' ? 0 : inLine + (c == '\r' ? 0 : 1);
        }
      }
    }
    return MORE;
  }

  private static void trailer(ByteView bytes, int from, int end, Visitor visitor) {
    int last = end - 1;
    last -= last > from && bytes.u8(last - 1) == '\r' ? 1 : 0;
    if (last > from) {
      visitor.trailer(from, last - from);
    }
  }

  /** Takes a character of the line of a size; false where it is none. */
  private boolean sizeGoesOn(int c) {
    int digit = Character.digit(c, 16);
    if (digit >= 0 && !blank) {
      size = 16 * size + digit;
      digits++;
      return size <= Integer.MAX_VALUE;
    }
    if (c == ';' && digits > 0) {
      state = State.EXTENSION;
      return true;
    }
    blank = true;
    return digits > 0 && (c == ' ' || c == '\t' || c == '\r');
  }

  private int sized(Visitor visitor, int from, int end) {
    visitor.size(size, from, end - from);
    state = size == 0 ? State.TRAILER : State.DATA;
    inLine = 0;
    return end;
  }

  private int broken(int to) {
    broken = true;
    return to;
  }

  /**
   * Bytes were lost; whether they were all of a chunk, so that what follows is still understood.
   */
  boolean lost(int count) {
    boolean known = state == State.DATA && size >= count;
    size -= known ? count : 0;
    state = known && size == 0 ? State.BOUNDARY : state;
    return known;
  }

  /** The data of a body that is there as a whole, or as far as it goes. */
  static byte[] data(ByteView bytes, int from, int to) {
    byte[] data = new byte[to - from];
    int[] length = new int[1];
    new ChunkedBody()
        .walk(
            bytes,
            from,
            to,
            new Visitor() {
              @Override
              public void data(int at, int size) {
                System.arraycopy(bytes.array(), bytes.arrayOffset() + at, data, length[0], size);
                length[0] += size;
              }
            });
    return Arrays.copyOf(data, length[0]);
  }
}
