package org.earpiece.dissect.transport;

import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** The two ports that UDP and TCP begin with. */
final class Ports {
  private Ports() {}

  /** The field that has both. */
  static Field either(Protocol protocol, String name) {
    return Field.of(
            protocol,
            name,
            "Source or Destination Port",
            FieldType.UINT,
            (p, layer, out) -> {
              int at = p.offset(layer);
              if (at + 4 <= p.end(layer)) {
                out.addNumber(p.bytes(layer).u16(at), at, 2);
                out.addNumber(p.bytes(layer).u16(at + 2), at + 2, 2);
              }
            })
        .bits(16)
        .asHidden();
  }

  static void info(ByteView bytes, int at, StringBuilder out) {
    out.append(bytes.u16(at)).append(" → ").append(bytes.u16(at + 2));
  }

  static String title(Packet packet, int layer) {
    int at = packet.offset(layer);
    if (at + 4 > packet.end(layer)) {
      return "";
    }
    ByteView bytes = packet.bytes(layer);
    return ", Src Port: " + bytes.u16(at) + ", Dst Port: " + bytes.u16(at + 2);
  }
}
