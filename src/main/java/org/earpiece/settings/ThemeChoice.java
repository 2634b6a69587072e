package org.earpiece.settings;

/** Which colours the window has. */
public enum ThemeChoice {
  /** As the desktop has them. */
  SYSTEM,
  LIGHT,
  DARK
}
