package org.earpiece.dissect.link;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/** The header that both stages of PPP over Ethernet have (RFC 2516 section 4). */
final class Pppoe {
  static final int HEADER = 6;
  private static final int CODE = 1;
  private static final int LENGTH = 4;

  private Pppoe() {}

  static List<Field> fields(Protocol p) {
    return List.of(
        Field.bits(p, "pppoe.version", "Version", FieldType.UINT, Display.DECIMAL, 0, 1, 0xF0),
        Field.bits(p, "pppoe.type", "Type", FieldType.UINT, Display.DECIMAL, 0, 1, 0x0F),
        Field.uint(p, "pppoe.code", "Code", Display.HEX, CODE, 1).named(Pppoe::code),
        Field.uint(p, "pppoe.session_id", "Session ID", Display.HEX, 2, 2),
        Field.uint(p, "pppoe.payload_length", "Payload Length", Display.DECIMAL, LENGTH, 2));
  }

  /** Checks the header and ends what it carries where it says. */
  static int dissect(Packet packet, int offset) {
    if (!packet.has(offset, HEADER)) {
      return Dissector.TRUNCATED;
    }
    int length = packet.bytes().u16(offset + LENGTH);
    if (!packet.has(offset + HEADER, length)) {
      packet.markTruncated();
    }
    packet.limit(offset + HEADER + length);
    return HEADER;
  }

  static boolean whole(Packet p, int layer) {
    return p.end(layer) - p.offset(layer) >= HEADER;
  }

  static @Nullable String code(ByteView bytes, int at) {
    return code(bytes.u8(at + CODE));
  }

  private static @Nullable String code(long code) {
    return switch ((int) code) {
      case 0x00 -> "Session Data";
      case 0x07 -> "Active Discovery Offer (PADO)";
      case 0x09 -> "Active Discovery Initiation (PADI)";
      case 0x19 -> "Active Discovery Request (PADR)";
      case 0x65 -> "Active Discovery Session-confirmation (PADS)";
      case 0xA7 -> "Active Discovery Terminate (PADT)";
      default -> null;
    };
  }
}
