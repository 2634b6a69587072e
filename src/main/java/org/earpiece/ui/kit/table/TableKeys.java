package org.earpiece.ui.kit.table;

import java.util.stream.Collectors;
import javafx.scene.input.KeyEvent;
import org.earpiece.ui.kit.Clip;

/** The keyboard of a table. FX thread. */
final class TableKeys {
  private final VirtualTable table;

  TableKeys(VirtualTable table) {
    this.table = table;
  }

  void listen() {
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent e) {
    int size = table.rows().size();
    int lead = table.lead() < 0 ? -1 : table.rows().row(table.lead());
    int page = table.viewport().page();
    switch (e.getCode()) {
      case UP -> go(lead < 0 ? size - 1 : lead - 1, e);
      case DOWN -> go(lead + 1, e);
      case PAGE_UP -> go(Math.max(0, lead - page), e);
      case PAGE_DOWN -> go(Math.min(size - 1, lead + page), e);
      case HOME -> go(0, e);
      case END -> end(size, e);
      case LEFT -> left(lead, e);
      case RIGHT -> right(lead, e);
      case ENTER -> {
        table.open();
        e.consume();
      }
      case C -> copy(e);
      default -> {}
    }
  }

  private void go(int row, KeyEvent e) {
    table.choose(Math.clamp(row, 0, Math.max(0, table.rows().size() - 1)), false, e.isShiftDown());
    e.consume();
  }

  private void end(int size, KeyEvent e) {
    go(size - 1, e);
    if (e.isControlDown()) {
      table.followAgain();
    }
  }

  /** As in a tree: shuts what is open, goes from what is under a row to it; else scrolls. */
  private void left(int lead, KeyEvent e) {
    Fold fold = table.leadFold();
    if (fold == Fold.OPEN) {
      table.fold(lead, true);
      e.consume();
    } else if (fold == Fold.UNDER) {
      int above = lead;
      while (above > 0 && table.fold(above) == Fold.UNDER) {
        above--;
      }
      go(above, e);
    } else {
      scroll(-48, e);
    }
  }

  private void right(int lead, KeyEvent e) {
    if (table.leadFold() == Fold.SHUT) {
      table.fold(lead, false);
      e.consume();
    } else {
      scroll(48, e);
    }
  }

  private void scroll(double by, KeyEvent e) {
    table.scrollBy(by, 0);
    e.consume();
  }

  private void copy(KeyEvent e) {
    if (e.isShortcutDown() && !table.selection().keys().isEmpty()) {
      Clip.put(
          table.selection().keys().stream()
              .map(key -> table.rows().row(key))
              .filter(row -> row >= 0)
              .sorted()
              .map(table::rowText)
              .collect(Collectors.joining("\n")));
      e.consume();
    }
  }
}
