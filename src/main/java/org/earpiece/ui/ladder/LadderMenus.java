package org.earpiece.ui.ladder;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.earpiece.report.LadderFile;
import org.earpiece.report.LadderTime;
import org.earpiece.ui.kit.Menus;

/** The menus above a ladder. FX thread. */
final class LadderMenus {
  private final MenuButton export = new MenuButton("Export");
  private final List<Node> all;

  LadderMenus(
      LadderTime time,
      Consumer<LadderTime> timed,
      Consumer<Boolean> split,
      Participants participants,
      Runnable hosts,
      Consumer<LadderFile> exported) {
    for (LadderFile format : LadderFile.values()) {
      String words = format == LadderFile.TXT ? "As text…" : "As " + format + "…";
      export.getItems().add(Menus.item(words, () -> exported.accept(format)));
    }
    export.setDisable(true);
    all = List.of(times(time, timed), people(split, participants, hosts), export);
  }

  List<Node> all() {
    return all;
  }

  /** Whether there is a ladder to export. */
  void exportable(boolean on) {
    export.setDisable(!on);
  }

  private static MenuButton times(LadderTime now, Consumer<LadderTime> timed) {
    MenuButton menu = new MenuButton("Time");
    ToggleGroup group = new ToggleGroup();
    for (LadderTime time : LadderTime.values()) {
      RadioMenuItem item = new RadioMenuItem(time.title());
      item.setToggleGroup(group);
      item.setSelected(time == now);
      item.setOnAction(e -> timed.accept(time));
      menu.getItems().add(item);
    }
    return menu;
  }

  private static MenuButton people(
      Consumer<Boolean> split, Participants participants, Runnable hosts) {
    CheckMenuItem ports = new CheckMenuItem("A column for each port of a host");
    ports.setOnAction(e -> split.accept(ports.isSelected()));
    MenuButton menu = new MenuButton("Participants");
    menu.getItems()
        .setAll(
            ports,
            Menus.item("Names from a hosts file…", hosts),
            new SeparatorMenuItem(),
            Menus.item("Show all, in natural order", participants::reset));
    return menu;
  }
}
