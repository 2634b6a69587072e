package org.earpiece.ui.kit.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
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
  private static final double BAR = 12;

  private final TablePainter painter = new TablePainter();
  private final Viewport viewport = new Viewport();
  private final RowSelection selection = new RowSelection();
  private final ColumnSet columns;
  private final TableRows rows;
  private final ScrollBar vertical = new ScrollBar();
  private final ScrollBar horizontal = new ScrollBar();
  private final Label empty = new Label();
  private final Body body = new Body();
  private final List<Integer> topKeys = new ArrayList<>();

  private SortOrder sort = SortOrder.NATURAL;
  private int hoverRow = -1;
  private int dropColumn = -1;
  private boolean adjusting;
  private boolean revealDue;
  private Consumer<List<Integer>> onSelect = keys -> {};
  private Consumer<Integer> onOpen = key -> {};
  private Consumer<SortOrder> onSort = order -> {};
  private Runnable onColumns = () -> {};
  private BiConsumer<Integer, Boolean> onFold = (key, shut) -> {};
  private BiFunction<Integer, Integer, List<MenuItem>> menu = (row, column) -> List.of();

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
    vertical.setOrientation(Orientation.VERTICAL);
    empty.getStyleClass().addAll("empty", "dim");
    empty.setWrapText(true);
    empty.setMouseTransparent(true);
    getChildren().addAll(body, empty, vertical, horizontal);
    vertical.valueProperty().addListener((o, was, is) -> scrolled(is.doubleValue()));
    horizontal.valueProperty().addListener((o, was, is) -> body.invalidate());
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
              horizontal.getValue()));
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
    boolean wide = columns.total() > width - BAR;
    double bodyHeight = height - (wide ? BAR : 0);
    viewport.size(rows.size(), Math.max(0, bodyHeight - TablePainter.HEAD));
    boolean tall = viewport.max() > 0;
    double bodyWidth = width - (tall ? BAR : 0);
    body.resizeRelocate(0, 0, bodyWidth, bodyHeight);
    vertical.setVisible(tall);
    vertical.resizeRelocate(
        bodyWidth, TablePainter.HEAD, BAR, Math.max(0, bodyHeight - TablePainter.HEAD));
    horizontal.setVisible(wide);
    horizontal.resizeRelocate(0, bodyHeight, bodyWidth, BAR);
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
    adjusting = true;
    boolean tall = viewport.max() > 0;
    if (tall != vertical.isVisible()) {
      requestLayout();
    }
    vertical.setMax(viewport.max());
    vertical.setVisibleAmount(
        viewport.max() * viewport.height() / Math.max(1, viewport.max() + viewport.height()));
    vertical.setUnitIncrement(Viewport.ROW);
    vertical.setBlockIncrement(viewport.page() * Viewport.ROW);
    vertical.setValue(viewport.offset());
    double over = Math.max(0, columns.total() - body.getWidth());
    horizontal.setMax(over);
    horizontal.setVisibleAmount(over * body.getWidth() / Math.max(1, columns.total()));
    horizontal.setValue(Math.min(horizontal.getValue(), over));
    adjusting = false;
  }

  private void scrolled(double value) {
    if (!adjusting) {
      scrollTo(value);
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
    if (dx != 0 && horizontal.isVisible()) {
      horizontal.setValue(Math.clamp(horizontal.getValue() + dx, 0, horizontal.getMax()));
    }
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
      sort = sort.click(column);
      onSort.accept(sort);
      refresh();
    }
  }

  void columnsChanged() {
    onColumns.run();
    requestLayout();
    body.invalidate();
  }

  /** As wide as what is on screen wants. */
  void optimalWidth(int column) {
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
    return x + horizontal.getValue();
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
