package org.earpiece.filter.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Wireshark's ranges, of bytes from 0 or of layers from 1: {@code 2}, {@code 2:3} (three from 2),
 * {@code 2-4} (2 to 4), {@code :3}, {@code 2:}, and several of them with commas between. A start
 * below 0 counts from the end.
 *
 * @param list in the order written
 */
public record Ranges(List<Range> list) {
  /** Everything. */
  public static final Ranges ALL = new Ranges(List.of(new Range(0, Kind.REST, 0)));

  /** Ranges of one list. */
  public static final int MAX_RANGES = 100;

  private static final Pattern RANGE =
      Pattern.compile("(-?\\w+)?\\s*(?:(:)\\s*(\\w+)?|-\\s*(-?\\w+))?");
  private static final Pattern NUMBER = Pattern.compile("-?(0[xX][0-9a-fA-F]{1,7}|[0-9]{1,9})");

  enum Kind {
    LENGTH,
    LAST,
    REST
  }

  /**
   * One range.
   *
   * @param start its first, from the end where negative
   * @param number how many, or the last one, as the kind says
   */
  record Range(int start, Kind kind, int number) {
    int from(int size) {
      return start < 0 ? start + size : start;
    }

    /** Behind the last one. */
    int to(int size) {
      return switch (kind) {
        case LENGTH -> from(size) + number;
        case LAST -> (number < 0 ? number + size : number) + 1;
        case REST -> size;
      };
    }
  }

  public boolean isAll() {
    return equals(ALL);
  }

  /** Whether a number from 1 is in one of the ranges, {@code -1} being the last. */
  boolean has(int number, int count) {
    for (Range range : list) {
      if (number >= range.from(count + 1) && number < range.to(count + 1)) {
        return true;
      }
    }
    return false;
  }

  /** The ranges that a text writes; null where it writes none. */
  public static @Nullable Ranges parse(String text) {
    List<Range> list = new ArrayList<>();
    for (String part : text.split(",", MAX_RANGES + 1)) {
      Range range = range(part.trim());
      if (range == null || list.size() == MAX_RANGES) {
        return null;
      }
      list.add(range);
    }
    return new Ranges(list);
  }

  private static @Nullable Range range(String text) {
    Matcher m = RANGE.matcher(text);
    if (text.isEmpty() || !m.matches()) {
      return null;
    }
    boolean open = m.group(1) == null;
    Integer start = open ? Integer.valueOf(0) : number(m.group(1));
    if (start == null || (open && m.group(3) == null)) {
      return null;
    }
    if (m.group(4) != null) {
      Integer last = number(m.group(4));
      boolean comparable = last != null && (start < 0) == (last < 0);
      return last == null || (comparable && last < start)
          ? null
          : new Range(start, Kind.LAST, last);
    }
    if (m.group(2) == null) {
      return new Range(start, Kind.LENGTH, 1);
    }
    if (m.group(3) == null) {
      return new Range(start, Kind.REST, 0);
    }
    Integer length = number(m.group(3));
    return length == null || length <= 0 ? null : new Range(start, Kind.LENGTH, length);
  }

  private static @Nullable Integer number(String text) {
    return NUMBER.matcher(text).matches() ? Integer.decode(decimal(text)) : null;
  }

  /** Without the zeros that would make it octal. */
  private static String decimal(String text) {
    return text.matches("-?0[0-9]+") ? text.replaceFirst("0+(?=[0-9])", "") : text;
  }
}
