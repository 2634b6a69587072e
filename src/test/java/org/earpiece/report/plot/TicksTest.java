package org.earpiece.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {
  @ParameterizedTest(name = "{0} to {1}, about {2}")
  @CsvSource({
    "0, 10, 5, 0 2 4 6 8 10",
    "0, 11, 5, 0 5 10",
    "0, 463, 4, 0 200 400",
    "3, 17, 7, 4 6 8 10 12 14 16",
    "0, 0.25, 5, 0.00 0.05 0.10 0.15 0.20 0.25",
    "0, 2500000, 5, 0.0 M 0.5 M 1.0 M 1.5 M 2.0 M 2.5 M",
    "0, 40000, 4, 0 k 10 k 20 k 30 k 40 k",
    "5, 5, 3, 5.0 5.5 6.0"
  })
  void labels(double from, double to, int wanted, String labels) {
    Ticks ticks = Ticks.of(from, to, wanted);
    String all =
        IntStream.range(0, ticks.count()).mapToObj(ticks::label).collect(Collectors.joining(" "));
    assertThat(all).isEqualTo(labels);
  }
}
