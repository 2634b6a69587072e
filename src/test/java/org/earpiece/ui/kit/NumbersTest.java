package org.earpiece.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  private static String plain(String text) {
    return text.replace(Numbers.THIN, '_');
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "999, 999",
    "1000, 1_000",
    "4320509, 4_320_509",
    "-12345, −12_345",
    "9223372036854775807, 9_223_372_036_854_775_807"
  })
  void countsGroupThousands(long n, String text) {
    assertThat(plain(Numbers.count(n))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "4.384, 2, 4.38",
    "4.386, 2, 4.39",
    "0.04, 1, 0.0",
    "-0.04, 1, 0.0",
    "-1.25, 1, −1.3",
    "12345.6, 0, 12_346",
    "NaN, 2, –",
    "0.999, 2, 1.00"
  })
  void decimalsAreRounded(double n, int decimals, String text) {
    assertThat(plain(Numbers.decimal(n, decimals))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, idle",
    "999, 999 bit/s",
    "1200, 1.2 kbit/s",
    "84000000, 84 Mbit/s",
    "1200000, 1.2 Mbit/s",
    "9960000, 10 Mbit/s"
  })
  void bitRatesHaveTheUnitThatFits(long n, String text) {
    assertThat(Numbers.bitRate(n)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 B", "999, 999 B", "240000000, 240 MB", "1234567890, 1.2 GB"})
  void bytesHaveTheUnitThatFits(long n, String text) {
    assertThat(Numbers.bytes(n)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"1, 1 call", "0, 0 calls", "12, 12 calls"})
  void oneIsSingular(long n, String text) {
    assertThat(Numbers.of(n, "call", "calls")).isEqualTo(text);
  }
}
