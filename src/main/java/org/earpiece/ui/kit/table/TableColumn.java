package org.earpiece.ui.kit.table;

/**
 * A column as a list declares it.
 *
 * @param id short and lasting: settings refer to it
 * @param title in the header; also in the menu that hides columns
 * @param width at first, px
 * @param right numbers stand at the right
 * @param sortable whether a click on the header sorts
 * @param shown whether it is there at first
 * @param group a set of columns that may be shown alone, under a name of its own in the menu; or
 *     empty
 */
public record TableColumn(
    String id,
    String title,
    double width,
    boolean right,
    boolean sortable,
    boolean shown,
    String group) {
  public static TableColumn left(String id, String title, double width) {
    return new TableColumn(id, title, width, false, true, true, "");
  }

  public static TableColumn right(String id, String title, double width) {
    return new TableColumn(id, title, width, true, true, true, "");
  }

  /** The same column, of another width. */
  TableColumn wide(double px) {
    return new TableColumn(id, title, px, right, sortable, shown, group);
  }

  /** The same column, hidden at first. */
  public TableColumn hidden() {
    return new TableColumn(id, title, width, right, sortable, false, group);
  }

  /** The same column, which cannot sort. */
  public TableColumn unsorted() {
    return new TableColumn(id, title, width, right, false, shown, group);
  }

  /** The same column as one of a set, hidden at first. */
  public TableColumn of(String name) {
    return new TableColumn(id, title, width, right, sortable, false, name);
  }
}
