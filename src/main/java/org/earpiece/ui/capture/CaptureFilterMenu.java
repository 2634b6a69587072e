package org.earpiece.ui.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.VBox;
import org.earpiece.settings.SavedFilter;
import org.earpiece.ui.filterbar.SavedFilterDialog;
import org.earpiece.ui.kit.Menus;
import org.earpiece.ui.kit.Preferences;

/** The capture filters to choose from: presets, saved ones, those used before. FX thread. */
final class CaptureFilterMenu {
  private static final int LONGEST = 90;

  private final Preferences preferences;
  private final Consumer<String> choose;
  private final ContextMenu menu = new ContextMenu();

  /**
   * @param choose is given the filter that was chosen
   */
  CaptureFilterMenu(Preferences preferences, Consumer<String> choose) {
    this.preferences = preferences;
    this.choose = choose;
    menu.getStyleClass().add("capture-filters");
  }

  /**
   * Opens the menu below a field.
   *
   * @param text what stands in it
   * @param valid whether that may be saved
   */
  void show(Node field, String text, boolean valid) {
    List<MenuItem> items = new ArrayList<>();
    for (CapturePreset preset : CapturePreset.ALL) {
      items.add(item(preset.title(), preset.sentence(), preset.filter()));
    }
    List<SavedFilter> saved = preferences.get().remembered().savedCaptureFilters();
    items.add(new SeparatorMenuItem());
    for (SavedFilter each : saved) {
      items.add(item(each.name(), each.comment(), each.filter()));
    }
    MenuItem save = Menus.item("Save this filter…", () -> save(field, text));
    save.setDisable(!valid || text.isBlank());
    items.add(save);
    if (!saved.isEmpty()) {
      items.add(removing(saved));
    }
    List<String> before = preferences.get().remembered().captureFilters();
    if (!before.isEmpty()) {
      items.add(new SeparatorMenuItem());
    }
    for (String used : before) {
      String shown = used.length() > LONGEST ? used.substring(0, LONGEST) + "…" : used;
      MenuItem item = Menus.item(shown, () -> choose.accept(used));
      item.getStyleClass().add("mono");
      items.add(item);
    }
    menu.getItems().setAll(items);
    menu.show(field, Side.BOTTOM, 0, 4);
  }

  private MenuItem item(String title, String sentence, String filter) {
    Label name = new Label(title);
    name.getStyleClass().add("semibold");
    Label words = new Label(sentence);
    words.getStyleClass().add("dim");
    Label written = new Label(filter);
    written.getStyleClass().addAll("mono", "small");
    VBox box = new VBox(1, name);
    if (!sentence.isEmpty()) {
      box.getChildren().add(words);
    }
    if (!filter.isEmpty()) {
      box.getChildren().add(written);
    }
    CustomMenuItem item = new CustomMenuItem(box);
    item.setText(title);
    item.setMnemonicParsing(false);
    item.setOnAction(e -> choose.accept(filter));
    return item;
  }

  private void save(Node field, String text) {
    SavedFilterDialog.ask(
            field.getScene().getWindow(),
            "Save capture filter",
            new SavedFilter("", text.strip()),
            filter -> filter.equals(text.strip()))
        .ifPresent(next -> change(all -> all.add(next)));
  }

  private Menu removing(List<SavedFilter> saved) {
    Menu remove = new Menu("Remove a saved filter");
    for (SavedFilter each : saved) {
      remove.getItems().add(Menus.item(each.name(), () -> change(all -> all.remove(each))));
    }
    return remove;
  }

  private void change(Consumer<List<SavedFilter>> edit) {
    List<SavedFilter> all = new ArrayList<>(preferences.get().remembered().savedCaptureFilters());
    edit.accept(all);
    preferences.update(s -> s.with(s.remembered().withSavedCaptureFilters(all)));
  }
}
