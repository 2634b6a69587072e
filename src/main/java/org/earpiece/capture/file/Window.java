package org.earpiece.capture.file;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The stretch of a capture that lies in memory; records are parsed in it without a copy. What could
 * not be filled is tried again at the next call, so that a growing file is followed. One thread,
 * but for {@link #position}.
 */
final class Window {
  /** Bytes of the buffer; a longer record makes it grow to that record. */
  private static final int CHUNK = 1 << 18;

  /** Bytes read first of a file, to see what it is: many are opened at once. */
  private static final int FIRST = 1 << 12;

  /** How many times as much is read each next time, up to a chunk. */
  private static final int GROWTH = 8;

  /** Bytes read for one record somewhere: most records are shorter. */
  private static final int SINGLE = 1 << 11;

  /** Bytes read when single records are asked for in order. */
  private static final int AHEAD = 1 << 16;

  /** How far up a record may lie that is still taken for one of those in order. */
  private static final int NEAR = 1 << 13;

  private @Nullable ByteInput input;
  private int portion;
  private boolean slides;

  /** Bytes {@link #at} to {@link #end} are at hand; all else in here is void. */
  byte[] array = new byte[0];

  /** Where the next record begins in {@link #array}. */
  int at;

  /** One past the last byte at hand. */
  int end;

  private long start;
  private volatile long position;

  /** A window that slides over a whole capture from its start. */
  static Window over(ByteInput input) {
    Window window = new Window();
    window.input = input;
    window.portion = FIRST;
    window.slides = true;
    return window;
  }

  /**
   * Puts the window where {@code position} is the next byte. Keeps what it has when that lies in
   * it; reads ahead when it goes on a little further up.
   */
  void moveTo(ByteInput source, long target) {
    long ahead = target - start;
    boolean same = source.equals(input);
    if (same && ahead >= 0 && ahead <= end) {
      at = (int) ahead;
      portion = AHEAD;
    } else {
      portion = same && ahead >= 0 && ahead <= end + NEAR ? AHEAD : SINGLE;
      input = source;
      start = target;
      at = 0;
      end = 0;
    }
  }

  /** Whether {@code count} bytes from {@link #at} are at hand now. */
  boolean has(int count) throws IOException {
    return end - at >= count || fill(count);
  }

  private boolean fill(int count) throws IOException {
    publish();
    if (at > 0) {
      System.arraycopy(array, at, array, 0, end - at);
      start += at;
      end -= at;
      at = 0;
    }
    while (end < count) {
      int wanted = Math.max(portion, Math.min(count, end + CHUNK));
      if (array.length < wanted) {
        array = Arrays.copyOf(array, wanted);
      }
      int read = input == null ? -1 : input.read(start + end, array, end, wanted - end);
      if (read <= 0) {
        return false;
      }
      end += read;
    }
    if (slides) {
      portion = Math.min(CHUNK, portion * GROWTH);
    }
    return true;
  }

  /** Lets go of the bytes at hand; the place reached stays. */
  void release() {
    publish();
    start += at;
    at = 0;
    end = 0;
    array = new byte[0];
  }

  /** Where {@link #at} lies in the capture. */
  long here() {
    return start + at;
  }

  /** Makes the place reached visible to other threads. */
  void publish() {
    position = start + at;
  }

  /** The place last published: some chunk behind at most. From any thread. */
  long position() {
    return position;
  }
}
