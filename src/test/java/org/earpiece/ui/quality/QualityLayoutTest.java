package org.earpiece.ui.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.ui.quality.QualityLayout.Band;
import org.earpiece.ui.quality.QualityLayout.Group;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualityLayoutTest {
  @ParameterizedTest
  @CsvSource({"1, 600", "1, 300", "2, 600", "2, 200", "4, 600", "4, 1200", "1, 0", "0, 300"})
  void nothingOverlapsAndEverythingIsInside(int streams, double offered) {
    for (List<Metric> metrics : List.of(List.of(Metric.JITTER), List.of(Metric.values()))) {
      QualityLayout layout = QualityLayout.of(streams, metrics, offered);
      double y = 0;
      for (Group group : layout.groups()) {
        List<Band> bands = new ArrayList<>(group.graphs());
        bands.add(group.mos());
        bands.add(group.lane());
        for (Band band : bands) {
          assertThat(band.y()).isGreaterThanOrEqualTo(y);
          assertThat(band.height()).isGreaterThanOrEqualTo(15);
          y = band.bottom();
        }
      }
      assertThat(layout.axisY()).isGreaterThanOrEqualTo(y);
      assertThat(layout.height()).isGreaterThanOrEqualTo(Math.max(offered, layout.axisY() + 20));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 620, false", "1, 360, true", "2, 620, true"})
  void whatHasRoomUsesIt(int streams, double offered, boolean compact) {
    QualityLayout layout = QualityLayout.of(streams, List.of(Metric.JITTER, Metric.DELTA), offered);
    assertThat(layout.compact()).isEqualTo(compact);
    assertThat(layout.height()).isEqualTo(offered);
    assertThat(layout.axisY()).isGreaterThan(offered - 60);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "200, 0", "400, 1", "9999, 1"})
  void theNearestGroupIsFound(double y, int group) {
    QualityLayout layout = QualityLayout.of(2, List.of(Metric.JITTER, Metric.DELTA), 620);
    assertThat(layout.groupAt(y)).isEqualTo(group);
  }
}
