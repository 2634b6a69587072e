package org.earpiece.voip.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import org.earpiece.voip.StreamPacket.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SequenceWindowTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // sequence numbers | received, lost, bursts, duplicates, out of order
        "1 2 3 | 3 0 0 0 0",
        "65534 65535 0 1 | 4 0 0 0 0",
        "1 2 5 6 | 4 2 1 0 0",
        "1 3 5 7 | 4 3 3 0 0",
        "1 2 2 3 | 3 0 0 1 0",
        "1 2 4 3 5 | 5 0 0 0 1",
        "1 2 4 3 3 5 | 5 0 0 1 1",
        "1 6 3 | 3 3 2 0 1",
        "1 6 2 | 3 3 1 0 1",
        "1 6 2 3 4 5 | 6 0 0 0 4",
        "10 8 11 | 3 1 1 0 1",
        "10 9 11 | 3 0 0 0 1",
        "65535 1 0 2 | 4 0 0 0 1",
        "1 2 30000 3 | 3 0 0 0 1",
        "1 2 30000 30001 30002 | 5 0 0 0 0",
        "40000 40001 100 101 102 | 5 0 0 0 0",
        "1 2 2900 | 3 2897 1 0 0",
      })
  void counts(String sequence, String counts) {
    SequenceWindow window = new SequenceWindow();
    for (String s : sequence.split(" ", -1)) {
      window.accept(Integer.parseInt(s));
    }
    assertThat(counts(window)).isEqualTo(counts);
  }

  private static String counts(SequenceWindow w) {
    return w.received()
        + " "
        + w.lost()
        + " "
        + w.bursts()
        + " "
        + w.duplicates()
        + " "
        + w.outOfOrder();
  }

  @Test
  void saysWhatIsRemarkable() {
    SequenceWindow window = new SequenceWindow();
    assertThat(window.accept(7)).isEqualTo(Event.NONE);
    assertThat(window.accept(10)).isEqualTo(Event.LOST_BEFORE);
    assertThat(window.lostBefore()).isEqualTo(2);
    assertThat(window.accept(9)).isEqualTo(Event.OUT_OF_ORDER);
    assertThat(window.lostBefore()).isZero();
    assertThat(window.accept(9)).isEqualTo(Event.DUPLICATE);
    assertThat(window.accept(11)).isEqualTo(Event.NONE);
  }

  /** Packets lost, doubled and delayed by chance, compared with a plain record of what came. */
  @Test
  void agreesWithARecordOfEverything() {
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      BitSet came = new BitSet();
      SequenceWindow window = new SequenceWindow();
      window.accept(65_000);
      came.set(0);
      int total = 1;
      for (int i = 1; i < 5_000; i++) {
        int n = Math.max(0, i - (random.nextInt(10) == 0 ? random.nextInt(30) : 0));
        if (random.nextInt(8) != 0) {
          window.accept(65_000 + n & 0xFFFF);
          came.set(n);
          total++;
        }
      }
      int span = came.length();
      long bursts = IntStream.range(1, span).filter(i -> !came.get(i) && came.get(i - 1)).count();
      assertThat(window.received()).isEqualTo(came.cardinality());
      assertThat(window.lost()).isEqualTo(span - came.cardinality());
      assertThat(window.bursts()).isEqualTo(bursts);
      assertThat(window.duplicates()).isEqualTo(total - came.cardinality());
    }
  }
}
