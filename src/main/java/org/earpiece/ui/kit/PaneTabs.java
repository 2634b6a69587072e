package org.earpiece.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.earpiece.session.Snapshot;
import org.jspecify.annotations.Nullable;

/** Some panes as tabs, of which one is on show. FX thread. */
public final class PaneTabs {
  private final BorderPane node = new BorderPane();
  private final HBox strip = new HBox();
  private final List<Label> words = new ArrayList<>();
  private final Runnable changed;
  private List<Pane> panes = List.of();
  private @Nullable Pane current;
  private Selection shownSelection = Selection.NONE;
  private long shownVersion = -1;

  /**
   * @param changed called when another pane comes on show
   */
  public PaneTabs(Runnable changed) {
    this.changed = changed;
    strip.getStyleClass().add("tabs");
    strip.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    node.getStyleClass().add("pane");
    node.setTop(strip);
    node.setMinSize(0, 0);
  }

  public Node node() {
    return node;
  }

  /** The pane on show, or null where there are none. */
  public @Nullable Pane current() {
    return current;
  }

  /** Puts other panes in place; keeps the one on show if it is among them. */
  public void set(List<Pane> next) {
    panes = List.copyOf(next);
    words.clear();
    for (Pane pane : panes) {
      words.add(word(pane));
    }
    Pane keep = current != null && panes.contains(current) ? current : null;
    open(keep != null ? keep : panes.isEmpty() ? null : panes.getFirst());
  }

  /** Brings a pane on show. */
  public void open(@Nullable Pane pane) {
    current = pane;
    shownVersion = -1;
    node.setCenter(pane == null ? null : pane.node());
    strip.getChildren().setAll(words);
    if (pane != null && !pane.tools().isEmpty()) {
      HBox tools = new HBox();
      tools.getStyleClass().add("tab-tools");
      tools.getChildren().setAll(pane.tools());
      HBox.setHgrow(tools, Priority.ALWAYS);
      strip.getChildren().add(tools);
    }
    mark();
    changed.run();
  }

  /** Has the pane on show follow the selection and the snapshot, if either changed. */
  public void show(Selection selection, Snapshot snapshot) {
    if (current != null
        && (snapshot.version() != shownVersion || !selection.equals(shownSelection))) {
      shownVersion = snapshot.version();
      shownSelection = selection;
      current.show(selection, snapshot);
      titles();
    }
  }

  private Label word(Pane pane) {
    Label word = new Label(pane.title());
    word.getStyleClass().add("tab-word");
    word.setMinWidth(Region.USE_PREF_SIZE);
    word.setFocusTraversable(true);
    word.setAccessibleRole(AccessibleRole.TAB_ITEM);
    word.setOnMousePressed(e -> open(pane));
    return word;
  }

  private void titles() {
    for (int i = 0; i < panes.size(); i++) {
      String title = panes.get(i).title();
      if (!title.equals(words.get(i).getText())) {
        words.get(i).setText(title);
      }
    }
  }

  private void mark() {
    for (int i = 0; i < panes.size(); i++) {
      words.get(i).getStyleClass().remove("on");
      if (panes.get(i).equals(current)) {
        words.get(i).getStyleClass().add("on");
      }
    }
  }

  private void key(KeyEvent e) {
    int step = e.getCode() == KeyCode.RIGHT ? 1 : e.getCode() == KeyCode.LEFT ? -1 : 0;
    if (step != 0 && current != null) {
      int next = Math.floorMod(panes.indexOf(current) + step, panes.size());
      open(panes.get(next));
      words.get(next).requestFocus();
      e.consume();
    }
  }
}
