package org.earpiece.ui.kit.table;

/** The rows of a table. FX thread; asked only for what is on screen. */
public interface TableRows {
  int size();

  /** Fills a cell; columns are numbered as declared. */
  void cell(int row, int column, Cell out);

  /** What a row is, whatever its place: a frame or call number, never negative. */
  int key(int row);

  /** The row of a key, or -1. */
  int row(int key);

  default Tint tint(int row) {
    return Tint.NONE;
  }
}
