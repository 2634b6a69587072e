package org.earpiece.ui.kit.table;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import javafx.scene.control.MenuItem;
import org.earpiece.ui.kit.Preferences;

/**
 * A list of things with numbers from 1, newest first: its table, its rows, and what is selected of
 * them. FX thread.
 */
public final class ItemList<T> {
  /**
   * A cell.
   *
   * @param column the identity of the column
   * @param rowText the text of the whole row
   */
  public record Place<T>(T item, String column, String rowText) {}

  private final ItemRows<T> rows;
  private final VirtualTable table;
  private final Consumer<List<Integer>> selected;

  /**
   * @param name what the list holds: {@code Calls}
   * @param settings under which name its columns are remembered
   * @param selected is given the numbers that a person selected, the leading one last
   */
  public ItemList(
      String name,
      String settings,
      List<ItemColumn<T>> columns,
      Preferences preferences,
      Consumer<List<Integer>> selected) {
    this.selected = selected;
    rows = new ItemRows<>(columns);
    table = new VirtualTable(name, rows.columns(), rows).follow(Follow.HEAD);
    table.remember(preferences, settings);
    table.onSort(rows::sort);
    table.onSelect(selected);
  }

  /** Gives the items of the menu on a cell. */
  public void menu(Function<Place<T>, List<MenuItem>> items) {
    table.menu((row, column) -> row < 0 ? List.of() : items.apply(place(row, column)));
  }

  /** Lets cells be dragged to the filter bar: gives the filter on a cell. */
  public void drag(Function<Place<T>, String> filter) {
    table.drag((row, column) -> filter.apply(place(row, column)));
  }

  private Place<T> place(int row, int column) {
    return new Place<>(rows.item(row), table.columnId(column), table.rowText(row));
  }

  public VirtualTable table() {
    return table;
  }

  public ItemRows<T> rows() {
    return rows;
  }

  /** Whether the rows stand in the list's own order. */
  public boolean natural() {
    return table.sort().column() < 0;
  }

  /**
   * Shows things as they are now.
   *
   * @param order numbers of those that are shown, in the list's own order
   * @param empty why there are none, and what to do
   */
  public void show(List<T> items, int[] order, String empty) {
    rows.show(items, order);
    table.emptyText(empty);
    table.refresh();
  }

  /**
   * Marks what is selected. Where that is nothing, a row is chosen as a person would, so that the
   * panes are not empty without need.
   *
   * @param otherwise the row to choose
   */
  public void select(List<Integer> numbers, IntSupplier otherwise) {
    if (numbers.isEmpty() && rows.size() > 0) {
      List<Integer> chosen = List.of(rows.key(otherwise.getAsInt()));
      table.select(chosen);
      selected.accept(chosen);
    } else {
      table.select(numbers);
    }
  }
}
