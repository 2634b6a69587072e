package org.earpiece.ui.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtremesTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 64, 65, 4096, 4097, 20_000})
  void agreesWithLookingAtEveryValue(int size) {
    Random random = new Random(size);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = random.nextInt(10) == 0 ? Float.NaN : random.nextFloat() * 100 - 50;
    }
    Extremes extremes = new Extremes(values);
    for (int n = 0; n < 300; n++) {
      int from = random.nextInt(size + 1);
      int to = from + random.nextInt(size - from + 1);
      float min = Float.NaN;
      float max = Float.NaN;
      for (int i = from; i < to; i++) {
        if (!Float.isNaN(values[i])) {
          min = Float.isNaN(min) ? values[i] : Math.min(min, values[i]);
          max = Float.isNaN(max) ? values[i] : Math.max(max, values[i]);
        }
      }
      assertThat(extremes.min(from, to)).isEqualTo(Float.valueOf(min));
      assertThat(extremes.max(from, to)).isEqualTo(Float.valueOf(max));
    }
  }
}
