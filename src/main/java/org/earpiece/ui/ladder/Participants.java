package org.earpiece.ui.ladder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputDialog;
import org.earpiece.ui.kit.Menus;
import org.earpiece.ui.kit.dialogs.Dialogs;
import org.earpiece.voip.ladder.LadderArrangement;
import org.earpiece.voip.ladder.LadderModel.Participant;

/**
 * Who is shown in a pane's ladders, in which order and under which name, as a person wants it; kept
 * from one call to the next. FX thread.
 */
final class Participants {
  private final Runnable changed;
  private final Map<String, String> given = new HashMap<>();
  private final Map<String, String> hidden = new HashMap<>();
  private Map<String, String> hosts = Map.of();
  private Map<String, String> captured = Map.of();
  private List<String> order = List.of();

  /**
   * @param changed is told of each change
   */
  Participants(Runnable changed) {
    this.changed = changed;
  }

  LadderArrangement arrangement() {
    Map<String, String> names = new HashMap<>(hosts);
    names.putAll(given);
    return new LadderArrangement(names, captured, order, Set.copyOf(hidden.keySet()));
  }

  /** The names of the hosts file. */
  void hosts(Map<String, String> names) {
    hosts = Map.copyOf(names);
    changed.run();
  }

  /** The names that the capture has; no change by itself. */
  void captured(Map<String, String> names) {
    captured = Map.copyOf(names);
  }

  /** Moves a participant to another's place. */
  void move(List<Participant> shown, int from, int to) {
    if (from == to || from < 0 || to < 0 || from >= shown.size() || to >= shown.size()) {
      return;
    }
    List<String> keys = new ArrayList<>(shown.stream().map(Participant::key).toList());
    keys.add(to, keys.remove(from));
    Set<String> present = new HashSet<>(keys);
    order.stream().filter(key -> !present.contains(key)).forEach(keys::add);
    order = List.copyOf(keys);
    changed.run();
  }

  /** Hides a participant, unless it is the last. */
  void hide(List<Participant> shown, int index) {
    if (shown.size() > 1) {
      Participant participant = shown.get(index);
      hidden.put(participant.key(), participant.word());
      changed.run();
    }
  }

  void rename(Participant participant, Node owner) {
    TextInputDialog dialog = new TextInputDialog(participant.word());
    dialog.initOwner(owner.getScene().getWindow());
    dialog.setTitle("Rename");
    dialog.setHeaderText(null);
    dialog.setContentText("Name for " + participant.key());
    Dialogs.ask(dialog).ifPresent(name -> rename(participant.key(), name.strip()));
  }

  /** An empty name gives back the one that the ladder found. */
  void rename(String key, String name) {
    if (name.isEmpty()) {
      given.remove(key);
    } else {
      given.put(key, name);
    }
    changed.run();
  }

  /** As the ladder found them, all of them; names of the hosts file stay. */
  void reset() {
    given.clear();
    hidden.clear();
    order = List.of();
    changed.run();
  }

  boolean natural() {
    return given.isEmpty() && hidden.isEmpty() && order.isEmpty();
  }

  ContextMenu menu(List<Participant> shown, int index, Node owner) {
    Participant participant = shown.get(index);
    ContextMenu menu =
        new ContextMenu(
            Menus.item("Rename…", () -> rename(participant, owner)),
            Menus.item("Hide", () -> hide(shown, index)),
            Menus.item("Move left", () -> move(shown, index, index - 1)),
            Menus.item("Move right", () -> move(shown, index, index + 1)));
    menu.getItems().get(1).setDisable(shown.size() < 2);
    menu.getItems().get(2).setDisable(index == 0);
    menu.getItems().get(3).setDisable(index == shown.size() - 1);
    if (!hidden.isEmpty()) {
      menu.getItems().add(new SeparatorMenuItem());
      hidden.forEach((key, word) ->
          menu.getItems()
              .add(
                  Menus.item(
                      "Show " + word,
                      () -> {
                        hidden.remove(key);
                        changed.run();
                      })));
    }
    if (!natural()) {
      menu.getItems().add(new SeparatorMenuItem());
      menu.getItems().add(Menus.item("All in natural order", this::reset));
    }
    return menu;
  }
}
