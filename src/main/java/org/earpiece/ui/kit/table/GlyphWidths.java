package org.earpiece.ui.kit.table;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import org.earpiece.ui.kit.TextWidth;

/**
 * Widths of text in one font by the sum of its characters: quick enough for every cell. FX thread.
 */
final class GlyphWidths {
  private static final int ASCII = 128;

  private final Font font;
  private final double[] ascii = new double[ASCII];
  private final Map<Character, Double> others = new HashMap<>();
  private final double ellipsis;

  GlyphWidths(Font font) {
    this.font = font;
    ellipsis = of('…');
  }

  double of(String text) {
    double width = 0;
    for (int i = 0; i < text.length(); i++) {
      width += of(text.charAt(i));
    }
    return width;
  }

  /** The text, cut with an ellipsis where it is wider than there is room. */
  String fit(String text, double room) {
    double width = 0;
    int kept = 0;
    for (int i = 0; i < text.length(); i++) {
      width += of(text.charAt(i));
      if (width > room) {
        return room < ellipsis ? "" : text.substring(0, kept).stripTrailing() + "…";
      }
      if (width + ellipsis <= room) {
        kept = i + 1;
      }
    }
    return text;
  }

  private double of(char c) {
    if (c < ASCII) {
      if (ascii[c] == 0) {
        ascii[c] = TextWidth.of(String.valueOf(c), font);
      }
      return ascii[c];
    }
    return others.computeIfAbsent(c, other -> TextWidth.of(String.valueOf(other), font));
  }
}
