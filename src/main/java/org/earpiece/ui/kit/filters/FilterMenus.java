package org.earpiece.ui.kit.filters;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.earpiece.filter.FilterCompiler;
import org.earpiece.filter.FilterNames;
import org.earpiece.filter.FilterResult;
import org.earpiece.filter.phrase.Joining;
import org.earpiece.ui.kit.Clip;
import org.earpiece.ui.kit.FilterModel;
import org.earpiece.ui.kit.Menus;

/** Wireshark's "apply as filter" and "prepare as filter", the same everywhere. FX thread. */
public final class FilterMenus {
  /** Characters of a filter that a menu shows. */
  private static final int LONGEST = 90;

  private final FilterModel model;
  private final Supplier<FilterNames> names;

  /**
   * @param names what filters may name
   */
  public FilterMenus(FilterModel model, Supplier<FilterNames> names) {
    this.model = model;
    this.names = names;
  }

  /** Both menus on a value, and "copy as filter"; none where there is no filter on it. */
  public List<MenuItem> of(String filter) {
    if (filter.isBlank()) {
      return List.of();
    }
    return List.of(
        menu("Apply as filter", filter, this::apply),
        menu("Prepare as filter", filter, model::prepare),
        Menus.item("Copy as filter", () -> Clip.put(filter)));
  }

  /** The ways to join a filter with the one there is, applied. */
  public ContextMenu joining(String filter) {
    ContextMenu menu = new ContextMenu();
    menu.getItems().setAll(choices(filter, this::apply));
    return menu;
  }

  /** Applies a filter; one that is not valid is only put into the bar, which says why. */
  public void apply(String filter) {
    if (valid(filter)) {
      model.apply(filter);
    } else {
      model.prepare(filter);
    }
  }

  /** Whether a text may be saved: a filter, or one that takes arguments. */
  public boolean saves(String text) {
    return FilterNames.takesArguments(text) || valid(text);
  }

  /** Whether a filter is written as the language has it, with fields that there are. */
  public boolean valid(String filter) {
    return FilterCompiler.compile(filter, names.get()) instanceof FilterResult.Accepted;
  }

  private Menu menu(String title, String filter, Consumer<String> use) {
    Menu menu = new Menu(title);
    menu.getItems().setAll(choices(filter, use));
    return menu;
  }

  private List<MenuItem> choices(String filter, Consumer<String> use) {
    List<MenuItem> items = new ArrayList<>();
    MenuItem what = Menus.item(shortened(filter), () -> {});
    what.setDisable(true);
    what.getStyleClass().add("mono");
    items.add(what);
    items.add(new SeparatorMenuItem());
    for (Joining way : Joining.values()) {
      items.add(Menus.item(way.title(), () -> use.accept(way.of(before(), filter))));
    }
    return items;
  }

  /** What stands in the bar, so that several prepared ones add up; the one in force if invalid. */
  private String before() {
    String text = model.textProperty().get();
    return valid(text) ? text : model.appliedProperty().get();
  }

  private static String shortened(String filter) {
    return filter.length() > LONGEST ? filter.substring(0, LONGEST) + "…" : filter;
  }
}
