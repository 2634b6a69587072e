package org.earpiece.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A window on a byte array that can be pointed elsewhere. Positions are bytes from the start of the
 * window; numbers are read in network byte order. Callers ask {@link #has(int, int)} once and then
 * read plainly. One thread at a time.
 */
public final class ByteView {
  private static final byte[] NOTHING = new byte[0];
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private byte[] array = NOTHING;
  private int start;
  private int length;

  /** Points this view at {@code length} bytes of {@code array} from {@code start}. */
  public ByteView wrap(byte[] array, int start, int length) {
    this.array = array;
    this.start = start;
    this.length = length;
    return this;
  }

  /** Points this view at a whole array. */
  public ByteView wrap(byte[] array) {
    return wrap(array, 0, array.length);
  }

  public int length() {
    return length;
  }

  /** The array behind this view; its byte {@code arrayOffset()} is this view's byte 0. */
  public byte[] array() {
    return array;
  }

  public int arrayOffset() {
    return start;
  }

  /** Whether {@code count} bytes can be read at {@code position}. */
  public boolean has(int position, int count) {
    return position >= 0 && count >= 0 && position <= length - count;
  }

  public int u8(int position) {
    return array[start + position] & 0xFF;
  }

  public int u16(int position) {
    return (short) SHORT.get(array, start + position) & 0xFFFF;
  }

  public int u24(int position) {
    return u8(position) << 16 | u16(position + 1);
  }

  public int i32(int position) {
    return (int) INT.get(array, start + position);
  }

  public long u32(int position) {
    return i32(position) & 0xFFFF_FFFFL;
  }

  public long i64(int position) {
    return (long) LONG.get(array, start + position);
  }

  /** An unsigned big-endian number of 1 to 8 bytes (8 bytes give the two's complement). */
  public long unsigned(int position, int size) {
    return switch (size) {
      case 1 -> u8(position);
      case 2 -> u16(position);
      case 3 -> u24(position);
      case 4 -> u32(position);
      case 8 -> i64(position);
      default -> {
        long value = 0;
        for (int i = 0; i < size; i++) {
          value = value << 8 | u8(position + i);
        }
        yield value;
      }
    };
  }

  /** The bytes as ISO 8859-1 text: one character a byte, nothing is lost. */
  public String ascii(int position, int count) {
    return new String(array, start + position, count, StandardCharsets.ISO_8859_1);
  }

  /** The bytes as UTF-8 text; malformed sequences become U+FFFD. */
  public String utf8(int position, int count) {
    return new String(array, start + position, count, StandardCharsets.UTF_8);
  }

  /** A copy of some bytes. */
  public byte[] copy(int position, int count) {
    byte[] copy = new byte[count];
    System.arraycopy(array, start + position, copy, 0, count);
    return copy;
  }

  /** The first position of {@code value} in {@code [from, to)}, or -1. */
  public int indexOf(byte value, int from, int to) {
    for (int i = start + from, end = start + to; i < end; i++) {
      if (array[i] == value) {
        return i - start;
      }
    }
    return -1;
  }
}
