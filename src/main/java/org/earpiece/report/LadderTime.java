package org.earpiece.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a ladder writes when something happened. */
public enum LadderTime {
  /** Seconds since the first row. */
  RELATIVE("Seconds since the beginning"),
  /** Seconds since the row above. */
  DELTA("Seconds since the row above"),
  /** The local time of day. */
  DAY("Time of day");

  private static final int DIGITS = 3;
  private static final long SECOND = 1_000_000_000L;
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

  private final String title;

  LadderTime(String title) {
    this.title = title;
  }

  /** The words in menus. */
  public String title() {
    return title;
  }

  /**
   * A time, ns since 1970, as text.
   *
   * @param start the first row's time
   * @param before the time of the row above
   */
  String text(long nanos, long start, long before) {
    StringBuilder text = new StringBuilder();
    switch (this) {
      case RELATIVE -> Cells.seconds(text, nanos - start, DIGITS);
      case DELTA -> Cells.seconds(text.append(nanos < before ? "" : "+"), nanos - before, DIGITS);
      case DAY -> {
        long second = Math.floorDiv(nanos, SECOND);
        Instant instant = Instant.ofEpochSecond(second, Math.floorMod(nanos, SECOND));
        text.append(CLOCK.withZone(ZoneId.systemDefault()).format(instant));
      }
    }
    return text.toString();
  }

  /** For settings and commands: {@code relative}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of this word; relative where there is none. */
  public static LadderTime of(String word) {
    for (LadderTime time : values()) {
      if (time.word().equals(word)) {
        return time;
      }
    }
    return RELATIVE;
  }
}
