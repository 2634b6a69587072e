package org.earpiece.dissect;

import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a checksum. Those of IP, TCP and UDP are not verified: network cards fill them
 * in behind the capture, so that those of what this host sends look wrong. Those of ICMP are.
 */
public final class ChecksumStatus {
  private static final int BAD = 0;
  private static final int GOOD = 1;

  /** It was not verified. */
  public static final int UNVERIFIED = 2;

  /** The sender left it out. */
  public static final int NOT_PRESENT = 3;

  private ChecksumStatus() {}

  /** A field that says so of each layer; a reader answers with one of the constants. */
  public static Field field(
      Protocol protocol, String name, String label, Field.NumberReader status) {
    return Field.number(protocol, name, label, FieldType.UINT, Display.DECIMAL, 0, 0, status)
        .bits(8)
        .named(ChecksumStatus::word)
        .asGenerated();
  }

  /**
   * Whether the Internet checksum (RFC 1071) of a layer is right; unverified where the frame was
   * cut.
   *
   * @param before the sum of what counts and does not stand in the layer, as of a pseudo-header
   */
  public static int verified(Packet p, int layer, long before) {
    if (p.truncated() || p.length() > p.capturedLength()) {
      return UNVERIFIED;
    }
    long sum = before + sum(p.bytes(layer), p.offset(layer), p.end(layer));
    while (sum >>> Short.SIZE != 0) {
      sum = (sum & 0xFFFF) + (sum >>> Short.SIZE);
    }
    return sum == 0xFFFF ? GOOD : BAD;
  }

  /** The sum of some bytes, two at a time, the last padded with zero. */
  public static long sum(ByteView bytes, int from, int end) {
    long sum = 0;
    int at = from;
    for (; at + 1 < end; at += 2) {
      sum += bytes.u16(at);
    }
    return at < end ? sum + (bytes.u8(at) << Byte.SIZE) : sum;
  }

  /** What a status is called. */
  public static @Nullable String word(long status) {
    return switch ((int) status) {
      case BAD -> "Bad";
      case GOOD -> "Good";
      case UNVERIFIED -> "Unverified";
      case NOT_PRESENT -> "Not present";
      case 4 -> "Illegal";
      default -> null;
    };
  }
}
