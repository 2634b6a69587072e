package org.earpiece.ui.kit.table;

/** How a row stands to the rows that belong under it. */
public enum Fold {
  /** Nothing belongs under it. */
  SINGLE,
  /** Rows that belong to it follow below. */
  OPEN,
  /** Rows that belong to it are hidden. */
  SHUT,
  /** It belongs to a row above. */
  UNDER;

  /** Whether it can be folded. */
  boolean folds() {
    return this == OPEN || this == SHUT;
  }
}
