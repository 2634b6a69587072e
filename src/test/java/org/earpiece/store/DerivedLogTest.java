package org.earpiece.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.earpiece.packet.DataSource;
import org.junit.jupiter.api.Test;

class DerivedLogTest {
  private static final int FRAMES = 1_200_000;

  private static byte[] bytes(int frame) {
    return Integer.toString(frame).getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void findsWhatWasAddedUntilItsFramesAreNoLongerHeld() throws IOException {
    try (DerivedLog log = new DerivedLog()) {
      for (int frame = 2; frame <= FRAMES; frame += 2) {
        byte[] bytes = bytes(frame);
        log.add(frame, DataSource.TCP, bytes, 0, bytes.length);
        log.add(frame, DataSource.TLS, bytes, 0, 1);
      }
      assertThat(log.find(2, 0, DataSource.TCP)).isEqualTo(bytes(2));
      assertThat(log.find(2, 1, DataSource.TLS)).hasSize(1);
      assertThat(log.find(2, 1, DataSource.TCP)).isNull();
      assertThat(log.find(3, 0, DataSource.TCP)).isNull();
      log.release(FRAMES);
      assertThat(log.find(FRAMES, 0, DataSource.TCP)).isEqualTo(bytes(FRAMES));
      assertThat(log.find(2, 0, DataSource.TCP)).isNull();
      byte[] next = bytes(FRAMES + 2);
      log.add(FRAMES + 2, DataSource.TCP, next, 0, next.length);
      assertThat(log.find(FRAMES + 2, 0, DataSource.TCP)).isEqualTo(next);
      assertThat(log.discarded()).isZero();
    }
  }
}
