package org.earpiece.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterWordsTest {
  @ParameterizedTest
  @CsvSource({
    "'', &&, udp, udp",
    "sip, &&, ip.ttl == 64, (sip) && (ip.ttl == 64)",
    "sip || rtp, ||, !(udp), (sip || rtp) || !(udp)"
  })
  void joinsAsWiresharkDoes(String before, String operator, String filter, String joined) {
    assertThat(FilterWords.join(before, operator, filter)).isEqualTo(joined);
  }
}
