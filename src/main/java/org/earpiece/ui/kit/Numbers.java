package org.earpiece.ui.kit;

/**
 * Numbers as the window writes them: a thin space between thousands, a point before decimals, a
 * narrow no-break space before units.
 */
public final class Numbers {
  /** Between groups of three digits. */
  public static final char THIN = '\u2009';

  /** Stands for what is not there. */
  public static final String NONE = "–";

  private static final String[] BIT_RATES = {"bit/s", "kbit/s", "Mbit/s", "Gbit/s", "Tbit/s"};
  private static final String[] BYTES = {"B", "kB", "MB", "GB", "TB"};

  private Numbers() {}

  /** {@code 4 320 509}. */
  public static String count(long n) {
    String digits = Long.toString(Math.abs(n));
    if (digits.length() <= 3) {
      return n < 0 ? "−" + digits : digits;
    }
    StringBuilder s = new StringBuilder(digits.length() + 4);
    if (n < 0) {
      s.append('−');
    }
    for (int i = 0; i < digits.length(); i++) {
      if (i > 0 && (digits.length() - i) % 3 == 0) {
        s.append(THIN);
      }
      s.append(digits.charAt(i));
    }
    return s.toString();
  }

  /** A number with this many decimals, or {@link #NONE} for NaN. */
  public static String decimal(double n, int decimals) {
    if (Double.isNaN(n)) {
      return NONE;
    }
    long scale = 1;
    for (int i = 0; i < decimals; i++) {
      scale *= 10;
    }
    long scaled = Math.round(Math.abs(n) * scale);
    String whole = count(scaled / scale);
    String sign = n < 0 && scaled > 0 ? "−" : "";
    if (decimals == 0) {
      return sign + whole;
    }
    String fraction = Long.toString(scaled % scale);
    return sign + whole + "." + "0".repeat(decimals - fraction.length()) + fraction;
  }

  /** {@code 6.1 %}. */
  public static String percent(double n) {
    return decimal(n, 1) + " %";
  }

  /** {@code 84 Mbit/s}, {@code 1.2 Mbit/s}, {@code idle}. */
  public static String bitRate(long bitsPerSecond) {
    return bitsPerSecond <= 0 ? "idle" : scaled((double) bitsPerSecond, BIT_RATES);
  }

  /** {@code 240 MB}, {@code 1.2 GB}. */
  public static String bytes(long bytes) {
    return scaled((double) bytes, BYTES);
  }

  /** {@code 1 call}, {@code 12 calls}. */
  public static String of(long n, String one, String many) {
    return count(n) + " " + (n == 1 ? one : many);
  }

  private static String scaled(double n, String[] units) {
    int unit = 0;
    while (n >= 1000 && unit < units.length - 1) {
      n /= 1000;
      unit++;
    }
    boolean small = unit > 0 && n < 9.95;
    return decimal(n, small ? 1 : 0) + " " + units[unit];
  }
}
