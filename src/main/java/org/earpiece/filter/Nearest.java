package org.earpiece.filter;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds the name that was probably meant. */
final class Nearest {
  private static final int MAX_LENGTH = 64;
  private static final int LETTERS_A_SLIP = 4;

  private Nearest() {}

  /** The name nearest to a word: case ignored, or a slip in every four letters; else null. */
  static @Nullable String to(String word, Collection<String> names) {
    if (word.length() > MAX_LENGTH) {
      return null;
    }
    String best = null;
    int bestSlips = Math.max(1, word.length() / LETTERS_A_SLIP) + 1;
    for (String name : names) {
      int slips = name.equalsIgnoreCase(word) ? 0 : slips(word, name, bestSlips);
      if (slips < bestSlips) {
        best = name;
        bestSlips = slips;
      }
    }
    return best;
  }

  /** Levenshtein's distance, or {@code limit} where it is not below that. */
  private static int slips(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) >= limit) {
      return limit;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (same(a.charAt(i - 1), b.charAt(j - 1)) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }

  private static boolean same(char a, char b) {
    return Character.toLowerCase(a) == Character.toLowerCase(b);
  }
}
