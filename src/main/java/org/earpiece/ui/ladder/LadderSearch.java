package org.earpiece.ui.ladder;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.earpiece.session.CaptureSession;
import org.earpiece.ui.find.FindRow;
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
  private final FindRow row;
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
    row =
        new FindRow(
            "the ladder",
            "a method, a code, a number, any text of a message",
            this::search,
            step,
            this::closed);
  }

  Node node() {
    return row.node();
  }

  void open() {
    row.open();
    search();
  }

  private void closed() {
    searching.cancel();
    found.accept(Set.of());
    closed.run();
  }

  /** The ladder is another one, or has grown. */
  void about(List<Integer> newCalls, LadderModel newModel) {
    calls = newCalls;
    model = newModel;
    if (row.isOpen()) {
      search();
    }
  }

  private void search() {
    String wanted = row.words().strip().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty()) {
      searching.cancel();
      row.say("");
      found.accept(Set.of());
      return;
    }
    LadderModel within = model;
    List<Integer> of = calls;
    searching.run(
        () -> frames(within, session, of, wanted),
        frames -> {
          row.say(
              frames.isEmpty()
                  ? "No message has that."
                  : Numbers.of(frames.size(), "frame has that", "frames have that"));
          found.accept(frames);
        },
        e -> row.say("The messages cannot be read: " + e.getMessage()));
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
