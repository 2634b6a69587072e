package org.earpiece.dissect.voip.rtp;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/**
 * RTP, RTCP, STUN or DTLS over TCP, its length before each packet (RFC 4571, RFC 6544 section 3).
 * Taken where SDP told of an endpoint, or where a connection begins with a STUN message in a frame.
 */
public final class RtpFraming implements Dissector {
  private static final Protocol P = Protocol.RTP_FRAMING;
  private static final int LENGTH = 2;

  /** The first byte of STUN is no more (RFC 7983). */
  private static final int LAST_STUN = 3;

  private static final int STUN_HEADER = 20;
  private static final int STUN_COOKIE_AT = 4;
  private static final int STUN_COOKIE = 0x2112A442;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.protocol(P),
        Field.uint(P, "rtp.rfc4571.len", "RFC 4571 packet len", Display.DECIMAL, 0, LENGTH));
  }

  @Override
  public void register(DissectorTable table) {
    table.tcpHeuristic(this);
  }

  /** Whether a STUN message fills the frame: a connection of ICE begins with its checks. */
  @Override
  public boolean looksLikeMine(Packet packet, int offset) {
    int message = offset + LENGTH;
    if (!packet.has(message, STUN_HEADER)) {
      return false;
    }
    ByteView bytes = packet.bytes();
    return bytes.u8(message) >> 6 == 0
        && bytes.i32(message + STUN_COOKIE_AT) == STUN_COOKIE
        && bytes.u16(offset) == STUN_HEADER + bytes.u16(message + 2);
  }

  @Override
  public int streamLength(ByteView bytes, int from, int to) {
    if (to - from < LENGTH) {
      return TRUNCATED;
    }
    int length = bytes.u16(from);
    if (length == 0) {
      return LENGTH;
    }
    if (to - from == LENGTH) {
      return TRUNCATED;
    }
    int first = bytes.u8(from + LENGTH);
    if (first <= LAST_STUN) { // a record of TLS begins so, too
      int cookie = from + LENGTH + STUN_COOKIE_AT;
      if (to - cookie < 4) {
        return TRUNCATED;
      }
      return bytes.i32(cookie) == STUN_COOKIE ? LENGTH + length : NOT_MINE;
    }
    return isMedia(first) ? LENGTH + length : NOT_MINE;
  }

  /** Whether DTLS, or RTP and RTCP begin with this byte (RFC 7983). */
  private static boolean isMedia(int first) {
    return (first >= 20 && first <= 63) || (first >= 128 && first <= 191);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, LENGTH)) {
      return TRUNCATED;
    }
    int length = packet.bytes().u16(offset);
    if (!packet.has(offset + LENGTH, length)) {
      packet.markTruncated();
    }
    packet.limit(offset + LENGTH + length);
    packet.next(NextHeader.UDP_PAYLOAD, 0);
    return LENGTH;
  }
}
