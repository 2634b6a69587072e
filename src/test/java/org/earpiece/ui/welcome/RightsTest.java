package org.earpiece.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RightsTest {
  @ParameterizedTest
  @CsvSource({
    "0000000000000000, false",
    "0000000000002000, true",
    "000001ffffffffff, true",
    "000001ffffffdfff, false",
    "nonsense, true"
  })
  void capturingNeedsNetRaw(String effective, boolean may) {
    assertThat(Rights.mayCapture("Name:\tjava\nCapEff:\t" + effective + "\n")).isEqualTo(may);
  }
}
