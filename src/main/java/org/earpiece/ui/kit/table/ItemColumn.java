package org.earpiece.ui.kit.table;

import java.util.Comparator;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A column of a list of things.
 *
 * @param cell fills the cell of a thing
 * @param order what a click on the head sorts by, or null
 */
public record ItemColumn<T>(
    TableColumn column, BiConsumer<T, Cell> cell, @Nullable Comparator<T> order) {
  /** Text at the left. */
  public static <T> ItemColumn<T> left(
      String id, String title, double width, Comparator<T> order, BiConsumer<T, Cell> cell) {
    return new ItemColumn<>(TableColumn.left(id, title, width), cell, order);
  }

  /** Numbers at the right. */
  public static <T> ItemColumn<T> right(
      String id, String title, double width, Comparator<T> order, BiConsumer<T, Cell> cell) {
    return new ItemColumn<>(TableColumn.right(id, title, width), cell, order);
  }

  /** The same column, hidden at first. */
  public ItemColumn<T> hidden() {
    return new ItemColumn<>(column.hidden(), cell, order);
  }

  /** The same column as one of a set, hidden at first. */
  public ItemColumn<T> of(String name) {
    return new ItemColumn<>(column.of(name), cell, order);
  }
}
