package org.earpiece.session.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RadixOrderTest {
  @ParameterizedTest
  @CsvSource({
    "'', false, ''",
    "7, false, 0",
    "3 1 2, false, 1 2 0",
    "3 1 2, true, 0 2 1",
    "5 5 5, true, 0 1 2",
    "1 2 3, false, 0 1 2",
    "-1 0 -9223372036854775808 9223372036854775806, false, 2 0 1 3",
    "-1 0 -9223372036854775808 9223372036854775806, true, 3 1 0 2",
    "- 4 - 2, false, 3 1 0 2",
    "- 4 - 2, true, 1 3 0 2"
  })
  void smallCases(String keys, boolean descending, String order) {
    assertThat(RadixOrder.of(numbers(keys), descending, () -> false))
        .containsExactly(Arrays.stream(words(order)).mapToInt(Integer::parseInt).toArray());
  }

  private static String[] words(String text) {
    return text.isEmpty() ? new String[0] : text.split(" ", -1);
  }

  private static long[] numbers(String keys) {
    return Arrays.stream(words(keys))
        .mapToLong(key -> key.equals("-") ? RadixOrder.MISSING : Long.parseLong(key))
        .toArray();
  }

  @ParameterizedTest
  @CsvSource({"false, 3", "true, 3", "false, 1000000", "true, 1000000"})
  void ordersAsAStableSortDoes(boolean descending, int values) {
    Random random = new Random(values);
    long[] keys = random.longs(20_000, -values, values).toArray();
    Comparator<Integer> byKey = Comparator.comparingLong(row -> keys[row]);
    int[] expected =
        IntStream.range(0, keys.length)
            .boxed()
            .sorted(descending ? byKey.reversed() : byKey)
            .mapToInt(Integer::intValue)
            .toArray();
    assertThat(RadixOrder.of(keys.clone(), descending, () -> false)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void endsWhereItIsStopped(boolean descending) {
    assertThat(RadixOrder.of(new long[] {1, 2, 1}, descending, () -> true)).isNull();
  }
}
