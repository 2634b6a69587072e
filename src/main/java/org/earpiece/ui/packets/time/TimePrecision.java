package org.earpiece.ui.packets.time;

import java.util.Locale;

/** How many digits of a second are written. */
public enum TimePrecision {
  AUTOMATIC("As captured", -1),
  SECONDS("Seconds", 0),
  TENTHS("Tenths of a second", 1),
  HUNDREDTHS("Hundredths of a second", 2),
  MILLISECONDS("Milliseconds", 3),
  MICROSECONDS("Microseconds", 6),
  NANOSECONDS("Nanoseconds", 9);

  private final String title;
  private final int digits;

  TimePrecision(String title, int digits) {
    this.title = title;
    this.digits = digits;
  }

  /** The words in menus. */
  public String title() {
    return title;
  }

  /**
   * The digits of a second.
   *
   * @param captured the digits that the capture has
   */
  public int digits(int captured) {
    return this == AUTOMATIC ? captured : digits;
  }

  /** The precision of this name, or the automatic one. */
  public static TimePrecision named(String name) {
    for (TimePrecision precision : values()) {
      if (precision.name().equalsIgnoreCase(name)) {
        return precision;
      }
    }
    return AUTOMATIC;
  }

  /** For settings. */
  public String settingsName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
