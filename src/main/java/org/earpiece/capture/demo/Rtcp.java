package org.earpiece.capture.demo;

/** RTCP compound packets (RFC 3550 section 6). */
final class Rtcp {
  private static final int SENDER_REPORT = 200;
  private static final int RECEIVER_REPORT = 201;
  private static final int SOURCE_DESCRIPTION = 202;
  private static final int BYE = 203;
  private static final int CNAME = 1;
  private static final long NTP_EPOCH = 2_208_988_800L;

  private Rtcp() {}

  /** The 32 bits in the middle of the NTP timestamp of a time. */
  static int ntpMiddle(long time) {
    return (int) (seconds(time) << 16 | (fraction(time) & 0xFFFF_FFFFL) >>> 16);
  }

  /**
   * The report of one end: a sender report where it has sent, with a block on what it received
   * where it has received.
   */
  static byte[] report(RtpFlow sent, RtpFlow received, long now, String cname, boolean bye) {
    Octets out = new Octets();
    int blocks = received.reception().hasBegun() ? 1 : 0;
    boolean sender = sent.packets() > 0;
    int words = (sender ? 6 : 1) + 6 * blocks;
    out.u8(0x80 | blocks).u8(sender ? SENDER_REPORT : RECEIVER_REPORT).u16(words);
    out.u32(sent.ssrc());
    if (sender) {
      out.u32((int) seconds(now)).u32((int) fraction(now)).u32((int) sent.timestampNow());
      out.u32(sent.packets()).u32(sent.octets());
    }
    if (blocks > 0) {
      received.reception().report(out, now);
    }
    Octets item = new Octets();
    item.u32(sent.ssrc()).u8(CNAME).u8(cname.length()).text(cname).pad(true);
    out.u8(0x81).u8(SOURCE_DESCRIPTION).u16(item.size() / 4).bytes(item.toBytes());
    if (bye) {
      out.u8(0x81).u8(BYE).u16(1).u32(sent.ssrc());
    }
    return out.toBytes();
  }

  private static long seconds(long time) {
    return time / Timeline.SECOND + NTP_EPOCH;
  }

  private static long fraction(long time) {
    return ((time % Timeline.SECOND) << 32) / Timeline.SECOND;
  }
}
