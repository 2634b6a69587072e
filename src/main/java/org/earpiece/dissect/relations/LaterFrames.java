package org.earpiece.dissect.relations;

import org.earpiece.bytes.SparseRows;
import org.earpiece.packet.Facts;

/** Finds the frames that refer to an earlier one: rows are kept by who refers. */
final class LaterFrames {
  /** Frames shown of a kind; a request has few responses, a scan of ports many repetitions. */
  static final int MAX_FRAMES = 20;

  /** Rows looked at: about a millisecond. */
  static final int MAX_ROWS = 1 << 18;

  private LaterFrames() {}

  /** Shows the frames behind this one whose row names it in a column; each once. */
  static void find(SparseRows rows, int column, int frame, Facts.Tie tie, Facts.Related visitor) {
    int size = rows.size();
    int first = rows.first(Key.of(frame + 1, 0));
    int last = 0;
    int shown = 0;
    for (int row = first; row < size && row - first < MAX_ROWS && shown < MAX_FRAMES; row++) {
      int refers = Key.frame(rows.key(row));
      if (rows.get(row, column) == frame && refers != last) {
        visitor.frame(tie, refers);
        last = refers;
        shown++;
      }
    }
  }
}
