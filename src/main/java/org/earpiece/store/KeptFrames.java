package org.earpiece.store;

import org.earpiece.bytes.ByteColumn;
import org.earpiece.bytes.SparseRows;
import org.earpiece.capture.Frame;
import org.earpiece.packet.LinkType;

/**
 * Frames that lists, ladders and filters ask for again and again, kept outside the heap as long as
 * there is room: what is not here is read from its file. The pipeline's thread adds in order; any
 * thread reads.
 */
final class KeptFrames {
  /** Bytes of frames that are kept: some 50 000 messages of SIP. */
  static final int MAX_BYTES = 32 << 20;

  private static final int OFFSET = 0;
  private static final int CAPTURED = 1;
  private static final int LENGTH = 2;
  private static final int INTERFACE = 3;
  private static final int LINK_TYPE = 4;
  private static final int FCS = 5;
  private static final int FLAGS_HIGH = 6;
  private static final int FLAGS_LOW = 7;
  private static final int OPTIONS = 8;
  private static final int BIG_ENDIAN = 9;
  private static final int WIDTH = 10;
  private static final LinkType[] LINK_TYPES = LinkType.values();

  private final SparseRows rows = new SparseRows(WIDTH);
  private final ByteColumn bytes = new ByteColumn();
  private final int[] row = new int[WIDTH];

  /** Keeps a frame, unless there is no room. */
  void add(int number, Frame frame) {
    int offset = bytes.size();
    int size = frame.captured + frame.optionsLength;
    if (bytes.bytes() + size > MAX_BYTES || offset > Integer.MAX_VALUE - size) {
      return;
    }
    row[OFFSET] = offset;
    row[CAPTURED] = frame.captured;
    row[LENGTH] = frame.length;
    row[INTERFACE] = frame.interfaceId;
    row[LINK_TYPE] = frame.linkType.ordinal();
    row[FCS] = frame.fcs;
    row[FLAGS_HIGH] = (int) (frame.flags >>> Integer.SIZE);
    row[FLAGS_LOW] = (int) frame.flags;
    row[OPTIONS] = frame.optionsLength;
    row[BIG_ENDIAN] = frame.optionsBigEndian ? 1 : 0;
    bytes.append(frame.array, frame.offset, frame.captured);
    bytes.append(frame.array, frame.optionsOffset, frame.optionsLength);
    rows.add(number, row);
  }

  /** Points {@code frame} at a copy of a frame, but for its time and position; false without. */
  boolean read(int number, Frame frame) {
    int found = rows.find(number, SparseRows.NONE);
    if (found == SparseRows.NONE) {
      return false;
    }
    int captured = rows.get(found, CAPTURED);
    int options = rows.get(found, OPTIONS);
    byte[] copy = new byte[captured + options];
    bytes.copy(rows.get(found, OFFSET), copy, copy.length);
    frame.array = copy;
    frame.offset = 0;
    frame.captured = captured;
    frame.length = rows.get(found, LENGTH);
    frame.interfaceId = rows.get(found, INTERFACE);
    frame.linkType = LINK_TYPES[rows.get(found, LINK_TYPE)];
    frame.fcs = rows.get(found, FCS);
    long flags = (long) rows.get(found, FLAGS_HIGH) << Integer.SIZE;
    frame.flags = flags | (rows.get(found, FLAGS_LOW) & 0xFFFF_FFFFL);
    frame.optionsOffset = captured;
    frame.optionsLength = options;
    frame.optionsBigEndian = rows.get(found, BIG_ENDIAN) != 0;
    return true;
  }

  /** Lets go of most frames before this one. The pipeline's thread. */
  void release(int number) {
    int first = rows.first(number);
    bytes.release(first < rows.size() ? rows.get(first, OFFSET) : bytes.size());
    rows.release(number);
  }
}
