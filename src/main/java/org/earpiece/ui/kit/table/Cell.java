package org.earpiece.ui.kit.table;

/** What a cell shows; filled by {@link TableRows#cell} anew for each cell. FX thread. */
public final class Cell {
  private String text = "";
  private Ink ink = Ink.TEXT;
  private boolean badge;
  private Fold fold = Fold.SINGLE;
  private boolean folding;

  public void text(String words) {
    text = words;
  }

  public void text(String words, Ink as) {
    text = words;
    ink = as;
  }

  /** Words in a rounded frame of their colour. */
  public void badge(String words, Ink as) {
    text(words, as);
    badge = true;
  }

  /** Shows how the row stands to those that belong together with it. */
  public void fold(Fold as) {
    fold = as;
    folding = true;
  }

  public String text() {
    return text;
  }

  Ink ink() {
    return ink;
  }

  boolean isBadge() {
    return badge;
  }

  Fold fold() {
    return fold;
  }

  /** Whether room is kept for the mark of rows that fold. */
  boolean folding() {
    return folding;
  }

  Cell clear() {
    text = "";
    ink = Ink.TEXT;
    badge = false;
    fold = Fold.SINGLE;
    folding = false;
    return this;
  }
}
