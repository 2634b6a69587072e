package org.earpiece.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowTableTest {
  @Test
  void numbersFlowsInOrderOfAppearanceLikeAMap() {
    FlowTable table = new FlowTable(1_000_000);
    Map<List<Number>, Integer> expected = new HashMap<>();
    Random random = new Random(1);
    for (int i = 0; i < 300_000; i++) {
      long a = random.nextInt(100);
      long b = random.nextInt(100);
      int p = random.nextInt(10);
      int q = random.nextInt(10);
      int flow = table.flow(a, b, b, a, p, q, 1);
      Integer known = expected.putIfAbsent(List.of(a, b, p, q), expected.size());
      assertThat(flow).isEqualTo(known != null ? known : expected.size() - 1);
      assertThat(table.find(a, b, b, a, p, q, 1)).isEqualTo(flow);
    }
    assertThat(table.size()).isEqualTo(expected.size());
  }

  @Test
  void everyPartOfTheKeyCounts() {
    FlowTable table = new FlowTable(100);
    assertThat(table.flow(1, 2, 3, 4, 5, 6, 1)).isEqualTo(0);
    assertThat(table.flow(9, 2, 3, 4, 5, 6, 1)).isEqualTo(1);
    assertThat(table.flow(1, 9, 3, 4, 5, 6, 1)).isEqualTo(2);
    assertThat(table.flow(1, 2, 9, 4, 5, 6, 1)).isEqualTo(3);
    assertThat(table.flow(1, 2, 3, 9, 5, 6, 1)).isEqualTo(4);
    assertThat(table.flow(1, 2, 3, 4, 9, 6, 1)).isEqualTo(5);
    assertThat(table.flow(1, 2, 3, 4, 5, 9, 1)).isEqualTo(6);
    assertThat(table.flow(1, 2, 3, 4, 5, 6, 2)).isEqualTo(7);
    assertThat(table.flow(3, 4, 1, 2, 6, 5, 1)).isEqualTo(8);
    assertThat(table.flow(1, 2, 3, 4, 5, 6, 1)).isEqualTo(0);
  }

  @Test
  void aFullTableKeepsWhatItHasAndTakesNothingNew() {
    FlowTable table = new FlowTable(2);
    table.flow(1, 1, 1, 1, 1, 1, 1);
    table.flow(2, 1, 1, 1, 1, 1, 1);
    assertThat(table.flow(3, 1, 1, 1, 1, 1, 1)).isEqualTo(FlowTable.NONE);
    assertThat(table.flow(2, 1, 1, 1, 1, 1, 1)).isEqualTo(1);
    assertThat(table.find(3, 1, 1, 1, 1, 1, 1)).isEqualTo(FlowTable.NONE);
  }

  /**
   * Differences in the highest bits run through multiplications unchanged: keys that differ in just
   * those must not meet, nor what counts up.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 1L << 16, 1L << 31, 1L << 32, 1L << 47, 1L << 60})
  void preparedKeysDoNotCrowd(long step) {
    FlowTable table = new FlowTable(1 << 16);
    for (int i = 0; i < 1 << 13; i++) {
      table.flow(i * step, 0, 0, 0, 0, 0, 0);
      table.flow(i * step, i * step, 0, 0, i & 1, 0, 0);
      table.flow(0, 0, i * step, (i * step) >>> 31, 0, i & 3, i);
    }
    assertThat(table.longestProbe()).isLessThan(200);
  }
}
