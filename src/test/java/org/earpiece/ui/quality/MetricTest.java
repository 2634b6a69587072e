package org.earpiece.ui.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricTest {
  @ParameterizedTest
  @CsvSource({
    "JITTER, 0, 5, 20, 0, 40",
    "JITTER, 0, 43, 20, 0, 50",
    "JITTER, NaN, NaN, 20, 0, 40",
    "DELTA, 1, 81, 20, 0, 100",
    "DELTA, 1, 5000, 20, 0, 200",
    "SKEW, -12, 3, 20, -20, 20",
    "SKEW, NaN, NaN, 20, -1, 1",
    "BANDWIDTH, 0, 80, 20, 0, 100"
  })
  void scalesAreRoundAndHoldTheValues(
      Metric metric, double low, double high, double delta, double bottom, double top) {
    assertThat(metric.scale(low, high, delta)).isEqualTo(new Scale(bottom, top));
  }

  @Test
  void valuesBeyondTheScaleStandAtItsEdge() {
    Scale scale = new Scale(0, 40);
    assertThat(scale.y(40, 100, 50)).isEqualTo(100);
    assertThat(scale.y(0, 100, 50)).isEqualTo(150);
    assertThat(scale.y(4000, 100, 50)).isEqualTo(100);
  }

  @Test
  void theWorstSecondOfSeveralIsShown() {
    double[] mos = {4.4, Double.NaN, 3.1, 4.0};
    assertThat(MosPainter.worst(mos, 0, 4)).isEqualTo(3.1);
    assertThat(MosPainter.worst(mos, 1, 2)).isNaN();
  }
}
