package org.earpiece.ui.kit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How times are written, in Wireshark's ways. Times are ns since 1970. */
public enum TimeStyle {
  RELATIVE("Seconds since the beginning"),
  PREVIOUS("Seconds since the packet before"),
  DELTA("Seconds since the row above"),
  OF_DAY("Time of day"),
  DATE("Date and time of day"),
  YEAR_DAY("Day of the year and time of day"),
  EPOCH("Seconds since 1970"),
  UTC("Time of day, UTC"),
  DATE_UTC("Date and time of day, UTC"),
  YEAR_DAY_UTC("Day of the year and time of day, UTC");

  private static final long NANOS = 1_000_000_000L;
  private static final DateTimeFormatter CLOCK = format("HH:mm:ss");
  private static final DateTimeFormatter FULL = format("yyyy-MM-dd HH:mm:ss");
  private static final DateTimeFormatter DAYS = format("yyyy/DDD HH:mm:ss");

  private final String title;

  TimeStyle(String title) {
    this.title = title;
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }

  /** The words in menus. */
  public String title() {
    return title;
  }

  /** Whether it says how long something took, and not when it was. */
  public boolean span() {
    return switch (this) {
      case RELATIVE, PREVIOUS, DELTA -> true;
      case OF_DAY, DATE, YEAR_DAY, EPOCH, UTC, DATE_UTC, YEAR_DAY_UTC -> false;
    };
  }

  /**
   * A time as text.
   *
   * @param first what times since the beginning are counted from
   * @param before the packet before, or the row above; only a difference needs it
   * @param digits of a second
   */
  public String text(long time, long first, long before, int digits) {
    return switch (this) {
      case RELATIVE -> seconds(time - first, digits);
      case PREVIOUS, DELTA -> seconds(time - before, digits);
      case OF_DAY -> clock(time, CLOCK, ZoneId.systemDefault(), digits);
      case DATE -> clock(time, FULL, ZoneId.systemDefault(), digits);
      case YEAR_DAY -> clock(time, DAYS, ZoneId.systemDefault(), digits);
      case EPOCH -> seconds(time, digits);
      case UTC -> clock(time, CLOCK, ZoneOffset.UTC, digits);
      case DATE_UTC -> clock(time, FULL, ZoneOffset.UTC, digits);
      case YEAR_DAY_UTC -> clock(time, DAYS, ZoneOffset.UTC, digits);
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

  /** {@code 24.511900}, {@code 3:04.511900}, {@code 1:02:04.511900}: seconds, minutes and hours. */
  public static String parts(long nanos, int digits) {
    long absolute = Math.abs(nanos);
    long s = absolute / NANOS;
    String sign = nanos < 0 ? "−" : "";
    String fraction = fraction(absolute % NANOS, digits);
    return s < 60 ? sign + s + fraction : sign + duration(absolute) + fraction;
  }

  /** {@code 0:42}, {@code 3:11}, {@code 1:02:03}: how long something took. */
  public static String duration(long nanos) {
    long s = Math.max(0, nanos) / NANOS;
    return s < 3600
        ? s / 60 + ":" + two(s % 60)
        : s / 3600 + ":" + two(s / 60 % 60) + ":" + two(s % 60);
  }

  private static String clock(long time, DateTimeFormatter format, ZoneId zone, int digits) {
    Instant instant = Instant.ofEpochSecond(Math.floorDiv(time, NANOS), Math.floorMod(time, NANOS));
    return format.format(instant.atZone(zone)) + fraction(Math.floorMod(time, NANOS), digits);
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
