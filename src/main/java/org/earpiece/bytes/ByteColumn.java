package org.earpiece.bytes;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * An append-only run of bytes outside the heap. One thread appends; any thread reads bytes below
 * the size it has seen.
 */
public final class ByteColumn {
  private static final ValueLayout.OfByte LAYOUT = ValueLayout.JAVA_BYTE;
  private final Chunks chunks = new Chunks(LAYOUT);

  /** Appends bytes of an array and publishes them. The writer's thread only. */
  public void append(byte[] from, int offset, int count) {
    chunks.append(from, offset, count);
  }

  /** Copies the bytes from {@code row} on to the begin of an array. */
  public void copy(int row, byte[] to, int count) {
    int done = 0;
    while (done < count) {
      int part = Math.min(count - done, chunks.together(row + done));
      MemorySegment.copy(chunks.of(row + done), LAYOUT, chunks.at(row + done), to, done, part);
      done += part;
    }
  }

  /**
   * Lets go of most of the memory of bytes below {@code row}: they read as 0. The writer's thread.
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
