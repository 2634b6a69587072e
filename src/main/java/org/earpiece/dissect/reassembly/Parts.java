package org.earpiece.dissect.reassembly;

import java.util.Arrays;

/** Which frames bytes came in, in the order of the bytes; taken off at their beginning. */
final class Parts {
  private static final int FIRST_CAPACITY = 4;

  private int[] frames = {};
  private int[] lengths = {};
  private int first;
  private int end;

  /** Further bytes came in a frame. */
  void add(int frame, int length) {
    if (length == 0) {
      return;
    }
    if (end > first && frames[end - 1] == frame) {
      lengths[end - 1] += length;
      return;
    }
    makeRoom();
    frames[end] = frame;
    lengths[end++] = length;
  }

  /** The last bytes are told in this frame, which may bring none. */
  void end(int frame) {
    if (end > first && frames[end - 1] != frame) {
      makeRoom();
      frames[end] = frame;
      lengths[end++] = 0;
    }
  }

  private void makeRoom() {
    if (end < frames.length) {
      return;
    }
    if (first > frames.length / 2) {
      System.arraycopy(frames, first, frames, 0, end - first);
      System.arraycopy(lengths, first, lengths, 0, end - first);
      end -= first;
      first = 0;
    } else {
      int capacity = Math.max(FIRST_CAPACITY, 2 * frames.length);
      frames = Arrays.copyOf(frames, capacity);
      lengths = Arrays.copyOf(lengths, capacity);
    }
  }

  /** Takes bytes off the beginning; gives frame and length of each part of them. */
  int[] take(int bytes) {
    int last = first;
    int covered = 0;
    while (last < end && (covered < bytes || lengths[last] == 0)) {
      covered += lengths[last++];
    }
    int[] taken = new int[2 * (last - first)];
    for (int i = first; i < last; i++) {
      taken[2 * (i - first)] = frames[i];
      taken[2 * (i - first) + 1] = lengths[i];
    }
    int beyond = covered - bytes;
    first = last;
    if (beyond > 0) {
      taken[taken.length - 1] -= beyond;
      first = last - 1;
      lengths[first] = beyond;
    }
    return taken;
  }

  void clear() {
    first = 0;
    end = 0;
    if (frames.length > FIRST_CAPACITY) {
      frames = new int[0];
      lengths = new int[0];
    }
  }

  /** Bytes of memory it takes. */
  int bytes() {
    return 2 * Integer.BYTES * frames.length;
  }
}
