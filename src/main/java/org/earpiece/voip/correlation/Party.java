package org.earpiece.voip.correlation;

import java.util.Locale;
import org.earpiece.voip.Users;

/**
 * The user part of an address as one compares it from leg to leg. A number is its digits without
 * international prefix and leading zeros, so that {@code +44 20 7946 0018}, {@code 004420...} and
 * {@code 020 7946 0018} are found to be alike by how they end.
 *
 * @param user empty where it identifies nobody
 */
record Party(String user) {
  /** A caller who is not known, or does not want to be. */
  static final Party NOBODY = new Party("");

  /** Digits that numbers of different length must have in common at their ends. */
  private static final int COMMON_DIGITS = 6;

  static Party of(String user) {
    String bare = bare(user.toLowerCase(Locale.ROOT));
    if (dialled(bare)) {
      String digits = digits(bare);
      return new Party(digits.isEmpty() ? bare : digits);
    }
    return switch (bare) {
      case "", "anonymous", "unknown", "unavailable", "restricted", "private", "invalid" -> NOBODY;
      default -> new Party(bare);
    };
  }

  /** Without URI parameters, and without the mark that some phones put on their contact's user. */
  private static String bare(String user) {
    int end = user.indexOf(';');
    return Users.plain(end < 0 ? user : user.substring(0, end));
  }

  private static boolean dialled(String user) {
    boolean digit = false;
    for (int i = 0; i < user.length(); i++) {
      char c = user.charAt(i);
      if (c >= '0' && c <= '9') {
        digit = true;
      } else if (c != '.' && c != '-' && c != '(' && c != ')' && c != ' ' && (c != '+' || i > 0)) {
        return false;
      }
    }
    return digit;
  }

  private static String digits(String user) {
    StringBuilder digits = new StringBuilder(user.length());
    for (int i = 0; i < user.length(); i++) {
      char c = user.charAt(i);
      if (c >= '0' && c <= '9' && (c != '0' || !digits.isEmpty())) {
        digits.append(c);
      }
    }
    return digits.toString();
  }

  boolean known() {
    return !user.isEmpty();
  }

  /** Whether both are the same subscriber, as far as their numbers tell. */
  boolean same(Party other) {
    if (!known() || !other.known()) {
      return false;
    }
    if (user.equals(other.user)) {
      return true;
    }
    return Math.min(user.length(), other.user.length()) >= COMMON_DIGITS
        && number()
        && other.number()
        && (user.endsWith(other.user) || other.user.endsWith(user));
  }

  /** What parties that are the {@link #same} have in common, to look them up by; 0 for nobody. */
  long key() {
    boolean number = user.length() >= COMMON_DIGITS && number();
    long key = 0;
    for (int i = number ? user.length() - COMMON_DIGITS : 0; i < user.length(); i++) {
      key = key * 0x5DEECE66DL + user.charAt(i) + 1;
    }
    return key;
  }

  private boolean number() {
    for (int i = 0; i < user.length(); i++) {
      if (user.charAt(i) < '0' || user.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
