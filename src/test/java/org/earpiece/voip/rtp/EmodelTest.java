package org.earpiece.voip.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The E-model against values worked out by hand from G.107, G.107.1 and G.113. */
final class EmodelTest {
  @ParameterizedTest
  @CsvSource({
    // codec, loss %, burst ratio, R, MOS
    "PCMU, 0, 1, 93.2, 4.41",
    "pcma, 0, 1, 93.2, 4.41",
    "PCMU, 1, 1, 89.56, 4.33",
    "PCMU, 5, 1, 77.42, 3.92",
    "PCMU, 5, 2, 75.99, 3.86",
    "PCMU, 20, 1, 51.07, 2.63",
    "PCMU, 100, 1, 17.27, 1.18",
    "G729, 0, 1, 82.2, 4.10",
    "G729, 2, 1, 74.2, 3.79",
    "G723, 0, 1, 78.2, 3.95",
    "GSM, 0, 1, 73.2, 3.75",
    "AMR, 0, 1, 88.2, 4.29",
    "G722, 0, 1, 116, 4.34",
    "AMR-WB, 1, 1, 100.53, 3.94",
    "opus, 0, 1, 93.2, 4.41",
  })
  void judges(String codec, double loss, double burstRatio, double r, double mos) {
    Emodel.Impairment impairment = Emodel.impairment(codec);
    double factor = Emodel.rFactor(impairment, loss, burstRatio);
    assertThat(factor).isCloseTo(r, within(0.01));
    assertThat(Emodel.mos(impairment, factor)).isCloseTo(mos, within(0.01));
  }

  @ParameterizedTest
  @CsvSource({"-5, 1", "0, 1", "3, 1", "50, 2.58", "70, 3.60", "100, 4.5", "120, 4.5"})
  void mosStaysOnItsScale(double r, double mos) {
    assertThat(Emodel.mos(Emodel.impairment("PCMU"), r)).isCloseTo(mos, within(0.01));
  }

  @Test
  void lossByChanceHasBurstRatioOne() {
    assertThat(Emodel.burstRatio(0.2, 1.25)).isEqualTo(1.0);
    assertThat(Emodel.burstRatio(0.05, 6)).isEqualTo(5.7, within(1e-9));
    assertThat(Emodel.burstRatio(0.5, 1)).isEqualTo(1.0);
  }

  @Test
  void whatIsNoSpeechIsNotJudged() {
    assertThat(Emodel.applies("PCMU", 8000)).isTrue();
    assertThat(Emodel.applies("opus", 48000)).isTrue();
    assertThat(Emodel.applies("H264", 90000)).isFalse();
    assertThat(Emodel.applies("telephone-event", 8000)).isFalse();
    assertThat(Emodel.applies("CN", 8000)).isFalse();
    assertThat(Emodel.applies("", 0)).isFalse();
  }
}
