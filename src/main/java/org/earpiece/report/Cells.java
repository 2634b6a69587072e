package org.earpiece.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of tables as plain text, the same in every format. */
public final class Cells {
  private static final long[] POWERS = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
  };
  private static final double EXACT = 1L << 52;

  private Cells() {}

  /** Whether a column's value counts as none: null, NaN, a time that never came. */
  static boolean absent(Column column, @Nullable Object value) {
    return value == null
        || (value instanceof Double d && !Double.isFinite(d))
        || (column.kind() == Column.Kind.NANOS && value instanceof Long n && n == Long.MIN_VALUE);
  }

  /** A column's value as text; empty for none. */
  public static String text(Column column, @Nullable Object value) {
    StringBuilder out = new StringBuilder();
    if (value != null && !absent(column, value)) {
      append(out, column, value);
    }
    return out.toString();
  }

  /** Adds a value that is not absent: numbers as numbers, the parts of a list with a space. */
  static void append(StringBuilder out, Column column, Object value) {
    switch (value) {
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          out.append(i == 0 ? "" : " ").append(list.get(i));
        }
      }
      case Long n when column.kind() == Column.Kind.NANOS -> seconds(out, n, column.digits());
      case Double d -> decimal(out, d, column.digits());
      default -> out.append(value);
    }
  }

  /** Adds a finite number with this many decimals (9 at most), rounded half up, no exponent. */
  public static void decimal(StringBuilder out, double value, int digits) {
    double scaled = Math.abs(value) * POWERS[digits];
    if (scaled >= EXACT) {
      out.append(new BigDecimal(value).setScale(digits, RoundingMode.HALF_UP).toPlainString());
      return;
    }
    long whole = Math.round(scaled);
    if (value < 0 && whole != 0) {
      out.append('-');
    }
    fraction(out, whole / POWERS[digits], whole % POWERS[digits], digits);
  }

  /** Adds ns as seconds with this many decimals (9 at most), cut, not rounded. */
  public static void seconds(StringBuilder out, long nanos, int digits) {
    if (nanos < 0) {
      out.append('-');
    }
    long positive = Math.abs(nanos);
    long part = positive % POWERS[9] / POWERS[9 - digits];
    fraction(out, positive / POWERS[9], part, digits);
  }

  private static void fraction(StringBuilder out, long whole, long part, int digits) {
    out.append(whole);
    if (digits > 0) {
      out.append('.');
      for (int d = digits - 1; d >= 0; d--) {
        out.append((char) ('0' + part / POWERS[d] % 10));
      }
    }
  }
}
