package org.earpiece.bytes;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * Memory of a column outside the heap, in chunks that huge pages fit. One writer; a reader sees
 * everything below the size it acquired. The memory goes when the last reference does.
 */
final class Chunks {
  /** Bytes of a chunk; the first one begins small and doubles until it is as large. */
  static final int BYTES = 4 << 20;

  private static final int LEAST_BYTES = 1 << 14;

  /** Where a huge page may begin, on most processors. */
  private static final int HUGE_PAGE = 2 << 20;

  private static final VarHandle SIZE;

  static {
    try {
      SIZE = MethodHandles.lookup().findVarHandle(Chunks.class, "size", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** What rows read as whose memory was let go. */
  private static final class Released {
    static final MemorySegment ZEROS = Arena.ofAuto().allocate(BYTES, HUGE_PAGE);
  }

  private final ValueLayout layout;
  private final int bytesPerRow;
  private final int shift;
  private final int mask;

  /** Replaced when chunks are added or the first one grows; readers may still read the old one. */
  private volatile MemorySegment[] chunks = new MemorySegment[0];

  private int rows;
  private int capacity;
  private int released;

  @SuppressWarnings("UnusedVariable") // through SIZE
  private int size;

  /** A column of numbers of this layout, whose size is a power of two. */
  Chunks(ValueLayout layout) {
    this.layout = layout;
    bytesPerRow = (int) layout.byteSize();
    int rowsPerChunk = BYTES / bytesPerRow;
    shift = Integer.numberOfTrailingZeros(rowsPerChunk);
    mask = rowsPerChunk - 1;
  }

  /** Appends values of an array of the layout's type, from one on, and publishes them. */
  void append(Object values, int from, int count) {
    int done = 0;
    while (done < count) {
      if (rows == capacity) {
        grow();
      }
      int part = Math.min(count - done, capacity - rows);
      long offset = (long) (rows & mask) * bytesPerRow;
      MemorySegment.copy(values, from + done, of(rows), layout, offset, part);
      rows += part;
      done += part;
    }
    publish();
  }

  /** The chunk of the next row, which the writer fills and then calls {@link #appended}. */
  MemorySegment forNext() {
    if (rows == capacity) {
      grow();
    }
    return of(rows);
  }

  /** The place in its chunk of the next row. */
  int next() {
    return rows & mask;
  }

  /** Publishes the next row, which was filled. */
  void appended() {
    rows++;
    publish();
  }

  private void publish() {
    SIZE.setRelease(this, rows);
  }

  private void grow() {
    MemorySegment[] current = chunks;
    boolean first = capacity <= mask;
    int bytes = first ? Math.max(LEAST_BYTES, 2 * capacity * bytesPerRow) : BYTES;
    MemorySegment added =
        Arena.ofAuto().allocate(bytes, bytes == BYTES ? HUGE_PAGE : layout.byteSize());
    MemorySegment[] more = Arrays.copyOf(current, first ? 1 : current.length + 1);
    if (first && current.length == 1) {
      MemorySegment.copy(current[0], 0, added, 0, current[0].byteSize());
    }
    more[more.length - 1] = added;
    capacity = (first ? 0 : capacity) + bytes / bytesPerRow;
    chunks = more;
  }

  /**
   * Lets go of the memory of rows below {@code row}, as far as they fill chunks: they read as 0.
   */
  void release(int row) {
    int to = Math.clamp(row, 0, rows) >>> shift;
    if (to <= released) {
      return;
    }
    MemorySegment[] rest = chunks.clone();
    Arrays.fill(rest, released, to, Released.ZEROS);
    released = to;
    chunks = rest;
  }

  MemorySegment of(int row) {
    return chunks[row >>> shift];
  }

  /** The place of a row in its chunk. */
  int at(int row) {
    return row & mask;
  }

  /** How many rows from this one on lie in its chunk. */
  int together(int row) {
    return mask + 1 - at(row);
  }

  int size() {
    return (int) SIZE.getAcquire(this);
  }

  long bytes() {
    long bytes = 0;
    MemorySegment[] all = chunks;
    for (MemorySegment chunk : all) {
      bytes += chunk.equals(Released.ZEROS) ? 0 : chunk.byteSize();
    }
    return bytes;
  }
}
