package org.earpiece.bytes;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Memory of a column outside the heap, in chunks that never move. One writer; a reader sees
 * everything below the size it acquired. The memory goes when the last reference does.
 */
final class Chunks {
  /** Rows in a chunk. */
  static final int ROWS = 1 << 16;

  static final int ROW_MASK = ROWS - 1;
  static final int ROW_SHIFT = 16;
  private static final VarHandle SIZE;

  static {
    try {
      SIZE = MethodHandles.lookup().findVarHandle(Chunks.class, "size", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final int bytesPerRow;
  private volatile MemorySegment[] chunks = new MemorySegment[0];

  @SuppressWarnings("UnusedVariable") // through SIZE
  private int size;

  Chunks(int bytesPerRow) {
    this.bytesPerRow = bytesPerRow;
  }

  /** The chunk of a row that is being written; makes the chunk when it is the first of it. */
  MemorySegment forWriting(int row) {
    int index = row >>> ROW_SHIFT;
    MemorySegment[] current = chunks;
    if (index == current.length) {
      MemorySegment[] more = new MemorySegment[index + 1];
      System.arraycopy(current, 0, more, 0, index);
      more[index] = Arena.ofAuto().allocate((long) ROWS * bytesPerRow, 8);
      chunks = more;
      return more[index];
    }
    return current[index];
  }

  MemorySegment of(int row) {
    return chunks[row >>> ROW_SHIFT];
  }

  int size() {
    return (int) SIZE.getAcquire(this);
  }

  void publish(int newSize) {
    SIZE.setRelease(this, newSize);
  }

  long bytes() {
    return (long) chunks.length * ROWS * bytesPerRow;
  }
}
