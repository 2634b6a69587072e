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
