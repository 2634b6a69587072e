package org.earpiece.session.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeShiftTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1000000000",
    "0.25, 250000000",
    "-1.5, -1500000000",
    "−2:30, -150000000000",
    "+1:00:00.000000001, 3600000000001"
  })
  void readsOffsets(String text, long nanos) {
    assertThat(TimeShift.offset(text)).hasValue(nanos);
    assertThat(TimeShift.offset(TimeShift.offsetText(nanos))).hasValue(nanos);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "1:", "1..5", "0.0000000001", "99999999999", "999999999", "1:2:3:4"})
  void refusesWhatIsNoOffset(String text) {
    assertThat(TimeShift.offset(text)).isEqualTo(OptionalLong.empty());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1_767_603_600_000_000_000L, 1_767_603_600_123_456_789L, -1_000_000L})
  void momentsComeBackAsTheyWereWritten(long nanos) {
    String text = TimeShift.momentText(nanos);
    assertThat(TimeShift.moment(text)).hasValue(nanos);
    assertThat(TimeShift.moment(text.replace(' ', 'T'))).hasValue(nanos);
  }

  @Test
  void refusesWhatIsNoMoment() {
    assertThat(TimeShift.moment("2026-02-30 10:00:00")).isEmpty();
    assertThat(TimeShift.moment("yesterday")).isEmpty();
    assertThat(TimeShift.moment("9999-01-01 00:00:00")).isEmpty();
  }
}
