package org.earpiece.ui.kit;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** How wide words are on a canvas. FX thread. */
public final class TextWidth {
  private static final Text MEASURE = new Text();

  private TextWidth() {}

  /** The advance of a line of text, px. */
  public static double of(String words, Font font) {
    MEASURE.setFont(font);
    MEASURE.setText(words);
    return MEASURE.getLayoutBounds().getWidth();
  }

  /** The words, cut with an ellipsis where they are wider than there is room. */
  public static String fit(String words, Font font, double room) {
    if (of(words, font) <= room) {
      return words;
    }
    int low = 0;
    int high = words.length();
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (of(words.substring(0, middle) + "…", font) <= room) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low == 0 ? "" : words.substring(0, low) + "…";
  }
}
