package org.earpiece.dissect.app;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldText;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * STUN (RFC 8489) and TURN (RFC 8656). What a TURN channel or an indication carries is walked as a
 * datagram of its own, so that RTP in it is found.
 */
public final class Stun implements Dissector {
  static final Protocol P = Protocol.STUN;
  static final int HEADER = 20;
  static final int COOKIE = 0x2112A442;
  static final int COOKIE_AT = 4;
  static final int CHANNEL_HEADER = 4;
  private static final int PORT = 3478;
  private static final int CLASS_BITS = 0x0110;
  private static final int SEND_INDICATION = 0x0016;
  private static final int DATA_INDICATION = 0x0017;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    return StunFields.all();
  }

  @Override
  public void register(DissectorTable table) {
    table.udpPort(PORT, this);
    table.tcpPort(PORT, this);
    table.udpHeuristic(this);
    table.tcpHeuristic(this);
  }

  @Override
  public int streamLength(ByteView bytes, int from, int to) {
    if (to - from < CHANNEL_HEADER) {
      return bytes.u8(from) >> 6 == 0 || isChannel(bytes, from) ? TRUNCATED : NOT_MINE;
    }
    int length = bytes.u16(from + 2);
    if (isChannel(bytes, from)) {
      return CHANNEL_HEADER + StunAttributes.padded(length);
    }
    if (bytes.u8(from) >> 6 != 0 || (length & 3) != 0) {
      return NOT_MINE;
    }
    if (to - from < COOKIE_AT + 4) {
      return TRUNCATED;
    }
    return bytes.i32(from + COOKIE_AT) == COOKIE ? HEADER + length : NOT_MINE;
  }

  /** The next message by its cookie. */
  @Override
  public int resynchronise(ByteView bytes, int from, int to) {
    for (int at = from; to - at >= COOKIE_AT + 4; at++) {
      if (bytes.i32(at + COOKIE_AT) == COOKIE && streamLength(bytes, at, to) > 0) {
        return at;
      }
    }
    return to;
  }

  /** The first two bits of a message are 0; those of a channel's number 01. */
  static boolean isChannel(ByteView bytes, int at) {
    return bytes.u8(at) >> 4 == 4;
  }

  /**
   * Whether a channel's data, where no port tells of it, fills the payload and looks like media.
   */
  @Override
  public boolean looksLikeMine(Packet packet, int offset) {
    if (!packet.has(offset, CHANNEL_HEADER + 1) || !isChannel(packet.bytes(), offset)) {
      return packet.has(offset, HEADER);
    }
    int size = packet.bytes().u16(offset + 2);
    int rest = packet.limit() - offset - CHANNEL_HEADER;
    boolean fills = rest == size || rest == StunAttributes.padded(size);
    return fills && packet.bytes().u8(offset + CHANNEL_HEADER) >> 6 == 2;
  }

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, CHANNEL_HEADER)) {
      return NOT_MINE;
    }
    if (isChannel(packet.bytes(), offset)) {
      return channel(packet, offset);
    }
    if (!packet.has(offset, HEADER) || packet.bytes().i32(offset + COOKIE_AT) != COOKIE) {
      return NOT_MINE;
    }
    return message(packet, offset);
  }

  private static int channel(Packet packet, int offset) {
    int size = packet.bytes().u16(offset + 2);
    if (!packet.has(offset + CHANNEL_HEADER, size)) {
      return NOT_MINE;
    }
    packet.limit(offset + CHANNEL_HEADER + StunAttributes.padded(size));
    packet.limitInside(offset + CHANNEL_HEADER + size);
    packet.next(NextHeader.UDP_PAYLOAD, 0);
    return CHANNEL_HEADER;
  }

  private static int message(Packet packet, int offset) {
    ByteView bytes = packet.bytes();
    int type = bytes.u16(offset);
    int length = bytes.u16(offset + 2);
    if (type >> 14 != 0 || (length & 3) != 0) {
      return NOT_MINE;
    }
    if (!packet.has(offset + HEADER, length)) {
      packet.markTruncated();
    }
    packet.limit(offset + HEADER + length);
    if (type == SEND_INDICATION || type == DATA_INDICATION) {
      int data = StunAttributes.find(bytes, offset, packet.limit(), StunAttributes.DATA);
      if (data != StunAttributes.NOT_FOUND) {
        int value = data + StunAttributes.HEADER;
        packet.limitInside(value + bytes.u16(data + 2));
        packet.next(NextHeader.UDP_PAYLOAD, 0);
        return value - offset;
      }
    }
    return packet.limit() - offset;
  }

  /** The class of a message: bits 4 and 8 of its type, where they stand (shifted down by 4). */
  static int messageClass(int type) {
    return (type & CLASS_BITS) >> 4;
  }

  /** The method of a message: the other bits of its type, where they stand. */
  static int method(int type) {
    return type & ~CLASS_BITS;
  }

  static @Nullable String className(long value) {
    return switch ((int) value) {
      case 0 -> "Request";
      case 1 -> "Indication";
      case 0x10 -> "Success Response";
      case 0x11 -> "Error Response";
      default -> null;
    };
  }

  static @Nullable String methodName(long value) {
    return switch ((int) value) {
      case 0x001 -> "Binding";
      case 0x002 -> "SharedSecret";
      case 0x003 -> "Allocate";
      case 0x004 -> "Refresh";
      case 0x006 -> "Send";
      case 0x007 -> "Data";
      case 0x008 -> "CreatePermission";
      case 0x009 -> "Channel-Bind";
      case 0x00A -> "Connect";
      case 0x00B -> "ConnectionBind";
      case 0x00C -> "ConnectionAttempt";
      default -> null;
    };
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    int at = packet.offset(layer);
    int size = packet.end(layer) - at;
    ByteView bytes = packet.bytes(layer);
    if (size >= CHANNEL_HEADER && isChannel(bytes, at)) {
      out.append("ChannelData TURN Message");
    } else if (size >= HEADER) {
      int type = bytes.u16(at);
      String method = methodName(method(type));
      out.append(method == null ? "Method " + FieldText.hex(method(type), 2) : method);
      out.append(' ').append(className(messageClass(type)));
      details(packet, layer, out);
    }
  }

  private static void details(Packet packet, int layer, StringBuilder out) {
    ByteView bytes = packet.bytes(layer);
    StunAttributes.each(
        bytes,
        packet.offset(layer),
        packet.end(layer),
        (type, value, size) -> {
          if (type == StunAttributes.USERNAME) {
            out.append(" user: ").append(bytes.utf8(value, size));
          } else if (type == StunAttributes.ERROR_CODE && size >= 4) {
            out.append(" error-code: ");
            out.append(100 * (bytes.u8(value + 2) & 7) + bytes.u8(value + 3));
            out.append(' ').append(bytes.utf8(value + 4, size - 4));
          } else if (StunAttributes.isAddress(type)) {
            String endpoint = StunAttributes.endpoint(packet, layer, type);
            if (endpoint != null) {
              out.append(' ').append(StunAttributes.name(type)).append(": ").append(endpoint);
            }
          }
        });
  }
}
