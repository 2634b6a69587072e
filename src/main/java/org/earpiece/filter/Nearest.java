package org.earpiece.filter;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the name that was probably meant. */
final class Nearest {
  private static final int MAX_LENGTH = 64;
  private static final int LETTERS_A_SLIP = 4;

  private Nearest() {}

  /**
   * The name nearest to a word: one of the same protocol with a slip in every four letters (case
   * ignored), or that goes on like it; else such a one of any protocol, or one that ends with the
   * word; else null.
   */
  static @Nullable String to(String word, Collection<String> names) {
    if (word.length() > MAX_LENGTH) {
      return null;
    }
    int slips = Math.max(1, word.length() / LETTERS_A_SLIP);
    String protocol = lower(word.substring(0, word.indexOf('.') + 1));
    List<String> family = names.stream().filter(n -> lower(n).startsWith(protocol)).toList();
    String near = protocol.isEmpty() ? null : within(slips, word, family);
    if (near == null && !protocol.isEmpty()) {
      near = shortest(family, n -> lower(n).startsWith(lower(word)) || begins(word, n));
    }
    if (near == null) {
      near = within(slips, word, names);
    }
    if (near == null) {
      near = shortest(names, n -> n.endsWith("." + word));
    }
    return near == null ? shortest(names, n -> lower(n).endsWith("." + lower(word))) : near;
  }

  /** Whether a word goes on where a name with a protocol ends. */
  private static boolean begins(String word, String name) {
    return name.indexOf('.') > 0 && lower(word).startsWith(lower(name));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static @Nullable String shortest(Collection<String> names, Predicate<String> fits) {
    return names.stream().filter(fits).min(Comparator.comparingInt(String::length)).orElse(null);
  }

  private static @Nullable String within(int most, String word, Collection<String> names) {
    String best = null;
    int bestSlips = most + 1;
    for (String name : names) {
      int slips = name.equalsIgnoreCase(word) ? 0 : slips(word, name, bestSlips);
      if (slips < bestSlips) {
        best = name;
        bestSlips = slips;
      }
    }
    return best;
  }

  /**
   * How many letters were left out, put in, replaced or exchanged with the next (the optimal string
   * alignment distance), or {@code limit} where it is not below that.
   */
  private static int slips(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) >= limit) {
      return limit;
    }
    int[] before = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] free = before;
      before = last;
      last = row;
      row = free;
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        boolean same = same(a.charAt(i - 1), b.charAt(j - 1));
        row[j] = Math.min(last[j - 1] + (same ? 0 : 1), 1 + Math.min(last[j], row[j - 1]));
        if (!same && i > 1 && j > 1 && exchanged(a, i, b, j)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
    }
    return row[b.length()];
  }

  private static boolean exchanged(String a, int i, String b, int j) {
    return same(a.charAt(i - 1), b.charAt(j - 2)) && same(a.charAt(i - 2), b.charAt(j - 1));
  }

  private static boolean same(char a, char b) {
    return Character.toLowerCase(a) == Character.toLowerCase(b);
  }
}
