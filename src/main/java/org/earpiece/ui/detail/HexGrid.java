package org.earpiece.ui.detail;

/**
 * Where the bytes of a frame stand in the bytes view, in pixels from its upper left corner:
 * position, gap, bytes in hex with a gap behind each eight, gap, bytes as text.
 *
 * @param perRow bytes in a row: 4, or a multiple of 8
 * @param charWidth of one character of the fixed-width font
 * @param rowHeight of a row
 * @param padding left of the position column and above the first row
 */
record HexGrid(int bytes, int perRow, double charWidth, double rowHeight, double padding) {
  /** Characters of the position column. */
  static final int POSITION_CHARS = 4;

  /** Bytes in the widest row. */
  static final int MOST = 64;

  private static final int GROUP = 8;
  private static final int LEAST = 4;

  private static final double GAP_CHARS = 1.5;
  private static final double CELL_CHARS = 2.7;
  private static final double MIDDLE_CHARS = 0.9;

  /** The grid with the most bytes a row that fits the width. */
  static HexGrid fitting(
      int bytes, double width, double charWidth, double rowHeight, double padding) {
    for (int perRow = MOST; perRow >= GROUP; perRow -= GROUP) {
      HexGrid grid = new HexGrid(bytes, perRow, charWidth, rowHeight, padding);
      if (grid.width() <= width) {
        return grid;
      }
    }
    return new HexGrid(bytes, LEAST, charWidth, rowHeight, padding);
  }

  int rows() {
    return (bytes + perRow - 1) / perRow;
  }

  double width() {
    return textX(perRow) + padding;
  }

  double height() {
    return rows() * rowHeight + 2 * padding;
  }

  double rowY(int row) {
    return padding + row * rowHeight;
  }

  /** The left edge of a byte's two digits, by its place in the row. */
  double hexX(int column) {
    int gaps = column / GROUP;
    double before = POSITION_CHARS + GAP_CHARS + column * CELL_CHARS + gaps * MIDDLE_CHARS;
    return padding + charWidth * before;
  }

  /** The left edge of a byte's character, by its place in the row. */
  double textX(int column) {
    double hexEnd = hexX(perRow - 1) + charWidth * 2;
    return hexEnd + charWidth * (GAP_CHARS + column);
  }

  /**
   * The byte at a point, or -1; the gaps between two digits pairs belong to the one on the left.
   */
  int byteAt(double x, double y) {
    int row = (int) Math.floor((y - padding) / rowHeight);
    if (row < 0 || row >= rows()) {
      return -1;
    }
    int column = columnAt(x);
    int position = row * perRow + column;
    return column >= 0 && position < bytes ? position : -1;
  }

  private int columnAt(double x) {
    if (x >= textX(0)) {
      int column = (int) ((x - textX(0)) / charWidth);
      return column < perRow ? column : -1;
    }
    if (x < hexX(0) || x > hexX(perRow - 1) + charWidth * 2) {
      return -1;
    }
    int column = perRow - 1;
    while (column > 0 && hexX(column) > x) {
      column--;
    }
    return column;
  }
}
