package org.earpiece.ui.kit.table;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Things with numbers from 1 as rows: item n is at n - 1 of a list that grows. In an order given,
 * or sorted by a column. FX thread.
 */
public final class ItemRows<T> implements TableRows {
  private static final int QUICK = 2000;
  private static final long RESORT_NANOS = 500_000_000L;

  private final List<ItemColumn<T>> columns;
  private List<T> items = List.of();
  private int[] order = new int[0];
  private int[] rowOf = new int[0];
  private SortOrder sort = SortOrder.NATURAL;
  private int[] natural = new int[0];
  private long sorted;

  public ItemRows(List<ItemColumn<T>> columns) {
    this.columns = List.copyOf(columns);
  }

  public List<TableColumn> columns() {
    return columns.stream().map(ItemColumn::column).toList();
  }

  /**
   * Takes the items as they are now.
   *
   * @param naturalOrder numbers of the items that are shown, in the list's own order
   */
  public void show(List<T> now, int[] naturalOrder) {
    items = now;
    natural = naturalOrder;
    boolean due = System.nanoTime() - sorted > RESORT_NANOS || naturalOrder.length < QUICK;
    if (sort.column() < 0 || due || natural.length != order.length) {
      arrange();
    }
  }

  /** Sorts by a column, or as given. */
  public void sort(SortOrder next) {
    sort = next;
    arrange();
  }

  public T item(int row) {
    return items.get(order[row] - 1);
  }

  private void arrange() {
    order = sort.column() < 0 ? natural : sorted(columns.get(sort.column()));
    if (rowOf.length <= items.size()) {
      rowOf = new int[Math.max(16, items.size() * 2)];
    }
    Arrays.fill(rowOf, -1);
    for (int row = 0; row < order.length; row++) {
      rowOf[order[row]] = row;
    }
    sorted = System.nanoTime();
  }

  private int[] sorted(ItemColumn<T> column) {
    Comparator<T> by = column.order();
    if (by == null) {
      return natural;
    }
    Comparator<T> directed = sort.descending() ? by.reversed() : by;
    return Arrays.stream(natural)
        .boxed()
        .sorted((a, b) -> directed.compare(items.get(a - 1), items.get(b - 1)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  @Override
  public int size() {
    return order.length;
  }

  @Override
  public void cell(int row, int column, Cell out) {
    if (row < order.length) {
      columns.get(column).cell().accept(item(row), out);
    }
  }

  @Override
  public int key(int row) {
    return order[row];
  }

  @Override
  public int row(int key) {
    return key >= 1 && key < rowOf.length ? rowOf[key] : -1;
  }
}
