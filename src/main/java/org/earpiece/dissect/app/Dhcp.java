package org.earpiece.dissect.app;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldText;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/** DHCP (RFC 2131) and BOOTP (RFC 951), with the options that tell a telephone where to go. */
public final class Dhcp implements Dissector {
  static final Protocol P = Protocol.DHCP;
  static final int FIXED = 236;
  static final int COOKIE_AT = FIXED;
  static final int OPTIONS = FIXED + 4;
  static final int ETHERNET = 1;

  /** Options of one message that are looked at. */
  static final int MAX_OPTIONS = 400;

  static final int MESSAGE_TYPE = 53;
  private static final int COOKIE = 0x63825363;
  private static final int PAD = 0;
  private static final int END = 255;
  private static final int SERVER_PORT = 67;
  private static final int CLIENT_PORT = 68;
  private static final int BOOT_REQUEST = 1;
  private static final int BOOT_REPLY = 2;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    return DhcpFields.all();
  }

  @Override
  public void register(DissectorTable table) {
    table.udpPort(SERVER_PORT, this);
    table.udpPort(CLIENT_PORT, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, FIXED)) {
      return packet.truncated() ? TRUNCATED : NOT_MINE;
    }
    int operation = packet.bytes().u8(offset);
    return operation == BOOT_REQUEST || operation == BOOT_REPLY
        ? packet.limit() - offset
        : NOT_MINE;
  }

  /** Sees the options in their order. */
  @FunctionalInterface
  interface Visitor {
    /** An option whose value of {@code size} bytes is at {@code value}, and whole. */
    void option(int type, int value, int size);
  }

  /** Visits the options up to the end or the first one that is not whole. */
  static void each(Packet p, int layer, Visitor visitor) {
    ByteView bytes = p.bytes(layer);
    int end = p.end(layer);
    int at = p.offset(layer) + OPTIONS;
    if (end < at || bytes.i32(at - 4) != COOKIE) {
      return;
    }
    for (int n = 0; n < MAX_OPTIONS && at < end && bytes.u8(at) != END; n++) {
      if (bytes.u8(at) == PAD) {
        at++;
        continue;
      }
      if (end - at < 2 || bytes.u8(at + 1) > end - at - 2) {
        return;
      }
      visitor.option(bytes.u8(at), at + 2, bytes.u8(at + 1));
      at += 2 + bytes.u8(at + 1);
    }
  }

  /** The type of the message, or 0 where it is BOOTP. */
  static int messageType(Packet p, int layer) {
    int[] type = new int[1];
    each(
        p,
        layer,
        (option, value, size) -> {
          if (option == MESSAGE_TYPE && size == 1) {
            type[0] = p.bytes(layer).u8(value);
          }
        });
    return type[0];
  }

  static @Nullable String typeName(long type) {
    return switch ((int) type) {
      case 1 -> "Discover";
      case 2 -> "Offer";
      case 3 -> "Request";
      case 4 -> "Decline";
      case 5 -> "ACK";
      case 6 -> "NAK";
      case 7 -> "Release";
      case 8 -> "Inform";
      case 9 -> "Force Renew";
      default -> null;
    };
  }

  static @Nullable String operation(long value) {
    return switch ((int) value) {
      case BOOT_REQUEST -> "Boot Request";
      case BOOT_REPLY -> "Boot Reply";
      default -> null;
    };
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    int at = packet.offset(layer);
    if (packet.end(layer) - at < FIXED) {
      return;
    }
    ByteView bytes = packet.bytes(layer);
    String type = typeName(messageType(packet, layer));
    out.append(type == null ? operation(bytes.u8(at)) : "DHCP " + type);
    out.append(" - Transaction ID ").append(FieldText.hex(bytes.u32(at + 4), 4));
  }

  @Override
  public String title(Packet packet, int layer) {
    String type = typeName(messageType(packet, layer));
    return type == null ? P.title() : P.title() + " (" + type + ")";
  }
}
