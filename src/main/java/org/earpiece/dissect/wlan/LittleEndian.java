package org.earpiece.dissect.wlan;

import org.earpiece.bytes.ByteView;

/** Numbers whose lowest byte comes first, as in everything about 802.11. */
final class LittleEndian {
  private LittleEndian() {}

  static int u16(ByteView bytes, int at) {
    return bytes.u8(at) | bytes.u8(at + 1) << 8;
  }

  static long u32(ByteView bytes, int at) {
    return u16(bytes, at) | (long) u16(bytes, at + 2) << 16;
  }
}
