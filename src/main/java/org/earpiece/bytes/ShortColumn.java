package org.earpiece.bytes;

import java.lang.foreign.ValueLayout;

/**
 * An append-only column of short values outside the heap. One thread appends; any thread reads rows
 * below the size it has seen. Rows may be overwritten by the writer: readers see either value.
 */
public final class ShortColumn {
  private static final ValueLayout.OfShort LAYOUT = ValueLayout.JAVA_SHORT;
  private final Chunks chunks = new Chunks(2);
  private int next;

  /** Appends a value and publishes the row. The writer's thread only. */
  public void add(short value) {
    int row = next;
    chunks.forWriting(row).setAtIndex(LAYOUT, row & Chunks.ROW_MASK, value);
    next = row + 1;
    chunks.publish(next);
  }

  /** Overwrites a row that was appended before. The writer's thread only. */
  public void set(int row, short value) {
    chunks.of(row).setAtIndex(LAYOUT, row & Chunks.ROW_MASK, value);
  }

  public short get(int row) {
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
