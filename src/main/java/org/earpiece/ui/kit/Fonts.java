package org.earpiece.ui.kit;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.text.Font;

/**
 * The bundled fonts. {@link #load} once before the first window; then style sheets know them by
 * family. FX thread.
 */
public final class Fonts {
  /** Family of the interface; its figures have one width. */
  public static final String SANS = "Inter Tabular";

  /** Family of filters, messages and bytes; without ligatures. */
  public static final String MONO = "JetBrains Mono Plain";

  /** Sizes, px: lists and controls, table heads and messages, axes. */
  public static final double BASE = 13;

  public static final double SMALL = 12;
  public static final double TINY = 11;

  private static final String[] FILES = {
    "InterTabular-Regular.otf",
    "InterTabular-Medium.otf",
    "InterTabular-SemiBold.otf",
    "InterTabular-Bold.otf",
    "JetBrainsMonoPlain-Regular.ttf",
    "JetBrainsMonoPlain-Bold.ttf"
  };

  private static final Map<String, Font> CACHE = new HashMap<>();

  private Fonts() {}

  /** Makes the bundled fonts known to JavaFX; again does nothing of note. */
  public static void load() {
    for (String file : FILES) {
      String url =
          Objects.requireNonNull(Fonts.class.getResource("/org/earpiece/ui/fonts/" + file))
              .toExternalForm();
      Objects.requireNonNull(Font.loadFont(url, BASE), file);
    }
  }

  public static Font regular(double size) {
    return font(SANS, size);
  }

  public static Font medium(double size) {
    return font(SANS + " Medium", size);
  }

  public static Font semiBold(double size) {
    return font(SANS + " SemiBold", size);
  }

  public static Font mono(double size) {
    return font(MONO, size);
  }

  private static Font font(String family, double size) {
    return CACHE.computeIfAbsent(family + size, key -> Font.font(family, size));
  }
}
