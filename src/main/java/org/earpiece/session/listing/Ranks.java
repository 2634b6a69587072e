package org.earpiece.session.listing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the different values of a column as they come, and ranks them in the end: what is
 * compared is then a small number for each row. One thread.
 */
final class Ranks<T extends Comparable<? super T>> {
  /** Different values of one column that can be ordered at most. */
  static final int MAX_VALUES = 1 << 20;

  /** Says that there are too many different values. */
  static final class TooMany extends Exception {
    private static final long serialVersionUID = 1;
  }

  private final Map<T, Integer> numbers = new HashMap<>();
  private final List<T> values = new ArrayList<>();

  /** The number of a value, a new one where it is new. */
  int number(T value) throws TooMany {
    Integer known = numbers.get(value);
    if (known != null) {
      return known;
    }
    if (values.size() == MAX_VALUES) {
      throw new TooMany();
    }
    int number = values.size();
    numbers.put(value, number);
    values.add(value);
    return number;
  }

  /** The rank of each number. */
  int[] ranks() {
    List<T> sorted = new ArrayList<>(values);
    sorted.sort(null);
    int[] ranks = new int[sorted.size()];
    for (int rank = 0; rank < ranks.length; rank++) {
      ranks[numbers.getOrDefault(sorted.get(rank), 0)] = rank;
    }
    return ranks;
  }
}
