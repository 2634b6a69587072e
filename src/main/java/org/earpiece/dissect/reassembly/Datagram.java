package org.earpiece.dissect.reassembly;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import org.earpiece.packet.Packet;

/** A datagram that comes in fragments: the bytes so far, and which of them have come. */
final class Datagram {
  private static final int UNIT = 8;
  private static final int FIRST_CAPACITY = 2048;

  /** Fragments that are remembered one by one at most; further ones count as bytes alone. */
  static final int MAX_PARTS = 1_024;

  private static final int FIRST_PARTS = 4;

  /** Bytes of memory that a remembered fragment takes, its reference among them. */
  private static final int PART_BYTES = 32;

  /** What adding a fragment led to. */
  enum Outcome {
    WAITS,
    COMPLETE,
    /** The fragment contradicts those before it: nothing is known of the datagram any more. */
    CONTRADICTS
  }

  /** A fragment: where it belongs, and the frame that it came in. */
  private record Part(int at, int frame, int length) {}

  final long beganNanos;
  private final boolean overlapDiscards;
  private final BitSet units = new BitSet();
  private byte[] bytes = new byte[FIRST_CAPACITY];
  private int total = -1;
  private int firstFrame = Packet.NONE;
  private int highest;
  private Part[] parts = new Part[FIRST_PARTS];
  private int partCount;

  /**
   * A datagram without fragments.
   *
   * @param overlapDiscards whether fragments that overlap and differ discard the datagram (IPv6,
   *     RFC 5722); otherwise the bytes that came first stay
   */
  Datagram(long beganNanos, boolean overlapDiscards) {
    this.beganNanos = beganNanos;
    this.overlapDiscards = overlapDiscards;
  }

  /** Adds a fragment: {@code length} bytes that belong at {@code at}, a multiple of 8. */
  Outcome add(int frame, byte[] array, int offset, int length, int at, boolean more) {
    note(new Part(at, frame, length));
    int end = at + length;
    if (!more && total < 0 && highest <= end) {
      total = end;
    } else if ((!more && total != end) || (total >= 0 && end > total)) {
      return Outcome.CONTRADICTS;
    }
    highest = Math.max(highest, end);
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
    }
    for (int from = at; from < end; from += UNIT) {
      int size = Math.min(UNIT, end - from);
      int source = offset + from - at;
      if (!units.get(from / UNIT)) {
        System.arraycopy(array, source, bytes, from, size);
        units.set(from / UNIT);
      } else if (overlapDiscards
          && !Arrays.equals(array, source, source + size, bytes, from, from + size)) {
        return Outcome.CONTRADICTS;
      }
    }
    boolean whole = total >= 0 && units.nextClearBit(0) * UNIT >= total;
    return whole ? Outcome.COMPLETE : Outcome.WAITS;
  }

  private void note(Part part) {
    if (partCount == MAX_PARTS) {
      return;
    }
    if (partCount == parts.length) {
      parts = Arrays.copyOf(parts, 2 * partCount);
    }
    parts[partCount++] = part;
  }

  /** Frame and length of each fragment that came, in the order of the bytes. */
  int[] parts() {
    Part[] sorted = Arrays.copyOf(parts, partCount);
    Arrays.sort(sorted, Comparator.comparingInt(Part::at).thenComparingInt(Part::frame));
    int[] told = new int[2 * sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      told[2 * i] = sorted[i].frame();
      told[2 * i + 1] = sorted[i].length();
    }
    return told;
  }

  /** Remembers the frame that the first fragment came in; false where there was one before. */
  boolean begins(int frame) {
    if (firstFrame != Packet.NONE) {
      return false;
    }
    firstFrame = frame;
    return true;
  }

  /** The frame that the first fragment came in, or {@link Packet#NONE}. */
  int firstFrame() {
    return firstFrame;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Bytes of the datagram, once it is complete. */
  int length() {
    return total;
  }

  /** Bytes of memory that it takes. */
  int capacity() {
    return bytes.length + PART_BYTES * parts.length;
  }
}
