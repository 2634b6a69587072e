package org.earpiece.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PaletteTest {
  private static final double TEXT = 4.5;

  /** WCAG 2.2: relative luminance. */
  private static double luminance(Color c) {
    return 0.2126 * linear(c.getRed())
        + 0.7152 * linear(c.getGreen())
        + 0.0722 * linear(c.getBlue());
  }

  private static double linear(double v) {
    return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
  }

  private static double contrast(Color a, Color b) {
    double x = luminance(a);
    double y = luminance(b);
    return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
  }

  private static Color over(Color top, Color ground) {
    return ground.interpolate(
        Color.color(top.getRed(), top.getGreen(), top.getBlue()), top.getOpacity());
  }

  @TestFactory
  List<DynamicTest> textHoldsItsContrast() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Palette p : List.of(Palette.LIGHT, Palette.DARK)) {
      String theme = p.dark() ? "dark " : "light ";
      Color[] grounds = {p.panel(), p.code(), p.background()};
      Color[] texts = {p.text(), p.dim(), p.accent(), p.good(), p.fairText(), p.poor()};
      for (Color ground : grounds) {
        for (Color text : texts) {
          tests.add(test(theme + text + " on " + ground, text, ground));
        }
      }
      for (Color band :
          List.of(p.selection(), over(p.goodBand(), p.panel()), over(p.poorBand(), p.panel()))) {
        tests.add(test(theme + "text on " + band, p.text(), band));
      }
      tests.add(test(theme + "accent button", p.onEmphasis(), p.accent()));
      tests.add(test(theme + "stop button", p.onEmphasis(), p.poor()));
    }
    return tests;
  }

  private static DynamicTest test(String name, Color text, Color ground) {
    return DynamicTest.dynamicTest(
        name, () -> assertThat(contrast(text, ground)).isGreaterThanOrEqualTo(TEXT));
  }
}
