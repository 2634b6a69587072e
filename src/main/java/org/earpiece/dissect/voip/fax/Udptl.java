package org.earpiece.dissect.voip.fax;

import org.earpiece.bytes.ByteView;

/**
 * Takes a UDPTL packet apart in place (ITU-T T.38 clause 9.1): a sequence number, the primary
 * packet, and earlier ones again or parity against loss. Reused; one thread.
 */
final class Udptl {
  static final int SECONDARY = 0;
  static final int PARITY = 1;

  /** Packets or parities of the error recovery that are read at most. */
  static final int MAX_REDUNDANT = 64;

  private ByteView view = new ByteView();
  private int limit;
  private int primary;
  private int primaryEnd;
  private int recovery;
  private int countAt;
  private int count;
  private int position;
  private int read;
  private int itemStart;
  private int itemEnd;

  /** Begins with the datagram in {@code [from, to)}; false where it is no whole UDPTL packet. */
  boolean begin(ByteView bytes, int from, int to) {
    view = bytes;
    limit = to;
    read = 0;
    position = from + 2;
    if (!item()) {
      return false;
    }
    primary = itemStart;
    primaryEnd = itemEnd;
    if (position >= limit) {
      return false;
    }
    recovery = view.u8(position++) >> 7;
    if (recovery == PARITY) {
      // the number of packets a parity spans: an integer with its length
      if (position >= limit || view.u8(position) >= limit - position) {
        return false;
      }
      position += 1 + view.u8(position);
    }
    if (position >= limit) {
      return false;
    }
    countAt = position;
    count = view.u8(position++);
    return true;
  }

  /** Reads a length and moves behind the bytes it tells. */
  private boolean item() {
    if (position >= limit) {
      return false;
    }
    int size = view.u8(position++);
    if (size >= 0x80) {
      if (size >= 0xC0 || position >= limit) {
        return false;
      }
      size = (size & 0x3F) << 8 | view.u8(position++);
    }
    if (size > limit - position) {
      return false;
    }
    itemStart = position;
    itemEnd = position + size;
    position = itemEnd;
    return true;
  }

  int primary() {
    return primary;
  }

  int primaryEnd() {
    return primaryEnd;
  }

  /** {@link #SECONDARY} or {@link #PARITY}. */
  int recovery() {
    return recovery;
  }

  /** Where the kind of recovery stands. */
  int recoveryAt() {
    return primaryEnd;
  }

  /** Where the number of packets or parities stands. */
  int countAt() {
    return countAt;
  }

  int count() {
    return count;
  }

  /** Steps to the next earlier packet or parity. */
  boolean nextRedundant() {
    if (read == Math.min(count, MAX_REDUNDANT)) {
      return false;
    }
    read++;
    return item();
  }

  /** Whether all that is told was read, and nothing is left. */
  boolean isWhole() {
    return read == count && position == limit;
  }

  int itemStart() {
    return itemStart;
  }

  int itemEnd() {
    return itemEnd;
  }
}
