package org.earpiece.ui.ladder;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
import org.earpiece.session.CaptureSession;
import org.earpiece.ui.kit.Background;
import org.earpiece.ui.kit.Numbers;
import org.earpiece.voip.ladder.LadderModel;
import org.earpiece.voip.ladder.LadderModel.Message;

/**
 * A row in which one writes what is looked for in a ladder: in labels, in what SDP does, in every
 * line of the messages. FX thread.
 */
final class LadderSearch {
  private final CaptureSession session;
  private final Background.Slot searching;
  private final Consumer<Set<Integer>> found;
  private final Runnable closed;
  private final TextField words = new TextField();
  private final Label said = new Label();
  private final HBox node = new HBox();
  private List<Integer> calls = List.of();
  private LadderModel model = new LadderModel(List.of(), List.of(), 1, 0, 0);

  /**
   * @param found is given the frames that have it
   * @param step goes to the next of them, or to the one before
   * @param closed the row was put away
   */
  LadderSearch(
      CaptureSession session,
      Background background,
      Consumer<Set<Integer>> found,
      Consumer<Boolean> step,
      Runnable closed) {
    this.session = session;
    this.searching = background.slot();
    this.found = found;
    this.closed = closed;
    words.setPromptText("a method, a code, a number, any text of a message");
    words.setAccessibleText("What to find in the ladder");
    words.textProperty().addListener(o -> search());
    HBox.setHgrow(words, Priority.ALWAYS);
    said.getStyleClass().add("dim");
    said.setMinWidth(Region.USE_PREF_SIZE);
    Button before = button("Previous", () -> step.accept(false));
    Button next = button("Next", () -> step.accept(true));
    node.getChildren()
        .setAll(new Label("Find"), words, said, before, next, button("Close", this::close));
    node.getStyleClass().addAll("bar", "find");
    node.setAlignment(Pos.CENTER_LEFT);
    node.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ESCAPE) {
            close();
            e.consume();
          } else if (e.getCode() == KeyCode.ENTER && words.equals(e.getTarget())) {
            step.accept(!e.isShiftDown());
            e.consume();
          }
        });
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
    search();
  }

  private void close() {
    shown(false);
    searching.cancel();
    found.accept(Set.of());
    closed.run();
  }

  private void shown(boolean on) {
    node.setVisible(on);
    node.setManaged(on);
  }

  /** The ladder is another one, or has grown. */
  void about(List<Integer> newCalls, LadderModel newModel) {
    calls = newCalls;
    model = newModel;
    if (node.isVisible()) {
      search();
    }
  }

  private void search() {
    String wanted = words.getText().strip().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty()) {
      searching.cancel();
      said.setText("");
      found.accept(Set.of());
      return;
    }
    LadderModel within = model;
    List<Integer> of = calls;
    searching.run(
        () -> frames(within, session, of, wanted),
        frames -> {
          said.setText(
              frames.isEmpty()
                  ? "No message has that."
                  : Numbers.of(frames.size(), "frame has that", "frames have that"));
          found.accept(frames);
        },
        e -> said.setText("The messages cannot be read: " + e.getMessage()));
  }

  private static Set<Integer> frames(
      LadderModel model, CaptureSession session, List<Integer> calls, String wanted)
      throws IOException {
    Set<Integer> frames = new HashSet<>();
    for (LadderModel.Entry entry : model.entries()) {
      if (entry instanceof Message message
          && has(message.label() + " " + message.detail(), wanted)) {
        frames.addAll(message.frames());
      }
    }
    session.messages(
        calls,
        record -> {
          if (has(record.text(), wanted)) {
            frames.add(record.frame());
          }
        });
    return frames;
  }

  private static boolean has(String text, String wanted) {
    return text.toLowerCase(Locale.ROOT).contains(wanted);
  }
}
