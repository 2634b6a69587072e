package org.earpiece.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Scene;
import org.earpiece.settings.ThemeChoice;
import org.earpiece.ui.kit.Palette;
import org.earpiece.ui.kit.Theme;

/**
 * Gives a scene its colours, and follows the desktop where that is chosen, as long as somebody
 * holds on to it. FX thread.
 */
final class ThemeSwitch {
  private static final String STYLES = sheet("earpiece.css");
  private static final String PANES = sheet("panes.css");
  private static final String OPAQUE = sheet("opaque.css");

  private final Scene scene;
  private final ChangeListener<ColorScheme> desktop = (o, was, is) -> apply();
  private ThemeChoice choice = ThemeChoice.SYSTEM;
  private boolean applied;

  ThemeSwitch(Scene scene) {
    this.scene = scene;
    Platform.getPreferences().colorSchemeProperty().addListener(new WeakChangeListener<>(desktop));
  }

  private static String sheet(String name) {
    return Objects.requireNonNull(ThemeSwitch.class.getResource(name)).toExternalForm();
  }

  void choose(ThemeChoice next) {
    if (next != choice || !applied) {
      choice = next;
      applied = true;
      apply();
    }
  }

  private void apply() {
    boolean dark =
        switch (choice) {
          case LIGHT -> false;
          case DARK -> true;
          case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    Palette palette = dark ? Palette.DARK : Palette.LIGHT;
    Theme.palette(palette);
    Application.setUserAgentStylesheet(
        (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
    scene.getStylesheets().setAll(palette.styleSheet(), STYLES, PANES);
    if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
      scene.getStylesheets().add(OPAQUE);
    }
    scene.setFill(palette.background());
  }
}
