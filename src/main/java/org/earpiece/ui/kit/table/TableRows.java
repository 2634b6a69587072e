package org.earpiece.ui.kit.table;

import javafx.scene.paint.Color;
import org.earpiece.ui.kit.Palette;
import org.jspecify.annotations.Nullable;

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

  /** The ground of a row where it has one of its own. */
  default @Nullable Color ground(int row, Palette palette) {
    return tint(row).of(palette);
  }

  /** The colour of a row's text on its own ground, or null for the usual one. */
  default @Nullable Color ink(int row, Palette palette) {
    return null;
  }
}
