package org.earpiece.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the decision tables of ITU-T G.711 (tables 1a to 2b), scaled to 16 bits. */
class G711Test {
  @ParameterizedTest
  @CsvSource({
    "0x00, -32124",
    "0x80, 32124",
    "0x7F, 0",
    "0xFF, 0",
    "0xFE, 8",
    "0x7E, -8",
    "0x8F, 16764",
    "0x0F, -16764",
    "0xF0, 120",
    "0xEF, 132"
  })
  void muLawHasTheValuesOfTheTable(String code, int value) {
    assertThat(decode(G711.MU_LAW, Integer.decode(code))).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "0xD5, 8",
    "0x55, -8",
    "0xAA, 32256",
    "0x2A, -32256",
    "0x80, 5504",
    "0x00, -5504",
    "0xC5, 264",
    "0xD4, 24"
  })
  void aLawHasTheValuesOfTheTable(String code, int value) {
    assertThat(decode(G711.A_LAW, Integer.decode(code))).isEqualTo(value);
  }

  @Test
  void theSignBitMirrorsEveryCode() {
    for (int code = 0; code < 128; code++) {
      assertThat(decode(G711.MU_LAW, code)).isEqualTo(-decode(G711.MU_LAW, code | 0x80));
      assertThat(decode(G711.A_LAW, code)).isEqualTo(-decode(G711.A_LAW, code | 0x80));
    }
  }

  private static int decode(AudioCodec codec, int code) {
    short[] out = new short[1];
    codec.decoder().decode(new byte[] {(byte) code}, 0, 1, out, 0);
    return out[0];
  }
}
