package org.earpiece.ui;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys of the window, and the list of them that F1 shows. FX thread. */
final class Shortcuts {
  /**
   * A key and what it does.
   *
   * @param plain whether it is a plain character, which belongs to a text field that has the focus
   */
  record Shortcut(KeyCombination keys, String name, boolean plain, Runnable action) {
    static Shortcut ctrl(KeyCode code, String name, Runnable action) {
      return new Shortcut(
          new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN), name, false, action);
    }

    static Shortcut ctrlShift(KeyCode code, String name, Runnable action) {
      KeyCombination keys =
          new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
      return new Shortcut(keys, name, false, action);
    }

    static Shortcut plain(KeyCode code, String name, Runnable action) {
      boolean character = code.isDigitKey() || code.isLetterKey();
      return new Shortcut(new KeyCodeCombination(code), name, character, action);
    }
  }

  private final List<Shortcut> all;

  Shortcuts(List<Shortcut> all) {
    this.all = List.copyOf(all);
  }

  List<Shortcut> all() {
    return all;
  }

  void listen(Scene scene) {
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          boolean writing = scene.getFocusOwner() instanceof TextInputControl;
          for (Shortcut each : all) {
            if (each.keys().match(e) && !(each.plain() && writing)) {
              each.action().run();
              e.consume();
              return;
            }
          }
        });
  }
}
