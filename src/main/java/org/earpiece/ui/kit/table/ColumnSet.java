package org.earpiece.ui.kit.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which columns are shown, in which order and how wide. FX thread. */
final class ColumnSet {
  static final double MIN_WIDTH = 28;
  private static final int GRIP = 4;

  private List<TableColumn> columns;
  private double[] widths;
  private boolean[] shown;
  private final List<Integer> order = new ArrayList<>();

  ColumnSet(List<TableColumn> columns) {
    this.columns = List.copyOf(columns);
    widths = new double[columns.size()];
    shown = new boolean[columns.size()];
    reset();
  }

  /** Takes other columns; those that were there before stay as a person arranged them. */
  void declare(List<TableColumn> next) {
    String arranged = write();
    columns = List.copyOf(next);
    widths = new double[next.size()];
    shown = new boolean[next.size()];
    reset();
    read(arranged);
  }

  /** Everything as declared. */
  void reset() {
    order.clear();
    for (int i = 0; i < columns.size(); i++) {
      widths[i] = columns.get(i).width();
      shown[i] = columns.get(i).shown();
      order.add(i);
    }
  }

  TableColumn column(int column) {
    return columns.get(column);
  }

  int count() {
    return columns.size();
  }

  boolean shown(int column) {
    return shown[column];
  }

  void show(int column, boolean on) {
    shown[column] = on || (visible().size() == 1 && shown[column]);
  }

  /** Shows the columns of a set and no others, as declared. */
  void only(String group) {
    reset();
    for (int i = 0; i < columns.size(); i++) {
      shown[i] = columns.get(i).group().equals(group);
    }
  }

  /** Columns from left to right. */
  List<Integer> visible() {
    return order.stream().filter(i -> shown[i]).toList();
  }

  /** The columns from left to right as they are now. */
  List<TableColumn> shown() {
    return visible().stream().map(i -> columns.get(i).wide(widths[i])).toList();
  }

  /** How wide a column is drawn: the last one takes what is left. */
  double width(int column, double room) {
    List<Integer> visible = visible();
    if (visible.getLast() == column) {
      double others = total() - widths[column];
      return Math.max(widths[column], room - others);
    }
    return widths[column];
  }

  double total() {
    return visible().stream().mapToDouble(i -> widths[i]).sum();
  }

  void resize(int column, double width) {
    widths[column] = Math.max(MIN_WIDTH, Math.rint(width));
  }

  double width(int column) {
    return widths[column];
  }

  /** The left edge of a column, px from the first one's. */
  double left(int column) {
    double x = 0;
    for (int i : visible()) {
      if (i == column) {
        return x;
      }
      x += widths[i];
    }
    return x;
  }

  /** The column under a place, or -1. */
  int at(double x) {
    double edge = 0;
    List<Integer> visible = visible();
    for (int i : visible) {
      edge += widths[i];
      if (x < edge) {
        return i;
      }
    }
    return visible.getLast();
  }

  /** The column whose right edge is under a place, or -1. */
  int gripAt(double x) {
    double edge = 0;
    for (int i : visible()) {
      edge += widths[i];
      if (Math.abs(x - edge) <= GRIP) {
        return i;
      }
    }
    return -1;
  }

  /** Puts a column in the place of another. */
  void move(int column, int place) {
    if (column != place) {
      int to = order.indexOf(place);
      order.remove(Integer.valueOf(column));
      order.add(Math.min(to, order.size()), column);
    }
  }

  /** As text for the settings: {@code no:56,time:110,-info:400}. */
  String write() {
    StringBuilder out = new StringBuilder();
    for (int i : order) {
      out.append(out.isEmpty() ? "" : ",")
          .append(shown[i] ? "" : "-")
          .append(columns.get(i).id())
          .append(':')
          .append(Math.round(widths[i]));
    }
    return out.toString();
  }

  /**
   * Takes what {@link #write} wrote; unknown columns are left out, new ones stand behind the one
   * that they are declared behind.
   */
  void read(String text) {
    List<Integer> read = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      int colon = part.indexOf(':');
      boolean hidden = part.startsWith("-");
      int column = colon < 0 ? -1 : find(part.substring(hidden ? 1 : 0, colon));
      if (column >= 0 && !read.contains(column)) {
        read.add(column);
        shown[column] = !hidden;
        resize(column, width(part.substring(colon + 1), widths[column]));
      }
    }
    order.removeAll(read);
    for (int fresh : order) {
      read.add(read.indexOf(fresh - 1) + 1, fresh);
    }
    order.clear();
    order.addAll(read);
    if (visible().isEmpty()) {
      Arrays.fill(shown, true);
    }
  }

  private static double width(String digits, double otherwise) {
    return digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : otherwise;
  }

  /** The column of an identity, or -1. */
  int find(String id) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).id().equals(id)) {
        return i;
      }
    }
    return -1;
  }
}
