package org.earpiece.capture.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers in the little-endian order that most capture files have, and in the other one. */
final class Bytes {
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private Bytes() {}

  static int i32(byte[] array, int at) {
    return (int) INT.get(array, at);
  }

  static int i32(byte[] array, int at, boolean bigEndian) {
    int value = (int) INT.get(array, at);
    return bigEndian ? Integer.reverseBytes(value) : value;
  }

  static long u32(byte[] array, int at, boolean bigEndian) {
    return i32(array, at, bigEndian) & 0xFFFF_FFFFL;
  }

  static int u16(byte[] array, int at, boolean bigEndian) {
    short value = (short) SHORT.get(array, at);
    return (bigEndian ? Short.reverseBytes(value) : value) & 0xFFFF;
  }

  static long i64(byte[] array, int at, boolean bigEndian) {
    long first = u32(array, at, bigEndian);
    long second = u32(array, at + 4, bigEndian);
    return bigEndian ? first << 32 | second : second << 32 | first;
  }

  /** Turns the order of {@code count} bytes round. */
  static void reverse(byte[] array, int at, int count) {
    for (int i = at, j = at + count - 1; i < j; i++, j--) {
      byte b = array[i];
      array[i] = array[j];
      array[j] = b;
    }
  }

  static void put32(byte[] array, int at, int value) {
    INT.set(array, at, value);
  }

  static void put16(byte[] array, int at, int value) {
    SHORT.set(array, at, (short) value);
  }
}
