package org.earpiece.dissect;

import static org.assertj.core.api.Assertions.assertThat;

import org.earpiece.packet.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RelatedFieldsTest {
  @ParameterizedTest
  @CsvSource({
    "5000000000, 0, 0",
    "5900000000, 845000, 0",
    "5900000000, 30567000, 30",
    "5900000000, 1030567000, 1030",
    "5100000000, 137900000, 138",
    "5100000000, 137000000, 137",
    "5100000000, 1862100000, 1863"
  })
  void millisecondsAreWiresharks(long end, long span, long millis) {
    assertThat(RelatedFields.millis(end, span)).isEqualTo(millis);
  }

  @Test
  void whatIsAbsentStaysAbsent() {
    assertThat(RelatedFields.millis(1, Field.ABSENT)).isEqualTo(Field.ABSENT);
  }
}
