package org.earpiece.dissect;

import static org.assertj.core.api.Assertions.assertThat;

import org.earpiece.packet.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RelatedFieldsTest {
  @ParameterizedTest
  @CsvSource({"0,0", "150499999,150", "150500000,151", "3774000000,3774"})
  void millisecondsAreRounded(long nanos, long millis) {
    assertThat(RelatedFields.rounded(nanos)).isEqualTo(millis);
  }

  @Test
  void whatIsAbsentStaysAbsent() {
    assertThat(RelatedFields.rounded(Field.ABSENT)).isEqualTo(Field.ABSENT);
  }
}
