package org.earpiece.ui.packets.colour;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.earpiece.session.listing.Colouring;
import org.earpiece.settings.ColouringRule;
import org.earpiece.settings.ShippedRules;
import org.earpiece.ui.kit.Menus;
import org.earpiece.ui.kit.Theme;
import org.earpiece.ui.kit.Workspace;
import org.jspecify.annotations.Nullable;

/** The rules in force: those of conversations, then those of the settings. FX thread. */
public final class Colours {
  private static final double SWATCH = 12;

  private final Workspace workspace;
  private final Consumer<Colouring> changed;
  private final RuleColours shades = new RuleColours();
  private final ConversationColours conversations = new ConversationColours();
  private List<ColouringRule> settled = List.of();
  private Colouring colouring;

  /**
   * @param changed is given other rules
   */
  public Colours(Workspace workspace, Consumer<Colouring> changed) {
    this.workspace = workspace;
    this.changed = changed;
    settled = workspace.preferences().get().packets().rules();
    colouring = compiled();
  }

  public RuleColours shades() {
    return shades;
  }

  public Colouring colouring() {
    return colouring;
  }

  /** Takes what the settings have, where that is something else. Cheap. */
  public void follow() {
    List<ColouringRule> now = workspace.preferences().get().packets().rules();
    if (!now.equals(settled)) {
      settled = now;
      renew();
    }
  }

  private Colouring compiled() {
    List<ColouringRule> all = new ArrayList<>(conversations.rules());
    all.addAll(settled);
    shades.rules(all);
    return Colouring.of(all, workspace.filterNames());
  }

  private void renew() {
    colouring = compiled();
    changed.accept(colouring);
  }

  /** Gives a conversation colour 1 to 10. */
  public void colour(int number, String conversation) {
    conversations.colour(number, conversation);
    renew();
  }

  /** Takes the colours of conversations back. */
  public void resetConversations() {
    conversations.reset();
    renew();
  }

  /** Opens the editor of the rules. */
  public void edit(@Nullable Window owner) {
    new RulesDialog(workspace).show(owner);
  }

  private static Region swatch(ColouringRule rule) {
    Region swatch = new Region();
    Shades shades = Shades.of(rule, Theme.palette().dark());
    swatch.setBackground(
        new Background(new BackgroundFill(shades.ground(), new CornerRadii(3), null)));
    swatch.setMinSize(SWATCH, SWATCH);
    return swatch;
  }

  /**
   * The menu of colours.
   *
   * @param conversation is given the number of a colour for the conversation at hand; null where
   *     there is none
   */
  public Menu menu(@Nullable IntConsumer conversation, @Nullable Window owner) {
    Menu menu = new Menu("Colours");
    List<MenuItem> items = menu.getItems();
    if (conversation != null) {
      for (int i = 1; i <= ConversationColours.COUNT; i++) {
        int number = i;
        MenuItem item = Menus.item("This conversation: " + i, () -> conversation.accept(number));
        item.setGraphic(swatch(ShippedRules.CONVERSATIONS.get(i - 1)));
        items.add(item);
      }
    }
    MenuItem reset = Menus.item("Reset conversations", this::resetConversations);
    reset.setDisable(conversations.none());
    items.add(reset);
    items.add(new SeparatorMenuItem());
    items.add(Menus.item("Colouring rules…", () -> edit(owner)));
    return menu;
  }
}
