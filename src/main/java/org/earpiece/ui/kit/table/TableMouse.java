package org.earpiece.ui.kit.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Cursor;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;
import org.earpiece.ui.kit.Menus;
import org.jspecify.annotations.Nullable;

/** The mouse on a table: rows, and in the head sorting, resizing, reordering, hiding. FX thread. */
final class TableMouse {
  private static final double DRAG = 5;

  private enum Gesture {
    NONE,
    RESIZE,
    PRESS_HEAD,
    MOVE_COLUMN
  }

  private final VirtualTable table;
  private final ContextMenu menu = new ContextMenu();
  private final Tooltip tooltip = new Tooltip();
  private Gesture gesture = Gesture.NONE;
  private int column = -1;
  private double pressX;
  private double pressWidth;
  private @Nullable String clipped;

  TableMouse(VirtualTable table) {
    this.table = table;
    tooltip.setShowDelay(Duration.millis(400));
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(640);
  }

  void listen() {
    table.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    table.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    table.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    table.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
    table.addEventHandler(MouseEvent.MOUSE_EXITED, e -> table.hover(-1));
    table.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
    table.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
  }

  private static boolean head(double y) {
    return y < TablePainter.HEAD;
  }

  private void pressed(MouseEvent e) {
    menu.hide();
    table.requestFocus();
    double x = table.columnX(e.getX());
    if (head(e.getY())) {
      if (e.getButton() == MouseButton.PRIMARY) {
        pressedHead(e, x);
      }
      return;
    }
    int row = table.rowAt(e.getY());
    if (e.getButton() == MouseButton.PRIMARY && table.onFoldMark(row, e.getX())) {
      table.fold(row, table.fold(row) == Fold.OPEN);
      return;
    }
    boolean chosen = row >= 0 && table.selection().has(table.rows().key(row));
    if (e.getButton() == MouseButton.PRIMARY || !chosen) {
      table.choose(row, e.isShortcutDown(), e.isShiftDown());
    }
    if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2 && row >= 0) {
      table.open();
    }
  }

  private void pressedHead(MouseEvent e, double x) {
    int grip = table.columns().gripAt(x);
    if (grip >= 0 && e.getClickCount() == 2) {
      table.optimalWidth(grip);
      gesture = Gesture.NONE;
    } else {
      gesture = grip >= 0 ? Gesture.RESIZE : Gesture.PRESS_HEAD;
      column = grip >= 0 ? grip : table.columns().at(x);
      pressX = e.getX();
      pressWidth = table.columns().width(column);
    }
  }

  private void dragged(MouseEvent e) {
    switch (gesture) {
      case RESIZE -> {
        table.columns().resize(column, pressWidth + e.getX() - pressX);
        table.columnsChanged();
      }
      case PRESS_HEAD -> {
        if (Math.abs(e.getX() - pressX) > DRAG) {
          gesture = Gesture.MOVE_COLUMN;
        }
      }
      case MOVE_COLUMN -> table.drop(table.columns().at(table.columnX(e.getX())));
      case NONE -> {}
    }
  }

  private void released(MouseEvent e) {
    if (gesture == Gesture.PRESS_HEAD) {
      table.sortBy(column);
    } else if (gesture == Gesture.MOVE_COLUMN) {
      table.columns().move(column, table.columns().at(table.columnX(e.getX())));
      table.drop(-1);
      table.columnsChanged();
    }
    gesture = Gesture.NONE;
  }

  private void moved(MouseEvent e) {
    boolean grip = head(e.getY()) && table.columns().gripAt(table.columnX(e.getX())) >= 0;
    table.setCursor(grip ? Cursor.H_RESIZE : Cursor.DEFAULT);
    int row = table.rowAt(e.getY());
    table.hover(row);
    int under = table.columns().at(table.columnX(e.getX()));
    double width = table.columns().width(under, table.bodyWidth());
    explain(row < 0 ? null : table.painter().clipped(table.rows(), row, under, width));
  }

  private void explain(@Nullable String text) {
    if (text == null ? clipped == null : text.equals(clipped)) {
      return;
    }
    clipped = text;
    tooltip.hide();
    if (text == null) {
      Tooltip.uninstall(table, tooltip);
    } else {
      tooltip.setText(text);
      Tooltip.install(table, tooltip);
    }
  }

  private void scrolled(ScrollEvent e) {
    boolean sideways = e.isShiftDown() && e.getDeltaX() == 0;
    table.scrollBy(
        sideways ? -e.getDeltaY() : -e.getDeltaX(), sideways ? 0 : -Math.rint(e.getDeltaY()));
    table.hover(table.rowAt(e.getY()));
    e.consume();
  }

  private void menu(ContextMenuEvent e) {
    boolean keyboard = e.isKeyboardTrigger();
    int row =
        keyboard ? table.lead() < 0 ? -1 : table.rows().row(table.lead()) : table.rowAt(e.getY());
    List<MenuItem> items =
        !keyboard && head(e.getY())
            ? columnItems(table.columns().at(table.columnX(e.getX())))
            : table.menuAt(row, table.columns().at(table.columnX(keyboard ? 0 : e.getX())));
    if (!items.isEmpty()) {
      menu.getItems().setAll(items);
      menu.show(table, e.getScreenX(), e.getScreenY());
    }
    e.consume();
  }

  private List<MenuItem> columnItems(int at) {
    List<MenuItem> items = new ArrayList<>(table.headMenuAt(at));
    if (!items.isEmpty()) {
      items.add(new SeparatorMenuItem());
    }
    ColumnSet columns = table.columns();
    Map<String, Menu> groups = new LinkedHashMap<>();
    for (int i = 0; i < columns.count(); i++) {
      String group = columns.column(i).group();
      if (group.isEmpty()) {
        items.add(columnItem(i));
      } else {
        groups.computeIfAbsent(group, this::groupMenu).getItems().add(columnItem(i));
      }
    }
    items.add(new SeparatorMenuItem());
    items.addAll(groups.values());
    items.add(Menus.item("All columns as they were", table::resetColumns));
    return items;
  }

  private MenuItem columnItem(int column) {
    ColumnSet columns = table.columns();
    CheckMenuItem item = new CheckMenuItem(columns.column(column).title());
    item.setSelected(columns.shown(column));
    item.setOnAction(e -> {
      columns.show(column, item.isSelected());
      table.columnsChanged();
    });
    return item;
  }

  private Menu groupMenu(String group) {
    Menu menuOfGroup = new Menu(group);
    menuOfGroup
        .getItems()
        .addAll(
            Menus.item(
                "Only these",
                () -> {
                  table.columns().only(group);
                  table.columnsChanged();
                }),
            new SeparatorMenuItem());
    return menuOfGroup;
  }
}
