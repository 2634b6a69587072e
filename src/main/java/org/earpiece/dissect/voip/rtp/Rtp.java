package org.earpiece.dissect.voip.rtp;

import java.util.List;
import java.util.Locale;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.voip.sdp.PayloadTypes;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldText;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** RTP (RFC 3550 section 5), where {@link org.earpiece.dissect.Flows} says that a flow is media. */
public final class Rtp implements Dissector {
  /** Bytes of the header without CSRC list and extension. */
  public static final int FIXED_HEADER = 12;

  @Override
  public Protocol protocol() {
    return Protocol.RTP;
  }

  @Override
  public List<Field> fields() {
    return RtpFields.all();
  }

  @Override
  public void register(DissectorTable table) {}

  @Override
  public int dissect(Packet packet, int offset) {
    int header = headerLength(packet.bytes(), offset, packet.limit());
    if (header < 0) {
      return packet.has(offset, FIXED_HEADER) ? TRUNCATED : NOT_MINE;
    }
    return header;
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    ByteView bytes = packet.bytes(layer);
    int at = packet.offset(layer);
    int event = RtpEventFields.event(packet, layer);
    if (event >= 0) {
      out.append("Payload type=RTP Event, ").append(RtpEventFields.name(bytes.u8(event)));
      out.append(RtpEventFields.ended(bytes, event) ? " (end)" : "");
      return;
    }
    out.append("PT=").append(PayloadTypes.title(payloadType(bytes, at)));
    out.append(", SSRC=")
        .append(
            FieldText.hex(ssrc(bytes, at) & 0xFFFF_FFFFL, 4)
                .toUpperCase(Locale.ROOT)
                .replace('X', 'x'));
    out.append(", Seq=").append(sequence(bytes, at));
    out.append(", Time=").append(timestamp(bytes, at));
    if (marker(bytes, at)) {
      out.append(", Mark");
    }
  }

  /** Whether a layer of RTP carries a telephone event (RFC 4733). */
  public static boolean isEvent(Packet packet, int layer) {
    return RtpEventFields.event(packet, layer) >= 0;
  }

  public static boolean marker(ByteView bytes, int offset) {
    return bytes.u8(offset + 1) >= 0x80;
  }

  public static int payloadType(ByteView bytes, int offset) {
    return bytes.u8(offset + 1) & 0x7F;
  }

  public static int sequence(ByteView bytes, int offset) {
    return bytes.u16(offset + 2);
  }

  /** The timestamp, in units of the payload's clock. */
  public static long timestamp(ByteView bytes, int offset) {
    return bytes.u32(offset + 4);
  }

  public static int ssrc(ByteView bytes, int offset) {
    return bytes.i32(offset + 8);
  }

  /**
   * Bytes of the header with CSRC list and extension, or -1 where they do not fit before {@code
   * end} or the version is not 2.
   */
  public static int headerLength(ByteView bytes, int offset, int end) {
    if (end - offset < FIXED_HEADER || bytes.u8(offset) >> 6 != 2) {
      return -1;
    }
    int first = bytes.u8(offset);
    int length = FIXED_HEADER + 4 * (first & 0x0F);
    if ((first & 0x10) != 0) {
      if (end - offset < length + 4) {
        return -1;
      }
      length += 4 + 4 * bytes.u16(offset + length + 2);
    }
    return length <= end - offset ? length : -1;
  }

  /**
   * Bytes of padding that the last byte tells; 0 without padding, and where the number is more than
   * there are.
   */
  public static int paddingLength(ByteView bytes, int offset, int headerLength, int end) {
    if ((bytes.u8(offset) & 0x20) == 0 || offset + headerLength >= end) {
      return 0;
    }
    int padding = bytes.u8(end - 1);
    return padding <= end - offset - headerLength ? padding : 0;
  }

  /** Bytes of payload without header and padding, or -1 where the header does not fit. */
  public static int payloadLength(ByteView bytes, int offset, int end) {
    int header = headerLength(bytes, offset, end);
    if (header < 0) {
      return -1;
    }
    return end - offset - header - paddingLength(bytes, offset, header, end);
  }
}
