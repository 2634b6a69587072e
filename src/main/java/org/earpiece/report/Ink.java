package org.earpiece.report;

/**
 * What a colour is for. Themes (light, dark, print, a terminal) say which colour that is; drawings
 * and tables never name one.
 */
public enum Ink {
  TEXT,
  DIM,
  BACKGROUND,
  PANEL,
  LINE,
  SELECTION,
  ACCENT,
  GOOD,
  FAIR,
  POOR,
  /** The ground of a box that shows good media. */
  GOOD_FILL,
  FAIR_FILL,
  POOR_FILL,
  /** The ground of a box about which nothing is judged. */
  PLAIN_FILL,
  /** The ground of a dialog's number; dialogs beyond the sixth begin anew. */
  DIALOG_1,
  DIALOG_2,
  DIALOG_3,
  DIALOG_4,
  DIALOG_5,
  DIALOG_6
}
