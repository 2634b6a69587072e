package org.earpiece.ui.kit.table;

/** What a cell shows; filled by {@link TableRows#cell} anew for each cell. FX thread. */
public final class Cell {
  private String text = "";
  private Ink ink = Ink.TEXT;
  private boolean badge;
  private double indent;

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

  /** Moves the text to the right, px. */
  public void indent(double by) {
    indent = by;
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

  double indent() {
    return indent;
  }

  Cell clear() {
    text = "";
    ink = Ink.TEXT;
    badge = false;
    indent = 0;
    return this;
  }
}
