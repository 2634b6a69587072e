package org.earpiece.ui.kit.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import org.earpiece.ui.kit.CanvasView;
import org.earpiece.ui.kit.Palette;
import org.earpiece.ui.kit.Preferences;
import org.earpiece.ui.kit.filters.FilterDrag;

/**
 * A table over {@link TableRows}: head with columns to resize, reorder, hide and sort by; canvas
 * body that draws what is on screen; selection by key, so that it survives sorting and filtering;
 * the growing end is followed until someone scrolls away. FX thread.
 */
public final class VirtualTable extends Region {
  private final TablePainter painter = new TablePainter();
  private final Viewport viewport = new Viewport();
  private final RowSelection selection = new RowSelection();
  private final ColumnSet columns;
  private final TableRows rows;
  private final TableBars bars;
  private final Label empty = new Label();
  private final Body body = new Body();
  private final List<Integer> topKeys = new ArrayList<>();

  private SortOrder sort = SortOrder.NATURAL;
  private int hoverRow = -1;
  private int dropColumn = -1;
  private boolean revealDue;
  private Consumer<List<Integer>> onSelect = keys -> {};
  private Consumer<Integer> onOpen = key -> {};
  private Consumer<SortOrder> onSort = order -> {};
  private Runnable onColumns = () -> {};
  private BiConsumer<Integer, Boolean> onFold = (key, shut) -> {};
  private BiFunction<Integer, Integer, List<MenuItem>> menu = (row, column) -> List.of();
  private IntFunction<List<MenuItem>> headMenu = column -> List.of();
  private Runnable onReset = () -> {};

  /**
   * @param accessibleName what the list holds: {@code Calls}
   */
  public VirtualTable(String accessibleName, List<TableColumn> columns, TableRows rows) {
    this.columns = new ColumnSet(columns);
    this.rows = rows;
    getStyleClass().add("virtual-table");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TABLE_VIEW);
    setAccessibleText(accessibleName);
    empty.getStyleClass().addAll("empty", "dim");
    empty.setWrapText(true);
    empty.setMouseTransparent(true);
    bars = new TableBars(viewport, this::scrollTo, body::invalidate);
    getChildren().addAll(body, empty);
    getChildren().addAll(bars.nodes());
    focusVisibleProperty().addListener((o, was, is) -> body.invalidate());
    new TableMouse(this).listen();
    new TableKeys(this).listen();
  }

  private final class Body extends CanvasView {
    @Override
    protected void draw(GraphicsContext g, double width, double height, Palette p) {
      painter.draw(
          g,
          width,
          height,
          p,
          new TablePainter.Scene(
              rows,
              columns,
              viewport,
              selection,
              sort,
              hoverRow,
              dropColumn,
              isFocusVisible(),
              bars.x()));
    }
  }

  /** Which end new rows come to. */
  public VirtualTable follow(Follow end) {
    viewport.follow(end);
    return this;
  }

  /** Called with the keys selected, in the order of selecting; the last one leads. */
  public void onSelect(Consumer<List<Integer>> listener) {
    onSelect = listener;
  }

  /** Called with the key of a row that was double clicked, or Enter pressed on. */
  public void onOpen(Consumer<Integer> listener) {
    onOpen = listener;
  }

  /** Called when a head was clicked; the list sorts its rows and calls {@link #refresh}. */
  public void onSort(Consumer<SortOrder> listener) {
    onSort = listener;
  }

  /** Keeps the columns as a person arranged them, from one start to the next. */
  public void remember(Preferences preferences, String name) {
    columns.read(preferences.layout(name, ""));
    onColumns = () -> preferences.keepLayout(name, columns.write());
  }

  /** Called with the key of a row, and whether what belongs to it is to be hidden. */
  public void onFold(BiConsumer<Integer, Boolean> listener) {
    onFold = listener;
  }

  /** Gives the items of the menu on a cell: of row and column. */
  public void menu(BiFunction<Integer, Integer, List<MenuItem>> items) {
    menu = items;
  }

  /** Lets cells be dragged to the filter bar: gives the filter on a cell, of row and column. */
  public void drag(BiFunction<Integer, Integer, String> filter) {
    FilterDrag.from(
        this,
        e -> {
          int row = rowAt(e.getY());
          return row < 0 ? "" : filter.apply(row, columns.at(columnX(e.getX())));
        });
  }

  /** The identity of a column: {@code source}. */
  public String columnId(int column) {
    return columns.column(column).id();
  }

  /** Gives items for the menu on the head of a column, before those that every list has. */
  public void headMenu(IntFunction<List<MenuItem>> items) {
    headMenu = items;
  }

  /** Called when a person wants all columns as they were. */
  public void onReset(Runnable listener) {
    onReset = listener;
  }

  /** Puts something narrow between the rows and their scroll bar, as high as that. */
  public void strip(Region beside) {
    bars.strip(beside);
    getChildren().add(beside);
  }

  /** Takes other columns; those that stay are where they were. */
  public void declare(List<TableColumn> next) {
    String sorted = sort.column() < 0 ? "" : columns.column(sort.column()).id();
    columns.declare(next);
    sort = new SortOrder(columns.find(sorted), sort.descending());
    columnsChanged();
  }

  /** Why the list is empty and what to do; shown while it is. */
  public void emptyText(String sentence) {
    if (!sentence.equals(empty.getText())) {
      empty.setText(sentence);
      requestLayout();
    }
  }

  /** Rows came, went or changed. Cheap. */
  public void refresh() {
    keepPlace();
    viewport.size(rows.size(), viewport.height());
    rememberPlace();
    bars();
    boolean none = rows.size() == 0;
    if (empty.isVisible() != none) {
      empty.setVisible(none);
    }
    body.invalidate();
  }

  /** Selects rows by key without telling the listener; the last one leads. Scrolls to it. */
  public void select(List<Integer> keys) {
    if (keys.equals(selection.keys())) {
      return;
    }
    selection.none();
    for (int key : keys) {
      selection.toggle(key);
    }
    revealLead();
    describe();
  }

  private void revealLead() {
    int row = selection.lead() < 0 ? -1 : rows.row(selection.lead());
    revealDue = viewport.height() <= 0;
    if (row >= 0 && !revealDue) {
      viewport.reveal(row);
      rememberPlace();
      bars();
    }
    body.invalidate();
  }

  /** Shows the end that grows, and follows it again. */
  public void followAgain() {
    viewport.resumeFollowing();
    rememberPlace();
    bars();
    body.invalidate();
  }

  /** The rows stand in another order: shows the leading one, or the first. */
  public void rearranged() {
    topKeys.clear();
    refresh();
    viewport.scrollTo(0);
    revealLead();
  }

  /** Scrolls so that a row is in the middle. */
  public void center(int row) {
    scrollTo(row * Viewport.ROW - viewport.height() / 2);
  }

  /** The keys of the selected rows, the leading one last. */
  public List<Integer> selected() {
    return selection.keys();
  }

  /** Which end new rows come to. */
  public Follow follows() {
    return viewport.follows();
  }

  /** Whether the end that grows is followed. */
  public boolean following() {
    return viewport.following();
  }

  /** The key of the leading row, or -1. */
  public int lead() {
    return selection.lead();
  }

  public SortOrder sort() {
    return sort;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    double bodyHeight = bars.bodyHeight(height, width, columns.total());
    viewport.size(rows.size(), Math.max(0, bodyHeight - TablePainter.HEAD));
    double bodyWidth = bars.bodyWidth(width);
    body.resizeRelocate(0, 0, bodyWidth, bodyHeight);
    bars.place(width, height, bodyWidth, bodyHeight);
    double emptyWidth = Math.min(560, width - 32);
    empty.resizeRelocate(
        Math.rint((width - emptyWidth) / 2),
        TablePainter.HEAD + 24,
        emptyWidth,
        Math.max(0, Math.min(80, bodyHeight - TablePainter.HEAD - 24)));
    if (revealDue) {
      revealLead();
    }
    rememberPlace();
    bars();
    body.invalidate();
  }

  private void bars() {
    if (bars.update(columns.total(), body.getWidth())) {
      requestLayout();
    }
  }

  /** What is on screen stays there although rows came before it. */
  private void keepPlace() {
    if (viewport.following()) {
      return;
    }
    int first = viewport.first();
    for (int i = 0; i < topKeys.size(); i++) {
      int row = rows.row(topKeys.get(i));
      if (row >= 0) {
        if (row != first + i) {
          viewport.size(rows.size(), viewport.height());
          viewport.shift(row - first - i);
        }
        return;
      }
    }
  }

  private void rememberPlace() {
    topKeys.clear();
    for (int row = viewport.first(); row < Math.min(viewport.end(), viewport.first() + 4); row++) {
      topKeys.add(rows.key(row));
    }
  }

  void scrollTo(double offset) {
    viewport.scrollTo(offset);
    rememberPlace();
    bars();
    body.invalidate();
  }

  void scrollBy(double dx, double dy) {
    bars.sideways(dx);
    if (dy != 0) {
      scrollTo(viewport.offset() + dy);
    }
  }

  /** A person chose a row: with Ctrl one more, with Shift a range. */
  void choose(int row, boolean toggle, boolean range) {
    if (row < 0 || row >= rows.size()) {
      return;
    }
    int key = rows.key(row);
    if (toggle) {
      selection.toggle(key);
    } else if (range) {
      selection.rangeTo(key, rows);
    } else {
      selection.only(key);
    }
    viewport.reveal(row);
    rememberPlace();
    bars();
    body.invalidate();
    describe();
    onSelect.accept(selection.keys());
  }

  /** Opens the leading row. */
  void open() {
    if (selection.lead() >= 0 && rows.row(selection.lead()) >= 0) {
      onOpen.accept(selection.lead());
    }
  }

  /** Whether a place is on the mark of a row that folds. */
  boolean onFoldMark(int row, double x) {
    int column = columns.at(columnX(x));
    return row >= 0
        && painter.fold(rows, row, column).folds()
        && columnX(x) - columns.left(column) < TablePainter.FOLD_MARK;
  }

  /** How the leading row stands to others. */
  Fold leadFold() {
    int row = selection.lead() < 0 ? -1 : rows.row(selection.lead());
    return row < 0 ? Fold.SINGLE : fold(row);
  }

  Fold fold(int row) {
    for (int column : columns.visible()) {
      Fold fold = painter.fold(rows, row, column);
      if (fold != Fold.SINGLE) {
        return fold;
      }
    }
    return Fold.SINGLE;
  }

  /** Hides or shows what belongs to a row. */
  void fold(int row, boolean shut) {
    onFold.accept(rows.key(row), shut);
  }

  void sortBy(int column) {
    if (columns.column(column).sortable()) {
      sort(sort.click(column));
    }
  }

  /** Sorts the rows, as a click on a head does. */
  public void sort(SortOrder order) {
    sort = order;
    onSort.accept(order);
    refresh();
  }

  void columnsChanged() {
    onColumns.run();
    requestLayout();
    body.invalidate();
  }

  /** As wide as what is on screen wants. */
  public void optimalWidth(int column) {
    double width = painter.wantedHead(columns.column(column));
    for (int row = viewport.first(); row < viewport.end(); row++) {
      width = Math.max(width, painter.wanted(rows, row, column));
    }
    columns.resize(column, width);
    columnsChanged();
  }

  void hover(int row) {
    if (row != hoverRow) {
      hoverRow = row;
      body.invalidate();
    }
  }

  void drop(int column) {
    if (column != dropColumn) {
      dropColumn = column;
      body.invalidate();
    }
  }

  void resetColumns() {
    columns.reset();
    onReset.run();
    columnsChanged();
  }

  /** Hides a column, unless it is the last one. */
  public void hide(int column) {
    columns.show(column, false);
    columnsChanged();
  }

  List<MenuItem> headMenuAt(int column) {
    return headMenu.apply(column);
  }

  List<MenuItem> menuAt(int row, int column) {
    return menu.apply(row, column);
  }

  int rowAt(double y) {
    if (y < TablePainter.HEAD || y >= TablePainter.HEAD + viewport.height()) {
      return -1;
    }
    int row = (int) ((y - TablePainter.HEAD + viewport.offset()) / Viewport.ROW);
    return row < rows.size() ? row : -1;
  }

  double columnX(double x) {
    return x + bars.x();
  }

  ColumnSet columns() {
    return columns;
  }

  Viewport viewport() {
    return viewport;
  }

  TableRows rows() {
    return rows;
  }

  RowSelection selection() {
    return selection;
  }

  TablePainter painter() {
    return painter;
  }

  double bodyWidth() {
    return body.getWidth();
  }

  /** The columns on show, from left to right, each as wide as it is now. */
  public List<TableColumn> shown() {
    return columns.shown();
  }

  /** The cells of a row, separated by tabs. */
  public String rowText(int row) {
    List<String> cells = new ArrayList<>();
    for (int column : columns.visible()) {
      cells.add(painter.text(rows, row, column));
    }
    return String.join("\t", cells);
  }

  private void describe() {
    int row = selection.lead() < 0 ? -1 : rows.row(selection.lead());
    setAccessibleHelp(row < 0 ? "" : "Row " + (row + 1) + ": " + rowText(row));
    pseudoClassStateChanged(PseudoClass.getPseudoClass("filled"), row >= 0);
  }
}
