package org.earpiece.bytes;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * An append-only column of short values outside the heap. One thread appends; any thread reads rows
 * below the size it has seen.
 */
public final class ShortColumn {
  private static final ValueLayout.OfShort LAYOUT = ValueLayout.JAVA_SHORT;
  private final Chunks chunks = new Chunks(LAYOUT);

  /** Appends the first {@code count} values and publishes them. The writer's thread only. */
  public void append(short[] values, int count) {
    chunks.append(values, 0, count);
  }

  public short get(int row) {
    return chunks.of(row).getAtIndex(LAYOUT, chunks.at(row));
  }

  /** Copies the values of rows from {@code row} on, all below the size that was seen. */
  public void copy(int row, short[] to, int count) {
    int done = 0;
    while (done < count) {
      int part = Math.min(count - done, chunks.together(row + done));
      long offset = (long) chunks.at(row + done) * Short.BYTES;
      MemorySegment.copy(chunks.of(row + done), LAYOUT, offset, to, done, part);
      done += part;
    }
  }

  /**
   * Lets go of most of the memory of rows below {@code row}: they read as 0. The writer's thread.
   */
  public void release(int row) {
    chunks.release(row);
  }

  public int size() {
    return chunks.size();
  }

  /** Bytes that this column holds outside the heap. */
  public long bytes() {
    return chunks.bytes();
  }
}
