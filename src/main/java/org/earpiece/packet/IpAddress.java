package org.earpiece.packet;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * An IPv4 or IPv6 address as two numbers; IPv4 stands as an IPv4-mapped one (RFC 4291 2.5.5.2).
 * Ordered, so that maps bear keys made to have the same hash.
 */
public record IpAddress(long hi, long lo) implements Comparable<IpAddress> {
  public static final IpAddress NONE = new IpAddress(0, 0);
  private static final long MAPPED = 0xFFFFL << 32;

  @Override
  public int compareTo(IpAddress other) {
    int order = Long.compareUnsigned(hi, other.hi);
    return order != 0 ? order : Long.compareUnsigned(lo, other.lo);
  }

  /** The low half of an IPv4 address. */
  public static long v4(long address) {
    return MAPPED | (address & 0xFFFF_FFFFL);
  }

  public static boolean isV4(long hi, long lo) {
    return hi == 0 && lo >>> 32 == 0xFFFF;
  }

  public boolean isV4() {
    return isV4(hi, lo);
  }

  /** An address from its numeric text, or null where it is none. Never asks a name server. */
  public static @Nullable IpAddress parse(String text) {
    if (text.isEmpty() || !numeric(text)) {
      return null;
    }
    try {
      byte[] b = InetAddress.getByName(text).getAddress();
      return of(b);
    } catch (UnknownHostException e) {
      return null;
    }
  }

  /** An address of 4 or 16 bytes. */
  public static IpAddress of(byte[] b) {
    long hi = 0;
    long lo = 0;
    if (b.length == 4) {
      for (byte x : b) {
        lo = lo << 8 | (x & 0xFF);
      }
      return new IpAddress(0, v4(lo));
    }
    for (int i = 0; i < 8; i++) {
      hi = hi << 8 | (b[i] & 0xFF);
      lo = lo << 8 | (b[i + 8] & 0xFF);
    }
    return new IpAddress(hi, lo);
  }

  /** The 4 or 16 bytes of the address. */
  public byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(isV4() ? 4 : 16);
    return (isV4() ? bytes.putInt((int) lo) : bytes.putLong(hi).putLong(lo)).array();
  }

  private static boolean numeric(String text) {
    boolean colon = text.indexOf(':') >= 0;
    int dots = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean hex = Character.digit(c, 16) >= 0 || c == ':';
      if (c == '.') {
        dots++;
      } else if (colon ? !hex : c < '0' || c > '9') {
        return false;
      }
    }
    return colon || dots == 3;
  }

  /** Dotted decimal, or the canonical text of RFC 5952. */
  public static String text(long hi, long lo) {
    if (isV4(hi, lo)) {
      return (lo >>> 24 & 0xFF)
          + "."
          + (lo >>> 16 & 0xFF)
          + "."
          + (lo >>> 8 & 0xFF)
          + "."
          + (lo & 0xFF);
    }
    int best = -1;
    int bestLength = 1;
    for (int i = 0; i < 8; i++) {
      int j = i;
      while (j < 8 && group(hi, lo, j) == 0) {
        j++;
      }
      if (j - i > bestLength) {
        best = i;
        bestLength = j - i;
      }
    }
    StringBuilder s = new StringBuilder(40);
    for (int i = 0; i < 8; i++) {
      if (i == best) {
        s.append("::");
        i += bestLength - 1;
        continue;
      }
      if (!s.isEmpty() && s.charAt(s.length() - 1) != ':') {
        s.append(':');
      }
      s.append(Integer.toHexString(group(hi, lo, i)));
    }
    return s.toString();
  }

  private static int group(long hi, long lo, int i) {
    long half = i < 4 ? hi : lo;
    return (int) (half >>> (48 - 16 * (i & 3)) & 0xFFFF);
  }

  @Override
  public String toString() {
    return text(hi, lo);
  }
}
