package org.earpiece.ui.kit.table;

/**
 * What a list is sorted by.
 *
 * @param column as declared, or -1 for the list's own order
 */
public record SortOrder(int column, boolean descending) {
  public static final SortOrder NATURAL = new SortOrder(-1, false);

  /** After a click on a column's head: up, down, then the list's own order. */
  SortOrder click(int clicked) {
    if (clicked != column) {
      return new SortOrder(clicked, false);
    }
    return descending ? NATURAL : new SortOrder(column, true);
  }
}
