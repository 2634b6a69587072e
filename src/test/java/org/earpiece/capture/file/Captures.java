package org.earpiece.capture.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Captures made by hand, byte by byte as their formats say. */
final class Captures {
  static final int MICROS = 0xA1B2_C3D4;
  static final int NANOS = 0xA1B2_3C4D;
  static final int KUZNETSOV = 0xA1B2_CD34;

  private ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

  private Captures(ByteOrder order) {
    buffer.order(order);
  }

  /** A file of which everything is still to be said. */
  static Captures file(ByteOrder order) {
    return new Captures(order);
  }

  static Captures pcap(ByteOrder order, int magic, int linkType) {
    return new Captures(order).i32(magic).u16(2).u16(4).i32(0).i32(0).i32(65_535).i32(linkType);
  }

  Captures record(long seconds, int fraction, int length, byte... data) {
    return i32((int) seconds).i32(fraction).i32(data.length).i32(length).bytes(data);
  }

  static Captures pcapng(ByteOrder order) {
    return new Captures(order).section(order);
  }

  Captures section(ByteOrder order) {
    buffer.order(order);
    return i32(0x0A0D_0D0A).i32(28).i32(0x1A2B_3C4D).u16(1).u16(0).i32(-1).i32(-1).i32(28);
  }

  /** An interface with options as whole bytes, already padded. */
  Captures describe(int linkType, int snaplen, byte... options) {
    int length = 20 + options.length;
    return i32(1).i32(length).u16(linkType).u16(0).i32(snaplen).bytes(options).i32(length);
  }

  Captures enhanced(int id, long ticks, int length, byte... data) {
    int total = 32 + padded(data);
    return i32(6).i32(total).i32(id).ticks(ticks).i32(data.length).i32(length).padded(data, total);
  }

  /** A packet with options as whole bytes, already padded. */
  Captures enhanced(int id, long ticks, byte[] data, byte... options) {
    int total = 32 + padded(data) + options.length;
    i32(6).i32(total).i32(id).ticks(ticks).i32(data.length).i32(data.length);
    return bytes(data).bytes(new byte[padded(data) - data.length]).bytes(options).i32(total);
  }

  Captures obsolete(int id, long ticks, int length, byte... data) {
    int total = 32 + padded(data);
    return i32(2)
        .i32(total)
        .u16(id)
        .u16(7)
        .ticks(ticks)
        .i32(data.length)
        .i32(length)
        .padded(data, total);
  }

  Captures simple(int length, byte... data) {
    int total = 16 + padded(data);
    return i32(3).i32(total).i32(length).padded(data, total);
  }

  Captures block(int type, byte... body) {
    return i32(type).i32(12 + body.length).bytes(body).i32(12 + body.length);
  }

  private static int padded(byte... data) {
    return (data.length + 3) & ~3;
  }

  private Captures padded(byte[] data, int total) {
    return bytes(data).bytes(new byte[padded(data) - data.length]).i32(total);
  }

  private Captures ticks(long ticks) {
    return i32((int) (ticks >>> 32)).i32((int) ticks);
  }

  Captures i32(int value) {
    buffer.putInt(value);
    return this;
  }

  Captures u16(int value) {
    buffer.putShort((short) value);
    return this;
  }

  Captures bytes(byte... bytes) {
    buffer.put(bytes);
    return this;
  }

  /** An option of an interface, in this capture's byte order. */
  static byte[] option(ByteOrder order, int code, byte... value) {
    ByteBuffer option = ByteBuffer.allocate(4 + padded(value)).order(order);
    return option.putShort((short) code).putShort((short) value.length).put(value).array();
  }

  byte[] done() {
    byte[] bytes = new byte[buffer.position()];
    buffer.get(0, bytes);
    return bytes;
  }
}
