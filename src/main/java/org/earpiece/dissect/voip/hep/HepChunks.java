package org.earpiece.dissect.voip.hep;

import org.earpiece.bytes.ByteView;

/**
 * Walks the chunks of a HEP packet in place: vendor, type and length of two bytes each, the length
 * with these six, then the value. Reused; one thread.
 */
final class HepChunks {
  static final int HEADER = 6;

  private ByteView view = new ByteView();
  private int position;
  private int limit;
  private int start;
  private int end;

  HepChunks begin(ByteView bytes, int from, int to) {
    view = bytes;
    position = from;
    limit = to;
    return this;
  }

  /** Steps to the next chunk; false at the end, and where what follows is none. */
  boolean next() {
    if (limit - position < HEADER) {
      return false;
    }
    int size = view.u16(position + 4);
    if (size < HEADER) {
      return false;
    }
    start = position;
    end = Math.min(limit, position + size);
    position += size;
    return true;
  }

  /** Whether the chunks ended where the packet does. */
  boolean filled() {
    return position == limit;
  }

  /** The type of a chunk that the protocol itself defines; -1 of a vendor's own. */
  int type() {
    return view.u16(start) == 0 ? view.u16(start + 2) : -1;
  }

  /** Where the value begins. */
  int valueStart() {
    return start + HEADER;
  }

  int valueEnd() {
    return end;
  }

  int size() {
    return end - start - HEADER;
  }
}
