package org.earpiece.dissect.tls;

import java.util.Arrays;
import org.earpiece.dissect.tls.wire.TlsRecord;

/**
 * Cuts the bytes of one side into records. After a gap it goes on at the next record: at once where
 * the gap lies within one record, else where bytes look like records again. One thread.
 */
final class RecordStream {
  /** Bytes held at most: two records, to look for the beginning of one. */
  static final int MAX_HELD = 2 * (TlsRecord.HEADER + TlsRecord.MAX_FRAGMENT);

  private static final byte[] NOTHING = new byte[0];

  /** Takes whole records; the bytes are valid during the call only. */
  interface Receiver {
    /**
     * A record in {@code [at, end)}, header and all.
     *
     * @param doubtful whether it merely looks like one
     * @return whether it was accepted: a doubtful record may be refused
     */
    boolean record(int side, byte[] array, int at, int end, boolean doubtful);
  }

  private final int side;
  private final Receiver receiver;
  private byte[] held = NOTHING;
  private int length;

  /** Bytes still to come of a record that a gap has spoilt. */
  private int skip;

  private boolean searching;
  private boolean begun;

  RecordStream(int side, Receiver receiver) {
    this.side = side;
    this.receiver = receiver;
  }

  /** Bytes of memory for a record that is not whole. */
  int bytes() {
    return held.length;
  }

  /** Takes the next bytes; false where the very first are not a record. */
  boolean feed(byte[] array, int offset, int count) {
    int at = offset;
    int end = offset + count;
    while (at < end) {
      if (skip > 0) {
        int passed = Math.min(skip, end - at);
        skip -= passed;
        at += passed;
      } else if (searching) {
        at = search(array, at, end);
      } else {
        int next = next(array, at, end);
        if (next == at && !begun) {
          return false;
        }
        at = next;
      }
    }
    return true;
  }

  /** Takes one record, or its part that is there; returns how far. */
  private int next(byte[] array, int at, int end) {
    if (length == 0 && end - at >= TlsRecord.HEADER) {
      if (!TlsRecord.plausible(array, at)) {
        searching = true;
        return at;
      }
      int recordEnd = at + TlsRecord.HEADER + TlsRecord.length(array, at);
      if (recordEnd <= end) {
        begun = true;
        receiver.record(side, array, at, recordEnd, false);
        return recordEnd;
      }
    }
    int wanted = length < TlsRecord.HEADER ? TlsRecord.HEADER : recordLength();
    int taken = hold(array, at, Math.min(end, at + wanted - length), wanted);
    if (length == TlsRecord.HEADER && !TlsRecord.plausible(held, 0)) {
      searching = true;
      return begun ? at + taken : at;
    }
    if (length >= TlsRecord.HEADER && length == recordLength()) {
      begun = true;
      byte[] record = held;
      int recordEnd = length;
      release();
      receiver.record(side, record, 0, recordEnd, false);
    }
    return at + taken;
  }

  private int recordLength() {
    return TlsRecord.HEADER + TlsRecord.length(held, 0);
  }

  private int hold(byte[] array, int from, int to, int capacity) {
    int needed = length + to - from;
    if (held.length < needed) { // what a length claims need not come
      held = Arrays.copyOf(held, Math.min(capacity, Math.max(2 * held.length, needed)));
    }
    System.arraycopy(array, from, held, length, to - from);
    length += to - from;
    return to - from;
  }

  private void release() {
    held = NOTHING;
    length = 0;
  }

  /** Looks for the beginning of a record; returns how far it has taken the bytes. */
  private int search(byte[] array, int at, int end) {
    int taken = hold(array, at, Math.min(end, at + MAX_HELD - length), MAX_HELD);
    int candidate = 0;
    while (candidate + TlsRecord.HEADER <= length) {
      if (TlsRecord.plausible(held, candidate)) {
        int recordEnd = candidate + TlsRecord.HEADER + TlsRecord.length(held, candidate);
        if (recordEnd > length) {
          break; // the rest of it may come
        }
        if (followed(recordEnd) && receiver.record(side, held, candidate, recordEnd, true)) {
          found(recordEnd);
          return at + taken;
        }
      }
      candidate++;
    }
    System.arraycopy(held, candidate, held, 0, length - candidate);
    length -= candidate;
    return at + taken;
  }

  private boolean followed(int recordEnd) {
    return recordEnd == length
        || (held[recordEnd] >= TlsRecord.CHANGE_CIPHER_SPEC
            && held[recordEnd] <= TlsRecord.HEARTBEAT);
  }

  /** The search is over: takes what was held behind the record that was found. */
  private void found(int recordEnd) {
    searching = false;
    begun = true;
    byte[] rest = Arrays.copyOfRange(held, recordEnd, length);
    release();
    feed(rest, 0, rest.length);
  }

  /**
   * Bytes are missing here.
   *
   * @param bytes how many
   */
  void gap(int bytes) {
    if (skip >= bytes) {
      skip -= bytes;
      return;
    }
    int rest = length >= TlsRecord.HEADER && !searching ? recordLength() - length : 0;
    skip = Math.max(0, rest - bytes);
    searching = rest < bytes;
    release();
  }
}
