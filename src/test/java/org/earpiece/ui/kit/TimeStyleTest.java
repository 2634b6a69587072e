package org.earpiece.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeStyleTest {
  private static final long FIRST = 1_767_603_600_000_000_000L;

  @ParameterizedTest
  @CsvSource({
    "RELATIVE, 24511900123, 6, 24.511900",
    "RELATIVE, 24511900123, 9, 24.511900123",
    "RELATIVE, -1500000000, 3, −1.500",
    "DELTA, 24511900123, 6, 0.511900",
    "PREVIOUS, 24511900123, 0, 0",
    "EPOCH, 24511900123, 6, 1767603624.511900",
    "UTC, 24511900123, 3, 09:00:24.511",
    "DATE_UTC, 24511900123, 1, 2026-01-05 09:00:24.5",
    "YEAR_DAY_UTC, 24511900123, 2, 2026/005 09:00:24.51"
  })
  void writesTheTimeAsChosen(TimeStyle style, long after, int digits, String text) {
    assertThat(style.text(FIRST + after, FIRST, FIRST + 24_000_000_000L, digits)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "24511900123, 6, 24.511900",
    "184511900123, 3, 3:04.511",
    "3723000000000, 0, 1:02:03",
    "-184500000000, 1, −3:04.5"
  })
  void longSpansHaveHoursAndMinutes(long nanos, int digits, String text) {
    assertThat(TimeStyle.parts(nanos, digits)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"-5, 0:00", "42000000000, 0:42", "191999999999, 3:11", "3723000000000, 1:02:03"})
  void durationsAreShort(long nanos, String text) {
    assertThat(TimeStyle.duration(nanos)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"utc, UTC", "of_day, OF_DAY", "nonsense, RELATIVE", "'', RELATIVE"})
  void comesBackFromItsName(String name, TimeStyle style) {
    assertThat(TimeStyle.named(name)).isEqualTo(style);
  }
}
