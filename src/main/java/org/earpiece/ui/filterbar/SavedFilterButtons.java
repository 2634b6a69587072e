package org.earpiece.ui.filterbar;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.earpiece.filter.FilterNames;
import org.earpiece.filter.phrase.Joining;
import org.earpiece.settings.SavedFilter;
import org.earpiece.ui.kit.FilterModel;
import org.earpiece.ui.kit.Menus;
import org.earpiece.ui.kit.Preferences;
import org.earpiece.ui.kit.filters.FilterMenus;

/**
 * The saved display filters as buttons. Those that find no room stand in a menu at the end. FX
 * thread.
 */
final class SavedFilterButtons extends Region {
  private static final double GAP = 8;
  private static final double CHIP = 22;

  /** Of the bar's width, what the buttons may take. */
  private static final double MOST_OF_THE_BAR = 0.45;

  private final FilterModel model;
  private final FilterMenus menus;
  private final Preferences preferences;
  private final Runnable filling;
  private final Button more = new Button();
  private final Button add = new Button("+");
  private final List<Button> chips = new ArrayList<>();
  private double barWidth;
  private int fitting;

  /**
   * @param save saves what stands in the field
   * @param filling puts the caret where the first argument belongs
   */
  SavedFilterButtons(
      FilterModel model,
      FilterMenus menus,
      Preferences preferences,
      Runnable save,
      Runnable filling) {
    this.filling = filling;
    this.model = model;
    this.menus = menus;
    this.preferences = preferences;
    add.getStyleClass().add("chip");
    add.setAccessibleText("Save this filter as a button");
    add.setTooltip(new Tooltip("Save the filter in the field as a button"));
    add.setOnAction(e -> save.run());
    more.getStyleClass().add("chip");
    more.setAccessibleText("Further saved filters");
    more.setOnAction(e -> further().show(more, Side.BOTTOM, 0, 4));
    setMinWidth(USE_PREF_SIZE);
    preferences
        .property()
        .addListener((o, was, is) -> {
          if (!was.remembered().savedFilters().equals(is.remembered().savedFilters())) {
            fill();
          }
        });
    model.appliedProperty().addListener((o, was, is) -> mark());
    fill();
  }

  /** Tells how wide the whole bar is: what is over goes into the menu. */
  void within(double width) {
    if (width != barWidth) {
      barWidth = width;
      requestLayout();
    }
  }

  private List<SavedFilter> saved() {
    return preferences.get().remembered().savedFilters();
  }

  private void fill() {
    chips.clear();
    for (SavedFilter each : saved()) {
      chips.add(chip(each));
    }
    getChildren().setAll(chips);
    getChildren().addAll(more, add);
    mark();
    requestLayout();
  }

  private Button chip(SavedFilter each) {
    Button chip = new Button(each.name());
    chip.getStyleClass().add("chip");
    chip.setMnemonicParsing(false);
    String comment = each.comment().isEmpty() ? "" : each.comment() + "\n";
    chip.setTooltip(new Tooltip(comment + each.filter()));
    chip.setUserData(each.filter());
    chip.setOnAction(e -> toggle(each));
    ContextMenu menu = new ContextMenu();
    menu.setOnShowing(e -> menu.getItems().setAll(items(each)));
    menu.getItems().setAll(items(each));
    chip.setContextMenu(menu);
    return chip;
  }

  /** Applies it, or takes it back; one that takes arguments is written down to be filled in. */
  private void toggle(SavedFilter each) {
    if (FilterNames.takesArguments(each.filter())) {
      model.prepare("${" + each.name() + ":}");
      filling.run();
      return;
    }
    menus.apply(model.appliedProperty().get().equals(each.filter()) ? "" : each.filter());
  }

  private List<MenuItem> items(SavedFilter each) {
    MenuItem left = Menus.item("Move left", () -> move(each, -1));
    left.setDisable(saved().indexOf(each) <= 0);
    MenuItem right = Menus.item("Move right", () -> move(each, 1));
    right.setDisable(saved().indexOf(each) >= saved().size() - 1);
    String before = model.appliedProperty().get();
    MenuItem also =
        Menus.item(
            "Apply within what is shown",
            () -> menus.apply(Joining.AND_SELECTED.of(before, each.filter())));
    also.setDisable(before.isEmpty());
    return List.of(
        Menus.item("Apply as filter", () -> menus.apply(each.filter())),
        also,
        Menus.item("Prepare as filter", () -> model.prepare(each.filter())),
        new SeparatorMenuItem(),
        left,
        right,
        Menus.item("Rename or edit…", () -> edit(each)),
        Menus.item("Remove this button", () -> change(all -> all.remove(each))));
  }

  /** The menu of those that found no room. */
  private ContextMenu further() {
    ContextMenu menu = new ContextMenu();
    for (SavedFilter each : saved().subList(Math.min(fitting, saved().size()), saved().size())) {
      Menu one = new Menu(each.name());
      one.setMnemonicParsing(false);
      one.getItems().setAll(items(each));
      menu.getItems().add(one);
    }
    return menu;
  }

  private void edit(SavedFilter each) {
    SavedFilterDialog.ask(getScene().getWindow(), "Edit a saved filter", each, menus::saves)
        .ifPresent(next -> change(all -> Collections.replaceAll(all, each, next)));
  }

  /** Saves one more. */
  void add(SavedFilter next) {
    change(all -> all.add(next));
  }

  private void move(SavedFilter each, int by) {
    change(all -> {
      int at = all.indexOf(each);
      Collections.swap(all, at, Math.clamp(at + by, 0, all.size() - 1));
    });
  }

  private void change(Consumer<List<SavedFilter>> edit) {
    List<SavedFilter> all = new ArrayList<>(saved());
    edit.accept(all);
    preferences.update(s -> s.with(s.remembered().withSavedFilters(all)));
  }

  private void mark() {
    for (Node chip : chips) {
      chip.getStyleClass().remove("on");
      if (model.appliedProperty().get().equals(chip.getUserData())) {
        chip.getStyleClass().add("on");
      }
    }
  }

  /** How many buttons find room beside the menu and the one that adds. */
  private int room() {
    double end = add.prefWidth(CHIP);
    double all = end;
    for (Button chip : chips) {
      all += chip.prefWidth(CHIP) + GAP;
    }
    double most = barWidth * MOST_OF_THE_BAR;
    if (all <= most || barWidth == 0) {
      return chips.size();
    }
    more.setText("+ " + chips.size() + " more");
    double width = end + more.prefWidth(CHIP) + GAP;
    int n = 0;
    while (n < chips.size() && width + chips.get(n).prefWidth(CHIP) + GAP <= most) {
      width += chips.get(n).prefWidth(CHIP) + GAP;
      n++;
    }
    return n;
  }

  @Override
  protected double computePrefWidth(double height) {
    int n = room();
    double width = add.prefWidth(CHIP) + (n < chips.size() ? more.prefWidth(CHIP) + GAP : 0);
    for (Button chip : chips.subList(0, n)) {
      width += chip.prefWidth(CHIP) + GAP;
    }
    return Math.ceil(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    return CHIP;
  }

  @Override
  protected void layoutChildren() {
    fitting = room();
    more.setText("+ " + (chips.size() - fitting) + " more");
    double y = Math.floor((getHeight() - CHIP) / 2);
    double x = 0;
    for (int i = 0; i < chips.size(); i++) {
      Button chip = chips.get(i);
      chip.setVisible(i < fitting);
      if (i < fitting) {
        chip.resizeRelocate(x, y, chip.prefWidth(CHIP), CHIP);
        x += chip.prefWidth(CHIP) + GAP;
      }
    }
    more.setVisible(fitting < chips.size());
    if (more.isVisible()) {
      more.resizeRelocate(x, y, more.prefWidth(CHIP), CHIP);
      x += more.prefWidth(CHIP) + GAP;
    }
    add.resizeRelocate(x, y, add.prefWidth(CHIP), CHIP);
  }
}
