package org.earpiece.ui.kit;

import javafx.scene.control.MenuItem;

/** Items of menus. FX thread. */
public final class Menus {
  private Menus() {}

  /** An item; its text is taken as it is. */
  public static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setMnemonicParsing(false);
    item.setOnAction(e -> action.run());
    return item;
  }
}
