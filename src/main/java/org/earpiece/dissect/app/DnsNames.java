package org.earpiece.dissect.app;

import org.earpiece.bytes.ByteView;

/**
 * Domain names in DNS messages (RFC 1035 section 4.1.4). A pointer must lead to before the part of
 * the name that it ends, so that every name comes to an end.
 */
final class DnsNames {
  /** Bytes of a name at most (RFC 1035 section 2.3.4). */
  static final int MAX_NAME = 255;

  static final int BROKEN = -1;
  private static final String ROOT = "<Root>";
  private static final String LOOPS = "<Name contains a pointer that loops>";
  private static final int POINTER = 0xC0;
  private static final int MAX_LABEL = 63;

  private DnsNames() {}

  /** Where the bytes of the name at {@code at} end, or {@link #BROKEN}. */
  static int end(ByteView bytes, int at, int limit) {
    int position = at;
    while (position < limit && position - at <= MAX_NAME) {
      int length = bytes.u8(position);
      if (length >= POINTER) {
        return position + 2 <= limit ? position + 2 : BROKEN;
      }
      if (length > MAX_LABEL) {
        return BROKEN;
      }
      position += 1 + length;
      if (length == 0) {
        return position;
      }
    }
    return BROKEN;
  }

  /** The name at {@code at} of the message at {@code message}, as far as it can be read. */
  static String text(ByteView bytes, int message, int at, int limit) {
    StringBuilder name = new StringBuilder();
    int position = at;
    int start = at;
    int read = 0;
    while (position < limit) {
      int length = bytes.u8(position);
      if (length >= POINTER) {
        int target = position + 2 <= limit ? message + (bytes.u16(position) & 0x3FFF) : limit;
        if (target >= start) {
          return LOOPS;
        }
        start = target;
        position = target;
        continue;
      }
      read += 1 + length;
      if (length == 0 || length > MAX_LABEL || read > MAX_NAME || position + 1 + length > limit) {
        break;
      }
      name.append(name.isEmpty() ? "" : ".");
      label(bytes, position + 1, length, name);
      position += 1 + length;
    }
    return name.isEmpty() ? ROOT : name.toString();
  }

  /** How many labels a name has, as {@link #text} gives it. */
  static int labels(String name) {
    return name.equals(ROOT) ? 0 : 1 + (int) name.chars().filter(c -> c == '.').count();
  }

  /** A label as in zone files: what is no printable ASCII in decimal (RFC 4343 section 2.1). */
  private static void label(ByteView bytes, int at, int length, StringBuilder name) {
    for (int i = at; i < at + length; i++) {
      int c = bytes.u8(i);
      if (c > ' ' && c < 0x7F) {
        name.append((char) c);
      } else {
        name.append('\\').append((char) ('0' + c / 100)).append((char) ('0' + c / 10 % 10));
        name.append((char) ('0' + c % 10));
      }
    }
  }
}
