package org.earpiece.fuzz;

import org.earpiece.packet.LinkType;

/** Reassembly of IP: one datagram in fragments of any size and order, some twice, some wrong. */
public final class FragmentFuzz {
  private static final int MAX_FRAGMENTS = 64;
  private static final int MORE = 0x2000;
  private static final int OFFSET = 0x1FFF;
  private static final int UDP = 17;
  private static final byte[] MESSAGE =
      Frames.udp(
          5060, 5060, Seeds.text(Seeds.INVITE).getBytes(java.nio.charset.StandardCharsets.UTF_8));

  private FragmentFuzz() {}

  /** Fragments: identification and more-flag, offset in units of 8, length, and a byte put over. */
  public static void fuzzerTestOneInput(byte[] data) {
    FuzzInput input = new FuzzInput(data);
    TrafficFuzz.Tracking tracking = new TrafficFuzz.Tracking();
    long nanos = 0;
    for (int i = 0; i < MAX_FRAGMENTS && input.more(); i++) {
      int choice = input.u8();
      int offset = input.u16() & OFFSET;
      int length = input.u16() % (MESSAGE.length + 64);
      int over = input.u8();
      byte[] part = new byte[length];
      for (int k = 0; k < length; k++) {
        int at = offset * 8 + k;
        part[k] = at < MESSAGE.length ? MESSAGE[at] : (byte) over;
      }
      int flags = (choice & 1) == 1 ? MORE : 0;
      nanos += (choice >> 5) * 1_000_000_000L;
      tracking.frame(
          LinkType.RAW, Frames.ip(1, 2, UDP, choice >> 1 & 3, flags | offset, part), nanos);
    }
    tracking.end();
  }
}
