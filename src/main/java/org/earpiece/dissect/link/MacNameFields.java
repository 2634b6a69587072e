package org.earpiece.dissect.link;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** What the addresses of a frame are called by the vendors of their network cards. */
final class MacNameFields {
  private static final int SIZE = 6;

  private MacNameFields() {}

  /** The fields of a header that begins with destination and source. */
  static List<Field> of(Protocol protocol) {
    String prefix = protocol.filterName();
    List<Field> fields = new ArrayList<>();
    add(fields, protocol, prefix + ".dst", "Destination", true, false);
    add(fields, protocol, prefix + ".src", "Source", false, true);
    add(fields, protocol, prefix + ".addr", "Address", true, true);
    return fields;
  }

  private static void add(
      List<Field> fields,
      Protocol protocol,
      String name,
      String label,
      boolean destination,
      boolean source) {
    fields.add(
        field(
            protocol,
            name + "_resolved",
            label + " (resolved)",
            (p, layer, out) -> each(p, layer, destination, source, out, MacNameFields::address)));
    fields.add(
        field(
            protocol,
            name + ".oui_resolved",
            label + " OUI (resolved)",
            (p, layer, out) -> each(p, layer, destination, source, out, MacNameFields::vendor)));
  }

  private static Field field(Protocol protocol, String name, String label, Field.Reader reader) {
    return Field.of(protocol, name, label, FieldType.STRING, reader).asGenerated().asHidden();
  }

  /** Adds the name of the address at a place. */
  private interface Naming {
    void add(Packet p, int layer, int at, FieldValues out);
  }

  private static void each(
      Packet p, int layer, boolean destination, boolean source, FieldValues out, Naming naming) {
    int at = p.offset(layer);
    if (p.end(layer) - at < 2 * SIZE) {
      return;
    }
    if (destination) {
      naming.add(p, layer, at, out);
    }
    if (source) {
      naming.add(p, layer, at + SIZE, out);
    }
  }

  private static void address(Packet p, int layer, int at, FieldValues out) {
    out.addText(MacVendors.text(p.bytes(layer).unsigned(at, SIZE)), at, SIZE);
  }

  private static void vendor(Packet p, int layer, int at, FieldValues out) {
    String name = MacVendors.ofThreeBytes(p.bytes(layer).u24(at));
    if (name != null) {
      out.addText(name, at, 3);
    }
  }
}
