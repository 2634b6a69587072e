package org.earpiece.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeAxisTest {
  private static final double S = 1e9;

  @Test
  void zoomKeepsTheTimeUnderThePointer() {
    TimeAxis axis = TimeAxis.whole(40 * S, 1000);
    double before = axis.time(300);
    TimeAxis zoomed = axis.zoom(0.5, 300);
    assertThat(zoomed.time(300)).isCloseTo(before, within(1.0));
    assertThat(zoomed.to() - zoomed.from()).isCloseTo(20 * S, within(1.0));
  }

  @Test
  void theViewNeverLeavesTheData() {
    TimeAxis axis = TimeAxis.whole(40 * S, 1000).zoom(0.1, 0);
    assertThat(axis.pan(-5000).from()).isZero();
    assertThat(axis.pan(1e6).to()).isEqualTo(40 * S);
    assertThat(axis.zoom(1000, 500).isWhole()).isTrue();
    assertThat(axis.zoom(1e-12, 500).to() - axis.zoom(1e-12, 500).from())
        .isCloseTo(TimeAxis.SHORTEST, within(10.0));
  }

  @Test
  void brushingEitherWayShowsTheStretch() {
    TimeAxis axis = TimeAxis.whole(40 * S, 1000);
    assertThat(axis.show(30 * S, 10 * S)).isEqualTo(axis.show(10 * S, 30 * S));
    assertThat(axis.show(10 * S, 30 * S).from()).isEqualTo(10 * S);
    assertThat(axis.show(10 * S, 10 * S).to()).isGreaterThan(10 * S);
  }

  @Test
  void whatShowedAllShowsAllOfWhatGrew() {
    TimeAxis whole = TimeAxis.whole(40 * S, 1000);
    assertThat(whole.withEnd(50 * S).isWhole()).isTrue();
    TimeAxis zoomed = whole.show(10 * S, 20 * S).withEnd(50 * S);
    assertThat(zoomed.from()).isEqualTo(10 * S);
    assertThat(zoomed.to()).isEqualTo(20 * S);
    TimeAxis end = whole.show(30 * S, 40 * S).withEnd(50 * S);
    assertThat(end.from()).isEqualTo(40 * S);
    assertThat(end.to()).isEqualTo(50 * S);
  }

  @ParameterizedTest
  @CsvSource({
    "41, 1240, 120, 0 s, 5 s",
    "3600, 1200, 120, 0 min, 10 min",
    "86400, 1200, 120, 0 min, 6:00 h",
    "0.01, 1000, 100, 0.000 s, 0.001 s",
    "1500, 1200, 20, 0 s, 30 s"
  })
  void ticksAreRoundTimes(double seconds, double width, double min, String first, String second) {
    List<TimeAxis.Tick> ticks = TimeAxis.whole(seconds * S, width).ticks(min);
    assertThat(ticks.get(0).label()).isEqualTo(first);
    assertThat(ticks.get(1).label()).isEqualTo(second);
    assertThat(ticks.get(1).x() - ticks.get(0).x()).isGreaterThanOrEqualTo(min);
  }

  @Test
  void ticksAreRoundInTheTimesThatTheyTell() {
    TimeAxis.Tick first = TimeAxis.whole(40 * S, 1000).ticks(100, 2.6 * S).getFirst();
    assertThat(first.label()).isEqualTo("5 s");
    assertThat(first.x()).isCloseTo(60, within(0.001));
  }

  @Test
  void nothingYetIsStillAnAxis() {
    TimeAxis axis = TimeAxis.whole(0, 0);
    assertThat(axis.x(0)).isZero();
    assertThat(axis.ticks(100)).isNotEmpty();
    assertThat(axis.zoom(0.5, 0).to()).isPositive();
  }
}
