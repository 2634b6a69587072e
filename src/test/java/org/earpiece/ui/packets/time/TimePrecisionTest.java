package org.earpiece.ui.packets.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimePrecisionTest {
  @ParameterizedTest
  @CsvSource({"AUTOMATIC, 9, 9", "AUTOMATIC, 6, 6", "SECONDS, 9, 0", "NANOSECONDS, 6, 9"})
  void aPrecisionIsTheCapturesOrAPersons(TimePrecision precision, int captured, int digits) {
    assertThat(precision.digits(captured)).isEqualTo(digits);
    assertThat(TimePrecision.named(precision.settingsName())).isEqualTo(precision);
  }
}
