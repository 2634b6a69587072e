package org.earpiece.bytes;

import java.lang.foreign.ValueLayout;

/**
 * An append-only column of long values outside the heap. One thread appends; any thread reads rows
 * below the size it has seen.
 */
public final class LongColumn {
  private static final ValueLayout.OfLong LAYOUT = ValueLayout.JAVA_LONG;
  private final Chunks chunks = new Chunks(LAYOUT);

  /** Appends a value and publishes the row. The writer's thread only. */
  public void add(long value) {
    chunks.forNext().setAtIndex(LAYOUT, chunks.next(), value);
    chunks.appended();
  }

  /** Appends the first {@code count} values and publishes them. The writer's thread only. */
  public void append(long[] values, int count) {
    chunks.append(values, 0, count);
  }

  public long get(int row) {
    return chunks.of(row).getAtIndex(LAYOUT, chunks.at(row));
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
