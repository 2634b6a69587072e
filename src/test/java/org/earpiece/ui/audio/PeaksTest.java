package org.earpiece.ui.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeaksTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 255, 256, 257, 10_000})
  void agreesWithLookingAtEverySample(int size) {
    Random random = new Random(size);
    short[] samples = new short[size];
    for (int i = 0; i < size; i++) {
      samples[i] = (short) random.nextInt();
    }
    Peaks peaks = new Peaks(samples);
    for (int n = 0; n < 300; n++) {
      int from = random.nextInt(size);
      int to = from + 1 + random.nextInt(size - from);
      int min = Short.MAX_VALUE;
      int max = Short.MIN_VALUE;
      for (int i = from; i < to; i++) {
        min = Math.min(min, samples[i]);
        max = Math.max(max, samples[i]);
      }
      assertThat(peaks.min(from, to)).isEqualTo(min);
      assertThat(peaks.max(from, to)).isEqualTo(max);
    }
  }
}
