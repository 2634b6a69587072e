package org.earpiece.dissect.relations;

import java.util.Arrays;

/** What one side of a TCP conversation has sent, as far as judging the next segment needs it. */
final class TcpDirection {
  /** Segments that wait to be acknowledged; of further ones nothing is told. */
  static final int MAX_UNACKNOWLEDGED = 1_000;

  private static final int WIDTH = 3;

  boolean sent;

  /** Behind the highest byte sent, and when and in which frame that was. */
  int next;

  int nextFrame;
  long nextNanos;

  /** Behind what the other side can acknowledge: what was sent, or acknowledged already. */
  boolean acknowledgeable;

  int expected;
  boolean acknowledges;
  int acknowledgment;
  long acknowledgedNanos;
  int window;
  int duplicates;
  int firstAcknowledgment;
  int lastMarks;
  boolean complete = true;

  /** Bytes that the other side said it has though some before them are missing. */
  int selected;

  int pushed;
  boolean pushes;

  private int[] unacknowledged = new int[WIDTH * 4];
  private long[] sentNanos = new long[4];
  private int count;
  private int lowest;
  private int highest;

  /** The segment that the last acknowledgment was the end of; frame 0 where it was none. */
  int acknowledgedFrame;

  long acknowledgedSent;

  void add(int frame, int start, int end, long nanos) {
    if (count == MAX_UNACKNOWLEDGED) {
      return;
    }
    if (count == sentNanos.length) {
      unacknowledged = Arrays.copyOf(unacknowledged, 2 * unacknowledged.length);
      sentNanos = Arrays.copyOf(sentNanos, 2 * count);
    }
    lowest = count == 0 || start - lowest < 0 ? start : lowest;
    highest = count == 0 || end - highest > 0 ? end : highest;
    put(count++, frame, start, end, nanos);
  }

  private void put(int i, int frame, int start, int end, long nanos) {
    unacknowledged[WIDTH * i] = frame;
    unacknowledged[WIDTH * i + 1] = start;
    unacknowledged[WIDTH * i + 2] = end;
    sentNanos[i] = nanos;
  }

  /** Forgets what is acknowledged up to here; a segment of which a part is, begins behind it. */
  void acknowledge(int upTo) {
    acknowledgedFrame = 0;
    if (count == 0 || upTo - lowest <= 0) {
      return;
    }
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int start = unacknowledged[WIDTH * i + 1];
      int end = unacknowledged[WIDTH * i + 2];
      if (end == upTo) {
        acknowledgedFrame = unacknowledged[WIDTH * i];
        acknowledgedSent = sentNanos[i];
      }
      if (end - upTo > 0) {
        int from = start - upTo < 0 ? upTo : start;
        lowest = kept == 0 || from - lowest < 0 ? from : lowest;
        put(kept++, unacknowledged[WIDTH * i], from, end, sentNanos[i]);
      }
    }
    count = kept;
  }

  /** The frame that waits to be acknowledged and began with this number; 0 for none. */
  int frameOf(int start) {
    for (int i = 0; i < count; i++) {
      if (unacknowledged[WIDTH * i + 1] == start) {
        return unacknowledged[WIDTH * i];
      }
    }
    return 0;
  }

  /** Whether this very segment waits to be acknowledged. */
  boolean waits(int start, int end) {
    for (int i = 0; i < count; i++) {
      if (unacknowledged[WIDTH * i + 1] == start && unacknowledged[WIDTH * i + 2] == end) {
        return true;
      }
    }
    return false;
  }

  /** Bytes from the first to the last that wait to be acknowledged. */
  int inFlight() {
    return count == 0 ? 0 : highest - lowest;
  }
}
