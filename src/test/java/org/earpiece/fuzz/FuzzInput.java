package org.earpiece.fuzz;

import java.util.Arrays;

/** Cuts the bytes that a fuzzer makes into the parts that a target needs; never runs dry. */
final class FuzzInput {
  private final byte[] data;
  private int at;

  FuzzInput(byte[] data) {
    this.data = data;
  }

  boolean more() {
    return at < data.length;
  }

  /** The next byte, 0 at the end. */
  int u8() {
    return more() ? data[at++] & 0xFF : 0;
  }

  int u16() {
    return u8() << 8 | u8();
  }

  int i32() {
    return u16() << 16 | u16();
  }

  /** The next bytes, as many as their length in two bytes before them says and as there are. */
  byte[] block() {
    return bytes(u16());
  }

  /** The next bytes, fewer at the end. */
  byte[] bytes(int count) {
    int to = Math.min(data.length, at + count);
    byte[] block = Arrays.copyOfRange(data, at, to);
    at = to;
    return block;
  }

  byte[] rest() {
    return bytes(data.length);
  }
}
