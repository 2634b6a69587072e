package org.earpiece.ui.kit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How times are written. Times are ns since 1970. */
public enum TimeStyle {
  RELATIVE("Seconds since the beginning"),
  DELTA("Seconds since the row above"),
  OF_DAY("Time of day"),
  UTC("Time of day, UTC"),
  DATE("Date and time"),
  EPOCH("Seconds since 1970");

  private static final long NANOS = 1_000_000_000L;
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final String title;

  TimeStyle(String title) {
    this.title = title;
  }

  /** The words in menus. */
  public String title() {
    return title;
  }

  /**
   * A time as text.
   *
   * @param first the capture's first frame
   * @param before the row above; only a difference needs it
   * @param digits of a second
   */
  public String text(long time, long first, long before, int digits) {
    return switch (this) {
      case RELATIVE -> seconds(time - first, digits);
      case DELTA -> seconds(time - before, digits);
      case OF_DAY -> clock(time, CLOCK.withZone(ZoneId.systemDefault()), digits);
      case UTC -> clock(time, CLOCK.withZone(ZoneOffset.UTC), digits);
      case DATE -> clock(time, FULL.withZone(ZoneId.systemDefault()), digits);
      case EPOCH -> seconds(time, digits);
    };
  }

  /** The style of this name, or the relative one. */
  public static TimeStyle named(String name) {
    for (TimeStyle style : values()) {
      if (style.name().equalsIgnoreCase(name)) {
        return style;
      }
    }
    return RELATIVE;
  }

  /** For settings. */
  public String settingsName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@code 24.511900}. */
  public static String seconds(long nanos, int digits) {
    long absolute = Math.abs(nanos);
    return (nanos < 0 ? "−" : "") + absolute / NANOS + fraction(absolute % NANOS, digits);
  }

  /** {@code 0:42}, {@code 3:11}, {@code 1:02:03}: how long something took. */
  public static String duration(long nanos) {
    long s = Math.max(0, nanos) / NANOS;
    return s < 3600
        ? s / 60 + ":" + two(s % 60)
        : s / 3600 + ":" + two(s / 60 % 60) + ":" + two(s % 60);
  }

  private static String clock(long time, DateTimeFormatter format, int digits) {
    Instant instant = Instant.ofEpochSecond(Math.floorDiv(time, NANOS), Math.floorMod(time, NANOS));
    return format.format(instant) + fraction(Math.floorMod(time, NANOS), digits);
  }

  private static String fraction(long nanos, int digits) {
    if (digits <= 0) {
      return "";
    }
    String all = Long.toString(NANOS + nanos).substring(1);
    return "." + all.substring(0, Math.min(9, digits));
  }

  private static String two(long n) {
    return n < 10 ? "0" + n : Long.toString(n);
  }
}
