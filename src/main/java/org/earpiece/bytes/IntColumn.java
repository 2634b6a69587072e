package org.earpiece.bytes;

import java.lang.foreign.ValueLayout;

/**
 * An append-only column of int values outside the heap. One thread appends; any thread reads rows
 * below the size it has seen. Rows may be overwritten by the writer: readers see either value.
 */
public final class IntColumn {
  private static final ValueLayout.OfInt LAYOUT = ValueLayout.JAVA_INT;
  private final Chunks chunks = new Chunks(4);
  private int next;

  /** Appends a value and publishes the row. The writer's thread only. */
  public void add(int value) {
    int row = next;
    chunks.forWriting(row).setAtIndex(LAYOUT, row & Chunks.ROW_MASK, value);
    next = row + 1;
    chunks.publish(next);
  }

  /** Overwrites a row that was appended before. The writer's thread only. */
  public void set(int row, int value) {
    chunks.of(row).setAtIndex(LAYOUT, row & Chunks.ROW_MASK, value);
  }

  public int get(int row) {
    return chunks.of(row).getAtIndex(LAYOUT, row & Chunks.ROW_MASK);
  }

  public int size() {
    return chunks.size();
  }

  /** Bytes that this column holds outside the heap. */
  public long bytes() {
    return chunks.bytes();
  }
}
