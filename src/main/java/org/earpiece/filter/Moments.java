package org.earpiece.filter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads dates and times of filters; without a zone they are local. */
final class Moments {
  private static final long NANOS = 1_000_000_000L;

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("H:mm[:ss]")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
          .optionalEnd()
          .optionalStart()
          .appendLiteral(' ')
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HH:mm", "Z")
          .optionalEnd()
          .optionalStart()
          .appendLiteral("UTC")
          .optionalEnd()
          .toFormatter(Locale.ROOT);

  private static final List<DateTimeFormatter> FORMATS =
      List.of(format("uuuu-MM-dd['T'][' ']"), format("MMM ppd, uuuu "), format("MMM d, uuuu "));

  private Moments() {}

  private static DateTimeFormatter format(String date) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(date)
        .appendOptional(TIME)
        .toFormatter(Locale.ENGLISH);
  }

  /** A moment in ns since 1970; also plain seconds since 1970. */
  static Value absolute(Operand literal, String text) throws FilterException {
    Instant instant = text.matches("[0-9]{1,10}(\\.[0-9]{1,9})?") ? epoch(text) : date(text);
    try {
      if (instant != null) {
        long seconds = Math.multiplyExact(instant.getEpochSecond(), NANOS);
        return new Value.Whole(Math.addExact(seconds, instant.getNano()));
      }
    } catch (ArithmeticException e) {
      throw FilterException.at(literal, text + " is beyond the times that captures can have");
    }
    throw FilterException.at(
        literal,
        text
            + " is no date and time; write \"2026-07-04 12:34:56.5\","
            + " \"2026-07-04T12:34:56Z\" or \"Nov 12, 1999 08:55:44\"");
  }

  private static Instant epoch(String seconds) {
    int dot = seconds.indexOf('.');
    String whole = dot < 0 ? seconds : seconds.substring(0, dot);
    String fraction = (dot < 0 ? "" : seconds.substring(dot + 1)) + "000000000";
    return Instant.ofEpochSecond(Long.parseLong(whole), Long.parseLong(fraction.substring(0, 9)));
  }

  private static @Nullable Instant date(String text) {
    for (DateTimeFormatter format : FORMATS) {
      try {
        return instant(format.parse(text), text);
      } catch (DateTimeParseException e) {
        // The next format may fit; null says that none does.
      }
    }
    return null;
  }

  private static Instant instant(TemporalAccessor parsed, String text) {
    LocalDate date = LocalDate.from(parsed);
    LocalTime time = parsed.query(TemporalQueries.localTime());
    ZoneOffset offset = parsed.query(TemporalQueries.offset());
    LocalDateTime local = date.atTime(time == null ? LocalTime.MIDNIGHT : time);
    ZoneId zone = ZoneId.systemDefault();
    if (offset != null) {
      zone = offset;
    } else if (text.endsWith("UTC")) {
      zone = ZoneOffset.UTC;
    }
    return local.atZone(zone).toInstant();
  }
}
