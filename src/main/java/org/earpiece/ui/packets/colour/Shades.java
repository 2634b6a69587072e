package org.earpiece.ui.packets.colour;

import javafx.scene.paint.Color;
import org.earpiece.settings.ColouringRule;

/**
 * The colours of a rule as one window shows them. A rule has those of the light window; the dark
 * one has the same hues, deep behind and pale in front. Text always stands out by 4.5:1 (WCAG 2.2,
 * success criterion 1.4.3), whatever was chosen.
 *
 * @param ground opaque
 */
public record Shades(Color ink, Color ground) {
  /** Contrast that text has at least. */
  static final double LEAST_CONTRAST = 4.5;

  private static final double DEEP = 0.25;
  private static final double STRONG_DEEP = 0.50;
  private static final double PALE = 0.94;
  private static final double MOST_SATURATION = 0.45;
  private static final double STRONG_SATURATION = 0.7;
  private static final double RICHER = 6;
  private static final double DARK_BELOW = 0.65;

  /** The colours of a rule; of a colour that cannot be read, black on white. */
  public static Shades of(ColouringRule rule, boolean dark) {
    Shades chosen = new Shades(parsed(rule.ink(), "#000000"), parsed(rule.ground(), "#ffffff"));
    return (dark ? chosen.dark() : chosen).readable();
  }

  private static Color parsed(String text, String otherwise) {
    return Color.web(text.matches("#[0-9a-fA-F]{6}") ? text : otherwise);
  }

  private Shades dark() {
    boolean strong = ground.getBrightness() < DARK_BELOW;
    double saturation = Math.min(ground.getSaturation() * RICHER, MOST_SATURATION);
    Color deep =
        Color.hsb(
            ground.getHue(), strong ? STRONG_SATURATION : saturation, strong ? STRONG_DEEP : DEEP);
    Color pale = Color.hsb(ink.getHue(), Math.min(ink.getSaturation(), 0.14), PALE);
    return new Shades(pale, deep);
  }

  private Shades readable() {
    if (contrast(ink, ground) >= LEAST_CONTRAST) {
      return this;
    }
    double black = contrast(Color.BLACK, ground);
    double white = contrast(Color.WHITE, ground);
    return new Shades(black >= white ? Color.BLACK : Color.WHITE, ground);
  }

  /** How much two colours stand apart, from 1 to 21 (WCAG 2.2). */
  static double contrast(Color a, Color b) {
    double light = Math.max(luminance(a), luminance(b));
    double dark = Math.min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
  }

  private static double luminance(Color c) {
    return 0.2126 * linear(c.getRed())
        + 0.7152 * linear(c.getGreen())
        + 0.0722 * linear(c.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
