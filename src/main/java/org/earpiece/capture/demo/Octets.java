package org.earpiece.capture.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes being written in network order. */
final class Octets {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(192);

  Octets u8(int value) {
    out.write(value);
    return this;
  }

  Octets u16(int value) {
    return u8(value >>> 8).u8(value);
  }

  Octets u32(int value) {
    return u16(value >>> 16).u16(value);
  }

  Octets bytes(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  Octets text(String text) {
    return bytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Zeros up to a multiple of four bytes, one at least where {@code always}. */
  Octets pad(boolean always) {
    if (always) {
      u8(0);
    }
    while (out.size() % 4 != 0) {
      u8(0);
    }
    return this;
  }

  int size() {
    return out.size();
  }

  byte[] toBytes() {
    return out.toByteArray();
  }
}
