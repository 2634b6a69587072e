package org.earpiece.ui.capture;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.util.Duration;
import org.earpiece.capture.live.CaptureFilter;
import org.earpiece.packet.LinkType;
import org.earpiece.ui.kit.Background;
import org.earpiece.ui.kit.FilterField;
import org.earpiece.ui.kit.Preferences;

/** The capture filter, checked by libpcap while it is written; presets and history. FX thread. */
final class CaptureFilterField {
  private static final Duration REST = Duration.millis(150);

  private final FilterField field =
      new FilterField("capture", "everything (Down shows presets)", "Capture filter");
  private final Preferences preferences;
  private final Background.Slot checking;
  private final PauseTransition rest = new PauseTransition(REST);
  private final CaptureFilterMenu menu;
  private boolean valid;

  CaptureFilterField(Background background, Preferences preferences) {
    this.preferences = preferences;
    checking = background.slot();
    menu = new CaptureFilterMenu(preferences, this::choose);
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
          valid = false;
          if (is.isBlank()) {
            field.none("everything is captured");
          } else {
            field.waiting("…");
          }
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
    field.menu("Presets, saved and former capture filters (Down)", this::presets);
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
      field.none("everything is captured");
      keep("");
      return;
    }
    checking.run(
        () -> java.util.Optional.ofNullable(CaptureFilter.check(text, LinkType.ETHERNET)),
        wrong -> {
          if (wrong.isPresent()) {
            field.bad(wrong.get(), -1, -1);
          } else {
            valid = true;
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
    menu.show(field.node(), field.text().getText(), valid);
  }

  private void choose(String filter) {
    field.text().setText(filter);
    field.text().requestFocus();
    field.text().end();
  }
}
