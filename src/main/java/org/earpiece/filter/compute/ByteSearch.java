package org.earpiece.filter.compute;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A run of bytes that is looked for in others, eight places at a time: by its first and its last
 * byte, then by all between. Immutable; any thread.
 */
public final class ByteSearch {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW_BITS = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

  /** What tells an upper-case letter of ASCII from the lower-case one. */
  private static final int CASE = 0x20;

  private final byte[] part;
  private final boolean ignoresCase;
  private final long first;
  private final long firstCase;
  private final long last;
  private final long lastCase;

  private ByteSearch(byte[] part, boolean ignoresCase) {
    this.part = part;
    this.ignoresCase = ignoresCase;
    byte begin = part.length == 0 ? 0 : part[0];
    byte end = part.length == 0 ? 0 : part[part.length - 1];
    first = LOW_BITS * (begin & 0xFF);
    last = LOW_BITS * (end & 0xFF);
    firstCase = ignoresCase && letter(begin) ? LOW_BITS * CASE : 0;
    lastCase = ignoresCase && letter(end) ? LOW_BITS * CASE : 0;
  }

  /** A search for exactly these bytes. */
  public static ByteSearch of(byte[] part) {
    return new ByteSearch(part.clone(), false);
  }

  /** A search for these bytes, letters of ASCII in either case. */
  public static ByteSearch ignoringCase(byte[] part) {
    byte[] lower = new byte[part.length];
    for (int i = 0; i < part.length; i++) {
      lower[i] = lower(part[i]);
    }
    return new ByteSearch(lower, true);
  }

  private static boolean letter(byte lower) {
    return lower >= 'a' && lower <= 'z';
  }

  private static byte lower(byte b) {
    return b >= 'A' && b <= 'Z' ? (byte) (b | CASE) : b;
  }

  /** Whether it stands anywhere in the bytes from {@code from} up to {@code to}. */
  public boolean in(byte[] array, int from, int to) {
    int length = part.length;
    if (length == 0) {
      return true;
    }
    int end = to - length + 1;
    int at = from;
    for (; at + Long.BYTES <= end; at += Long.BYTES) {
      long differs =
          (((long) LONGS.get(array, at) | firstCase) ^ first)
              | (((long) LONGS.get(array, at + length - 1) | lastCase) ^ last);
      long equal = (differs - LOW_BITS) & ~differs & HIGH_BITS;
      while (equal != 0) {
        if (at(array, at + Long.numberOfTrailingZeros(equal) / Byte.SIZE)) {
          return true;
        }
        equal &= equal - 1;
      }
    }
    for (; at < end; at++) {
      if (at(array, at)) {
        return true;
      }
    }
    return false;
  }

  private boolean at(byte[] array, int from) {
    for (int i = 0; i < part.length; i++) {
      byte b = array[from + i];
      if ((ignoresCase ? lower(b) : b) != part[i]) {
        return false;
      }
    }
    return true;
  }
}
