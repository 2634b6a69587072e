package org.earpiece.ui.capture;

import javafx.animation.PauseTransition;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.earpiece.capture.live.CaptureFilter;
import org.earpiece.packet.LinkType;
import org.earpiece.ui.kit.Background;
import org.earpiece.ui.kit.FilterField;
import org.earpiece.ui.kit.Menus;
import org.earpiece.ui.kit.Preferences;

/** The capture filter, checked by libpcap while it is written; presets and history. FX thread. */
final class CaptureFilterField {
  private static final Duration REST = Duration.millis(150);
  private static final int LONGEST = 70;

  private final FilterField field =
      new FilterField("capture", "everything (Down shows presets)", "Capture filter");
  private final Preferences preferences;
  private final Background.Slot checking;
  private final PauseTransition rest = new PauseTransition(REST);
  private final ContextMenu menu = new ContextMenu();

  CaptureFilterField(Background background, Preferences preferences) {
    this.preferences = preferences;
    checking = background.slot();
    field.text().setText(preferences.get().capture().filter());
    preferences
        .property()
        .addListener((o, was, is) -> {
          String filter = is.capture().filter();
          if (!filter.equals(was.capture().filter())
              && !filter.equals(field.text().getText().strip())) {
            field.text().setText(filter);
          }
        });
    rest.setOnFinished(e -> check());
    field
        .textProperty()
        .addListener((o, was, is) -> {
          checking.cancel();
          field.clearStatus();
          rest.playFromStart();
        });
    field
        .text()
        .setOnKeyPressed(e -> {
          if (e.getCode() == KeyCode.DOWN) {
            presets();
            e.consume();
          }
        });
    Label more = new Label("▾");
    more.getStyleClass().add("field-menu");
    more.setAccessibleText("Presets of capture filters");
    more.setOnMousePressed(e -> presets());
    ((HBox) field.node()).getChildren().add(more);
    check();
  }

  Node node() {
    return field.node();
  }

  void disable(boolean capturing) {
    field.text().setEditable(!capturing);
  }

  private void check() {
    String text = field.text().getText();
    if (text.isBlank()) {
      keep("");
      return;
    }
    checking.run(
        () -> java.util.Optional.ofNullable(CaptureFilter.check(text, LinkType.ETHERNET)),
        wrong -> {
          if (wrong.isPresent()) {
            field.bad(wrong.get(), -1, -1);
          } else {
            field.good("valid");
            keep(text);
          }
        },
        e -> field.bad(String.valueOf(e.getMessage()), -1, -1));
  }

  private void keep(String valid) {
    preferences.update(s -> s.with(s.capture().withFilter(valid.strip())));
  }

  private void presets() {
    menu.getItems().clear();
    for (CapturePreset preset : CapturePreset.ALL) {
      menu.getItems().add(Menus.item(preset.title(), () -> choose(preset.filter())));
    }
    boolean first = true;
    for (String used : preferences.get().remembered().captureFilters()) {
      if (first) {
        menu.getItems().add(new SeparatorMenuItem());
        first = false;
      }
      String shown = used.length() > LONGEST ? used.substring(0, LONGEST) + "…" : used;
      MenuItem item = Menus.item(shown, () -> choose(used));
      item.getStyleClass().add("mono");
      menu.getItems().add(item);
    }
    menu.show(field.node(), Side.BOTTOM, 0, 4);
  }

  private void choose(String filter) {
    field.text().setText(filter);
    field.text().requestFocus();
    field.text().end();
  }
}
