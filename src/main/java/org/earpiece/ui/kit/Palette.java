package org.earpiece.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.paint.Color;

/**
 * The colours for drawing on a canvas, read from the style sheet that names them for everything
 * else ({@code palette-light.css}, {@code palette-dark.css}). The current one is {@link
 * Theme#palette}.
 *
 * @param panel the ground of lists and panes
 * @param code the ground of filters, graphs and other data
 * @param fair for areas and lines; text takes {@code fairText}, which holds 4.5:1
 * @param onEmphasis text on accent, good or poor as a ground
 * @param goodBand a translucent ground, as the other bands
 * @param dialogs the grounds of dialogs' numbers
 */
public record Palette(
    boolean dark,
    Color background,
    Color panel,
    Color line,
    Color text,
    Color dim,
    Color faint,
    Color selection,
    Color hover,
    Color chip,
    Color code,
    Color accent,
    Color good,
    Color fair,
    Color fairText,
    Color poor,
    Color onEmphasis,
    Color goodBand,
    Color fairBand,
    Color poorBand,
    Color neutralBand,
    List<Color> dialogs) {

  public static final Palette LIGHT = read(false);
  public static final Palette DARK = read(true);

  private static final double GOOD_MOS = 4.0;
  private static final double FAIR_MOS = 3.6;

  /** The address of the style sheet this palette was read from. */
  public String styleSheet() {
    return sheet(dark);
  }

  /** The colour for text that tells a MOS; dim where it is not known. */
  public Color mosText(double mos) {
    if (Double.isNaN(mos)) {
      return dim;
    }
    return mos >= GOOD_MOS ? good : mos >= FAIR_MOS ? fairText : poor;
  }

  /** The colour for areas that tell a MOS; faint where it is not known. */
  public Color mos(double mos) {
    if (Double.isNaN(mos)) {
      return faint;
    }
    return mos >= GOOD_MOS ? good : mos >= FAIR_MOS ? fair : poor;
  }

  /** The translucent ground for media of a MOS. */
  public Color mosBand(double mos) {
    if (Double.isNaN(mos)) {
      return neutralBand;
    }
    return mos >= GOOD_MOS ? goodBand : mos >= FAIR_MOS ? fairBand : poorBand;
  }

  private static String sheet(boolean dark) {
    String name = dark ? "/org/earpiece/ui/palette-dark.css" : "/org/earpiece/ui/palette-light.css";
    return Objects.requireNonNull(Palette.class.getResource(name)).toExternalForm();
  }

  private static Palette read(boolean dark) {
    Map<String, Color> c = colours(dark);
    return new Palette(
        dark,
        colour(c, "background"),
        colour(c, "panel"),
        colour(c, "line"),
        colour(c, "text"),
        colour(c, "dim"),
        colour(c, "faint"),
        colour(c, "selection"),
        colour(c, "hover"),
        colour(c, "chip"),
        colour(c, "code"),
        colour(c, "accent"),
        colour(c, "good"),
        colour(c, "fair"),
        colour(c, "fair-text"),
        colour(c, "poor"),
        colour(c, "on-emphasis"),
        colour(c, "good-band"),
        colour(c, "fair-band"),
        colour(c, "poor-band"),
        colour(c, "neutral-band"),
        Stream.of("one", "two", "three", "four", "five", "six")
            .map(number -> colour(c, "dialog-" + number))
            .toList());
  }

  private static Color colour(Map<String, Color> colours, String name) {
    return Objects.requireNonNull(colours.get(name), "the palette lacks " + name);
  }

  private static Map<String, Color> colours(boolean dark) {
    String name = dark ? "/org/earpiece/ui/palette-dark.css" : "/org/earpiece/ui/palette-light.css";
    try (InputStream in = Objects.requireNonNull(Palette.class.getResourceAsStream(name))) {
      String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Matcher m = Pattern.compile("-ep-([a-z-]+):\\s*(#[0-9a-f]+);").matcher(css);
      Map<String, Color> colours = new HashMap<>();
      while (m.find()) {
        colours.put(m.group(1), Color.web(m.group(2)));
      }
      return colours;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
