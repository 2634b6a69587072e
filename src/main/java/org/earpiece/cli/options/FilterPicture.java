package org.earpiece.cli.options;

import org.earpiece.filter.FilterError;

/** Shows where a filter is wrong. */
public final class FilterPicture {
  /** Characters of the filter that are shown around the fault. */
  private static final int AROUND = 60;

  private FilterPicture() {}

  /** The message, and below it the filter with a mark under what is wrong. */
  public static String of(String filter, FilterError error) {
    int from = Math.max(0, error.start() - AROUND);
    int to = Math.min(filter.length(), error.end() + AROUND);
    String part = filter.substring(from, to).replaceAll("\\p{Cntrl}", " ");
    String before = from > 0 ? "…" : "";
    int marks = Math.max(1, error.end() - error.start());
    return error.message()
        + "\n  "
        + before
        + part
        + (to < filter.length() ? "…" : "")
        + "\n  "
        + " ".repeat(before.length() + error.start() - from)
        + "^"
        + "~".repeat(marks - 1);
  }
}
