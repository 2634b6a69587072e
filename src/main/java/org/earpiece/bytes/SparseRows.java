package org.earpiece.bytes;

/**
 * Rows of int values for some of many keys, outside the heap: what is known of few packets costs
 * the others nothing. Keys are positive and come in ascending order; a key may have several rows,
 * one behind the other. One thread adds; any thread finds what was added.
 */
public final class SparseRows {
  /** What {@link #find} answers for a key without a row. */
  public static final int NONE = -1;

  private final LongColumn keys = new LongColumn();
  private final IntColumn[] columns;

  /** Rows of so many values. */
  public SparseRows(int width) {
    columns = new IntColumn[width];
    for (int i = 0; i < width; i++) {
      columns[i] = new IntColumn();
    }
  }

  /** Adds a row, its values copied, and publishes it. The writer's thread. */
  public void add(long key, int[] values) {
    for (int i = 0; i < columns.length; i++) {
      columns[i].add(values[i]);
    }
    keys.add(key);
  }

  /**
   * The row of a key, or {@link #NONE}.
   *
   * @param hint a row that was found before: who asks in order finds the next one at once
   */
  public int find(long key, int hint) {
    int size = keys.size();
    if (hint >= 0 && hint < size) {
      if (keys.get(hint) == key) {
        return hint;
      }
      if (hint + 1 < size && keys.get(hint + 1) == key) {
        return hint + 1;
      }
    }
    int row = below(key, size);
    return row < size && keys.get(row) == key ? row : NONE;
  }

  /** The first row whose key is not lower than this one; {@link #size()} where there is none. */
  public int first(long key) {
    return below(key, keys.size());
  }

  /** How many rows have a lower key; rows that were let go are among them. */
  private int below(long key, int size) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (keys.get(middle) < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** A value of a row. */
  public int get(int row, int column) {
    return columns[column].get(row);
  }

  /** The key of a row. */
  public long key(int row) {
    return keys.get(row);
  }

  public int size() {
    return keys.size();
  }

  /** Lets go of most of the memory of rows with lower keys. The writer's thread. */
  public void release(long key) {
    int row = below(key, keys.size());
    keys.release(row);
    for (IntColumn column : columns) {
      column.release(row);
    }
  }

  /** Bytes held outside the heap. */
  public long bytes() {
    long bytes = keys.bytes();
    for (IntColumn column : columns) {
      bytes += column.bytes();
    }
    return bytes;
  }
}
