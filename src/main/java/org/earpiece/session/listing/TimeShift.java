package org.earpiece.session.listing;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and writes by how much, or to which moment, times are shifted. Any thread. */
public final class TimeShift {
  private static final long NANOS = 1_000_000_000L;

  /** Ten years: what is more is a slip of the pen, and would not fit into the times. */
  private static final long MOST_SECONDS = 315_576_000L;

  private static final Pattern OFFSET =
      Pattern.compile("([-+−]?)(?:(?:(\\d{1,9}):)?(\\d{1,9}):)?(\\d{1,9}(?:\\.\\d{1,9})?)");
  private static final DateTimeFormatter MOMENT =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private TimeShift() {}

  /**
   * An offset of seconds, minutes and seconds, or hours with them, in ns; empty where it is none.
   */
  public static OptionalLong offset(String text) {
    Matcher m = OFFSET.matcher(text.strip());
    if (!m.matches()) {
      return OptionalLong.empty();
    }
    BigDecimal seconds =
        new BigDecimal(m.group(4))
            .add(BigDecimal.valueOf(60L * number(m.group(3)) + 3600L * number(m.group(2))));
    if (seconds.compareTo(BigDecimal.valueOf(MOST_SECONDS)) > 0) {
      return OptionalLong.empty();
    }
    long nanos = seconds.movePointRight(9).longValueExact();
    return OptionalLong.of(m.group(1).isEmpty() || m.group(1).equals("+") ? nanos : -nanos);
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  /** A date and time of day, here, in ns since 1970; empty where it is none. */
  public static OptionalLong moment(String text) {
    try {
      LocalDateTime wanted = LocalDateTime.parse(text.strip().replace('T', ' '), MOMENT);
      Instant instant = wanted.atZone(ZoneId.systemDefault()).toInstant();
      long seconds = instant.getEpochSecond();
      boolean fits = Math.abs(seconds) < Long.MAX_VALUE / NANOS - 1;
      return fits ? OptionalLong.of(seconds * NANOS + instant.getNano()) : OptionalLong.empty();
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }

  /** A moment as {@link #moment} reads it. */
  public static String momentText(long nanos) {
    Instant instant =
        Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    return MOMENT.format(LocalDateTime.ofInstant(instant, ZoneId.systemDefault()));
  }

  /** An offset as {@link #offset} reads it. */
  public static String offsetText(long nanos) {
    return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString();
  }
}
