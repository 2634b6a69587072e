package org.earpiece.ui.kit.table;

import javafx.scene.paint.Color;
import org.earpiece.ui.kit.Palette;
import org.jspecify.annotations.Nullable;

/** The ground of a row. */
public enum Tint {
  NONE,
  /** Signalling. */
  GOOD,
  FAIR,
  /** A problem. */
  POOR,
  NEUTRAL;

  @Nullable Color of(Palette p) {
    return switch (this) {
      case NONE -> null;
      case GOOD -> p.goodBand();
      case FAIR -> p.fairBand();
      case POOR -> p.poorBand();
      case NEUTRAL -> p.neutralBand();
    };
  }
}
