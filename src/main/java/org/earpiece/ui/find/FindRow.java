package org.earpiece.ui.find;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * A row in which one writes what is looked for: Enter goes to the next place, Shift+Enter to the
 * one before, Esc puts the row away. Hidden at first. FX thread.
 */
public final class FindRow {
  private static final double LEAST = 60;

  private final Runnable closed;
  private final Consumer<Boolean> step;
  private final TextField words = new TextField();
  private final Label said = new Label();
  private final HBox node = new HBox();

  /**
   * @param what where it is looked, for who cannot see the row: {@code the ladder}
   * @param prompt what may be written
   * @param changed other words are looked for
   * @param step goes to the next place, or to the one before
   * @param closed the row was put away
   * @param choices how it is looked, if one has a choice
   */
  public FindRow(
      String what,
      String prompt,
      Runnable changed,
      Consumer<Boolean> step,
      Runnable closed,
      Node... choices) {
    this.step = step;
    this.closed = closed;
    words.setPromptText(prompt);
    words.setAccessibleText("What to find in " + what);
    words.textProperty().addListener(o -> changed.run());
    words.setMinWidth(LEAST);
    HBox.setHgrow(words, Priority.ALWAYS);
    said.getStyleClass().add("dim");
    said.setMinWidth(Region.USE_PREF_SIZE);
    node.getChildren().add(new Label("Find"));
    node.getChildren().addAll(choices);
    node.getChildren()
        .addAll(
            words,
            said,
            button("Previous", () -> step.accept(false)),
            button("Next", () -> step.accept(true)),
            button("Close", this::close));
    node.getStyleClass().addAll("bar", "find");
    node.setAlignment(Pos.CENTER_LEFT);
    node.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    shown(false);
  }

  private static Button button(String word, Runnable action) {
    Button button = new Button(word);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(e -> action.run());
    return button;
  }

  public Node node() {
    return node;
  }

  /** Shows the row, with the caret in it. */
  public void open() {
    shown(true);
    words.requestFocus();
    words.selectAll();
  }

  /** Puts the caret back into the row. */
  public void focus() {
    words.requestFocus();
  }

  public boolean isOpen() {
    return node.isVisible();
  }

  /** Says what may be written. */
  public void prompt(String text) {
    words.setPromptText(text);
  }

  /** What is looked for. */
  public String words() {
    return words.getText();
  }

  /** Says how the search went. */
  public void say(String text) {
    said.setText(text);
  }

  /** Puts the row away. */
  public void close() {
    shown(false);
    closed.run();
  }

  private void shown(boolean on) {
    node.setVisible(on);
    node.setManaged(on);
  }

  private void key(KeyEvent e) {
    if (e.getCode() == KeyCode.ESCAPE) {
      close();
      e.consume();
    } else if (e.getCode() == KeyCode.ENTER && words.equals(e.getTarget())) {
      step.accept(!e.isShiftDown());
      e.consume();
    }
  }
}
