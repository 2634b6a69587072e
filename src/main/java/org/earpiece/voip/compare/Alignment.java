package org.earpiece.voip.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Puts two lists side by side: what is equal stays in line, in order, as much as there is. */
final class Alignment {
  /** One of each list beside one another; null where the other has no counterpart. */
  record Pair(@Nullable String left, @Nullable String right) {}

  private Alignment() {}

  /**
   * The pairs.
   *
   * @param related whether two that differ are the same thing changed
   */
  static List<Pair> of(List<String> left, List<String> right, BiPredicate<String, String> related) {
    int[][] longest = longest(left, right);
    List<Pair> pairs = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    List<String> come = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < left.size() && j < right.size()) {
      if (left.get(i).equals(right.get(j))) {
        flush(gone, come, related, pairs);
        pairs.add(new Pair(left.get(i++), right.get(j++)));
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        gone.add(left.get(i++));
      } else {
        come.add(right.get(j++));
      }
    }
    gone.addAll(left.subList(i, left.size()));
    come.addAll(right.subList(j, right.size()));
    flush(gone, come, related, pairs);
    return pairs;
  }

  /** The length of the longest common subsequence of what follows two places. */
  private static int[][] longest(List<String> left, List<String> right) {
    int[][] longest = new int[left.size() + 1][right.size() + 1];
    for (int i = left.size() - 1; i >= 0; i--) {
      for (int j = right.size() - 1; j >= 0; j--) {
        longest[i][j] =
            left.get(i).equals(right.get(j))
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    return longest;
  }

  private static void flush(
      List<String> gone, List<String> come, BiPredicate<String, String> related, List<Pair> pairs) {
    for (String old : gone) {
      int match = -1;
      for (int i = 0; i < come.size() && match < 0; i++) {
        match = related.test(old, come.get(i)) ? i : -1;
      }
      for (int i = 0; i < match; i++) {
        pairs.add(new Pair(null, come.removeFirst()));
      }
      pairs.add(new Pair(old, match < 0 ? null : come.removeFirst()));
    }
    come.forEach(added -> pairs.add(new Pair(null, added)));
    gone.clear();
    come.clear();
  }
}
