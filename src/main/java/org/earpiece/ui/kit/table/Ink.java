package org.earpiece.ui.kit.table;

import javafx.scene.paint.Color;
import org.earpiece.ui.kit.Palette;

/** The part a text plays; the palette gives it a colour. */
public enum Ink {
  TEXT,
  DIM,
  FAINT,
  GOOD,
  FAIR,
  POOR,
  ACCENT;

  private static final double GOOD_MOS = 4.0;
  private static final double FAIR_MOS = 3.6;

  /** What a MOS is; dim where it is not known. */
  public static Ink ofMos(double mos) {
    if (Double.isNaN(mos)) {
      return DIM;
    }
    return mos >= GOOD_MOS ? GOOD : mos >= FAIR_MOS ? FAIR : POOR;
  }

  Color of(Palette p) {
    return switch (this) {
      case TEXT -> p.text();
      case DIM -> p.dim();
      case FAINT -> p.faint();
      case GOOD -> p.good();
      case FAIR -> p.fairText();
      case POOR -> p.poor();
      case ACCENT -> p.accent();
    };
  }
}
