package org.earpiece.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;
import org.earpiece.ui.kit.dialogs.Dialogs;

/** The list of keys. FX thread. */
final class KeysDialog {
  private static final String[][] IN_LISTS = {
    {"Up, Down, Page, Home, End", "move in a list"},
    {"Shift or Ctrl with them, or a click", "select several rows"},
    {"Ctrl+End", "follow new packets again"},
    {"Ctrl+C", "copy the selected rows"},
    {"Left, Right", "fold and unfold a conversation"},
    {"N, Shift+N", "in Quality: the next packet with something wrong, the one before"},
    {"Up, Down, Enter", "in Ladder: walk the messages, open or fold a quiet stretch"},
    {"Left, Right, with Shift", "in Ladder: choose a participant, move it"},
    {"F2, Del, Ins", "in Ladder: rename it, hide it, show all in natural order"},
    {"Ctrl+F or /", "in Ladder: find text in its messages"},
    {"C", "in Ladder: compare this message; C, Enter or a click on the other"},
    {"Space", "in Audio: play and pause"},
    {"C", "in Packets: compare this SIP message with the next one chosen"},
    {"Left, Right, with Shift, Ctrl", "in Details: shut and open it, what is below, all"},
    {"Enter", "in Details: follow a link"},
    {"Shift with the arrows, Ctrl+C", "in Bytes: select and copy as hex dump"},
    {"Ctrl+F", "in Message: find in it"},
    {"Ctrl+Space", "complete a field, operator or value in the display filter"},
    {"Ctrl+Down, Del", "filters used before, forget one"},
    {"Esc", "clear the display filter"}
  };

  private KeysDialog() {}

  static void show(Window owner, List<Shortcuts.Shortcut> shortcuts) {
    List<String[]> all = new ArrayList<>();
    shortcuts.forEach(each -> all.add(new String[] {each.keys().getDisplayText(), each.name()}));
    all.addAll(List.of(IN_LISTS));
    GridPane grid = new GridPane(24, 5);
    int half = (all.size() + 1) / 2;
    for (int i = 0; i < all.size(); i++) {
      grid.add(key(all.get(i)[0]), i < half ? 0 : 2, i % half);
      grid.add(word(all.get(i)[1]), i < half ? 1 : 3, i % half);
    }
    grid.getStyleClass().add("dialog-body");
    Dialog<ButtonType> dialog = new Dialog<>();
    dialog.initOwner(owner);
    dialog.setTitle("Keys");
    dialog.getDialogPane().setContent(grid);
    dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
    Dialogs.ask(dialog);
  }

  private static Label key(String text) {
    Label label = word(text);
    label.getStyleClass().addAll("mono", "dim");
    return label;
  }

  private static Label word(String text) {
    Label label = new Label(text);
    label.setMinWidth(Label.USE_PREF_SIZE);
    return label;
  }
}
