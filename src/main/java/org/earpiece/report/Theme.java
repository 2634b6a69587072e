package org.earpiece.report;

/** The colours of drawings that leave the program, by what they are for. */
public enum Theme {
  LIGHT(
      0xf6f7f9, 0xffffff, 0xe1e4e8, 0x1f2328, 0x656d76, 0xdbeafe, 0x0b63ce, 0x12805c, 0x8a5a00,
      0xc2410c),
  DARK(
      0x16181c, 0x1d2025, 0x30343b, 0xe6e8eb, 0x9aa3ad, 0x173a63, 0x5aa9ff, 0x3fbf8f, 0xe0b04c,
      0xff8a5c);

  /** The grounds of dialogs' numbers in each theme. */
  private static final int[][] DIALOGS = {
    {0x0b63ce, 0x7c3aed, 0x0f766e, 0xbe185d, 0x7a5c00, 0x475569},
    {0x5aa9ff, 0xb79bff, 0x4fd1c5, 0xff8ac4, 0xd8b45a, 0xa8b3c2}
  };

  private static final double FILL = 0.13;

  private final int background;
  private final int panel;
  private final int line;
  private final int text;
  private final int dim;
  private final int selection;
  private final int accent;
  private final int good;
  private final int fair;
  private final int poor;

  Theme(
      int background,
      int panel,
      int line,
      int text,
      int dim,
      int selection,
      int accent,
      int good,
      int fair,
      int poor) {
    this.background = background;
    this.panel = panel;
    this.line = line;
    this.text = text;
    this.dim = dim;
    this.selection = selection;
    this.accent = accent;
    this.good = good;
    this.fair = fair;
    this.poor = poor;
  }

  /** The colour as 0xRRGGBB. */
  public int rgb(Ink ink) {
    return switch (ink) {
      case TEXT -> text;
      case DIM -> dim;
      case BACKGROUND -> background;
      case PANEL -> panel;
      case LINE -> line;
      case SELECTION -> selection;
      case ACCENT -> accent;
      case GOOD -> good;
      case FAIR -> fair;
      case POOR -> poor;
      case GOOD_FILL -> onPanel(good);
      case FAIR_FILL -> onPanel(fair);
      case POOR_FILL -> onPanel(poor);
      case PLAIN_FILL -> onPanel(dim);
      case DIALOG_1, DIALOG_2, DIALOG_3, DIALOG_4, DIALOG_5, DIALOG_6 ->
          DIALOGS[ordinal()][ink.ordinal() - Ink.DIALOG_1.ordinal()];
    };
  }

  /** A colour thinly laid on the panel. */
  private int onPanel(int colour) {
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double top = colour >> shift & 0xFF;
      double ground = panel >> shift & 0xFF;
      mixed |= (int) Math.round(ground + (top - ground) * FILL) << shift;
    }
    return mixed;
  }
}
