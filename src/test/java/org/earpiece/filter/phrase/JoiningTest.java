package org.earpiece.filter.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JoiningTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\'',
      value = {
        "SELECTED; sip; udp; udp",
        "SELECTED; ''; udp; udp",
        "NOT_SELECTED; sip; ip.ttl == 64; !(ip.ttl == 64)",
        "AND_SELECTED; ''; udp; udp",
        "AND_SELECTED; sip; ip.ttl == 64; sip && ip.ttl == 64",
        "AND_SELECTED; sip || rtp; udp; (sip || rtp) && udp",
        "AND_SELECTED; sip and rtp; udp; (sip and rtp) && udp",
        "AND_SELECTED; (sip || rtp); udp; (sip || rtp) && udp",
        "AND_SELECTED; sip.From contains \"a && b\"; udp; sip.From contains \"a && b\" && udp",
        "AND_SELECTED; sip.From contains \"a\\\"|| b\"; udp; sip.From contains \"a\\\"|| b\" && udp",
        "AND_SELECTED; sip.or == 1; udp; sip.or == 1 && udp",
        "OR_SELECTED; sip; ip.src == 1.2.3.4 && udp; sip || (ip.src == 1.2.3.4 && udp)",
        "AND_NOT_SELECTED; sip; udp; sip && !(udp)",
        "OR_NOT_SELECTED; sip || rtp; udp; (sip || rtp) || !(udp)",
        "OR_NOT_SELECTED; '  '; udp; !(udp)"
      })
  void joinsAsWiresharkDoes(Joining way, String before, String filter, String joined) {
    assertThat(way.of(before, filter)).isEqualTo(joined);
  }

  @Test
  void brokenFiltersAreGroupedWithoutEnd() {
    for (String broken : new String[] {"\"", "'", "\"\\", "((", "))", "&", "|", "a\"b || c"}) {
      assertThat(Joining.AND_SELECTED.of(broken, "udp")).contains("udp");
    }
  }
}
