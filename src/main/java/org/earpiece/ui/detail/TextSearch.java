package org.earpiece.ui.detail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
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

/** A row that finds words in a text, letter case apart. FX thread. */
final class TextSearch {
  /** Places that are counted and walked. */
  private static final int MOST = 10_000;

  private final Supplier<String> text;
  private final BiConsumer<Integer, Integer> found;
  private final Runnable closed;
  private final TextField words = new TextField();
  private final Label said = new Label();
  private final HBox node = new HBox();
  private int at = -1;

  /**
   * @param found is given the first character of a place, and the one behind its last
   * @param closed the row was put away
   */
  TextSearch(Supplier<String> text, BiConsumer<Integer, Integer> found, Runnable closed) {
    this.text = text;
    this.found = found;
    this.closed = closed;
    words.setPromptText("any text of this message");
    words.setAccessibleText("What to find in the message");
    words
        .textProperty()
        .addListener(o -> {
          at = -1;
          step(true);
        });
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(60);
    said.getStyleClass().add("dim");
    said.setMinWidth(Region.USE_PREF_SIZE);
    node.getChildren()
        .setAll(
            words,
            said,
            button("Previous", () -> step(false)),
            button("Next", () -> step(true)),
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

  Node node() {
    return node;
  }

  void open() {
    shown(true);
    words.requestFocus();
    words.selectAll();
  }

  private void close() {
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
    } else if (e.getCode() == KeyCode.ENTER) {
      step(!e.isShiftDown());
      e.consume();
    }
  }

  private void step(boolean forward) {
    String wanted = words.getText().toLowerCase(Locale.ROOT);
    List<Integer> places = wanted.isEmpty() ? List.of() : places(wanted);
    if (places.isEmpty()) {
      said.setText(wanted.isEmpty() ? "" : "Not in this message.");
      return;
    }
    at = Math.floorMod(at < 0 ? 0 : at + (forward ? 1 : -1), places.size());
    said.setText((at + 1) + " of " + places.size());
    found.accept(places.get(at), places.get(at) + wanted.length());
  }

  private List<Integer> places(String wanted) {
    String within = text.get().toLowerCase(Locale.ROOT);
    List<Integer> places = new ArrayList<>();
    int place = within.indexOf(wanted);
    while (place >= 0 && places.size() < MOST) {
      places.add(place);
      place = within.indexOf(wanted, place + wanted.length());
    }
    return places;
  }
}
