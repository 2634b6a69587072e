package org.earpiece.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.earpiece.ui.kit.Numbers;

/** The list of views at the left, each with a live count. FX thread. */
final class Navigation {
  private final VBox node = new VBox();
  private final List<HBox> items = new ArrayList<>();
  private final List<Label> counts = new ArrayList<>();
  private final IntConsumer open;

  Navigation(List<String> titles, IntConsumer open) {
    this.open = open;
    node.getStyleClass().add("nav");
    for (int i = 0; i < titles.size(); i++) {
      items.add(item(titles.get(i), i));
    }
    node.getChildren().setAll(items);
  }

  Node node() {
    return node;
  }

  /** Marks the view on show. */
  void mark(int index) {
    for (int i = 0; i < items.size(); i++) {
      items.get(i).getStyleClass().remove("on");
    }
    items.get(index).getStyleClass().add("on");
  }

  void count(int index, int count) {
    String text = Numbers.count(count);
    Label label = counts.get(index);
    if (!text.equals(label.getText())) {
      label.setText(text);
      HBox item = items.get(index);
      item.setAccessibleText(((Label) item.getChildren().getFirst()).getText() + ", " + count);
    }
  }

  private HBox item(String title, int index) {
    Label word = new Label(title);
    word.getStyleClass().add("title");
    Label count = new Label();
    count.getStyleClass().add("count");
    counts.add(count);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox item = new HBox(word, gap, count);
    item.getStyleClass().add("nav-item");
    item.setFocusTraversable(true);
    item.setAccessibleRole(AccessibleRole.LIST_ITEM);
    item.setOnMousePressed(e -> open.accept(index));
    item.addEventHandler(KeyEvent.KEY_PRESSED, e -> key(e, index));
    return item;
  }

  private void key(KeyEvent e, int index) {
    if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
      open.accept(index);
      e.consume();
    } else if (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.UP) {
      int next = index + (e.getCode() == KeyCode.DOWN ? 1 : -1);
      if (next >= 0 && next < items.size()) {
        items.get(next).requestFocus();
      }
      e.consume();
    }
  }
}
