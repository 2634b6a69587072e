package org.earpiece.dissect.relations;

import org.earpiece.bytes.SparseRows;

/** Which request a message answers, and which message it repeats. */
final class ExchangeRows {
  static final int REQUEST = 0;
  static final int ORIGINAL = 1;
  static final int NANOS_HIGH = 2;
  static final int NANOS_LOW = 3;
  private static final int WIDTH = 4;

  final SparseRows rows = new SparseRows(WIDTH);
  private final int[] row = new int[WIDTH];

  /**
   * Adds what is known of a layer; frames of 0 are none. The pipeline's thread.
   *
   * @param nanos how long ago the request came
   */
  void add(int frame, int layer, int request, int original, long nanos) {
    if (request == 0 && original == 0) {
      return;
    }
    row[REQUEST] = request;
    row[ORIGINAL] = original;
    row[NANOS_HIGH] = (int) (nanos >> Integer.SIZE);
    row[NANOS_LOW] = (int) nanos;
    rows.add(Key.of(frame, layer), row);
  }

  /** How long ago the request of a row came, ns. */
  long nanos(int row) {
    return (long) rows.get(row, NANOS_HIGH) << Integer.SIZE
        | (rows.get(row, NANOS_LOW) & 0xFFFF_FFFFL);
  }
}
