package org.earpiece.ui.kit.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The selected rows by key, the one that leads them, and where a range began. FX thread. */
final class RowSelection {
  private static final int MOST = 10_000;

  private final Set<Integer> keys = new LinkedHashSet<>();
  private int lead = -1;
  private int anchor = -1;

  boolean has(int key) {
    return keys.contains(key);
  }

  /** The key of the row that the keyboard moves, or -1. */
  int lead() {
    return lead;
  }

  List<Integer> keys() {
    return new ArrayList<>(keys);
  }

  void only(int key) {
    keys.clear();
    keys.add(key);
    lead = key;
    anchor = key;
  }

  void none() {
    keys.clear();
    lead = -1;
    anchor = -1;
  }

  void toggle(int key) {
    if (!keys.remove(key) && keys.size() < MOST) {
      keys.add(key);
    }
    lead = key;
    anchor = key;
  }

  /** Selects from where the range began to a row. */
  void rangeTo(int key, TableRows rows) {
    int from = anchor < 0 ? -1 : rows.row(anchor);
    int to = rows.row(key);
    if (from < 0 || to < 0) {
      only(key);
      return;
    }
    keys.clear();
    int step = from <= to ? 1 : -1;
    for (int row = from; row != to + step && keys.size() < MOST; row += step) {
      keys.add(rows.key(row));
    }
    lead = key;
  }
}
