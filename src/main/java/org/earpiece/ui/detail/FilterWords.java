package org.earpiece.ui.detail;

/** Joins display filters as Wireshark's menus do. */
final class FilterWords {
  private FilterWords() {}

  static String not(String filter) {
    return "!(" + filter + ")";
  }

  /** {@code (before) && filter}; the filter alone where there was none. */
  static String join(String before, String operator, String filter) {
    return before.isBlank() ? filter : "(" + before + ") " + operator + " " + grouped(filter);
  }

  private static String grouped(String filter) {
    return filter.startsWith("!(") ? filter : "(" + filter + ")";
  }
}
