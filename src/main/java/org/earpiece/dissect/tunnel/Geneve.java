package org.earpiece.dissect.tunnel;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.EtherTypes;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldText;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** Generic network virtualization encapsulation (RFC 8926) with its options. */
public final class Geneve implements Dissector {
  private static final Protocol P = Protocol.GENEVE;
  private static final int PORT = 6081;
  private static final int FIXED = 8;
  private static final int OPTION_HEADER = 4;
  private static final int TYPE = 2;
  private static final int VNI = 4;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.protocol(P),
        bits("geneve.version", "Version", FieldType.UINT, 0, 0xC0),
        Field.uint(P, "geneve.flags", "Flags", Display.HEX, 1, 1),
        bits(
            "geneve.flags.oam",
            "Operations, Administration and Management Frame",
            FieldType.BOOLEAN,
            1,
            0x80),
        bits("geneve.flags.critical", "Critical Options Present", FieldType.BOOLEAN, 1, 0x40),
        Field.uint(P, "geneve.proto_type", "Protocol Type", Display.HEX, TYPE, 2)
            .named(EtherTypes::name),
        Field.uint(P, "geneve.vni", "Virtual Network Identifier (VNI)", Display.HEX, VNI, 3),
        Field.of(P, "geneve.options", "Geneve Options", FieldType.BYTES, Geneve::options),
        option("geneve.option.class", "Class", 0, 2),
        option("geneve.option.type", "Type", 2, 1));
  }

  private static Field bits(String name, String label, FieldType type, int at, long mask) {
    return Field.bits(P, name, label, type, Display.DECIMAL, at, 1, mask);
  }

  private static Field option(String name, String label, int at, int size) {
    return Field.of(
            P,
            name,
            label,
            FieldType.UINT,
            (p, layer, out) -> {
              ByteView bytes = p.bytes(layer);
              int end = optionsEnd(p, layer);
              int option = p.offset(layer) + FIXED;
              while (option + OPTION_HEADER <= end) {
                out.addNumber(bytes.unsigned(option + at, size), option + at, size);
                option += OPTION_HEADER + 4 * (bytes.u8(option + 3) & 0x1F);
              }
            })
        .shown(Display.HEX)
        .bits(8 * size);
  }

  private static void options(Packet p, int layer, FieldValues out) {
    int from = p.offset(layer) + FIXED;
    int end = optionsEnd(p, layer);
    if (from < end) {
      out.addRange(from, end - from);
    }
  }

  private static int optionsEnd(Packet p, int layer) {
    int at = p.offset(layer);
    return at < p.end(layer) ? Math.min(p.end(layer), at + length(p.bytes(layer), at)) : at;
  }

  private static int length(ByteView bytes, int at) {
    return FIXED + 4 * (bytes.u8(at) & 0x3F);
  }

  @Override
  public void register(DissectorTable table) {
    table.udpPort(PORT, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, FIXED)) {
      return TRUNCATED;
    }
    ByteView bytes = packet.bytes();
    if (bytes.u8(offset) >> 6 != 0) {
      return NOT_MINE;
    }
    int header = length(bytes, offset);
    if (!packet.has(offset, header)) {
      return TRUNCATED;
    }
    packet.next(NextHeader.ETHERTYPE, bytes.u16(offset + TYPE));
    return header;
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    int at = packet.offset(layer);
    if (at + FIXED <= packet.end(layer)) {
      int type = packet.bytes(layer).u16(at + TYPE);
      String name = EtherTypes.name(type);
      out.append("Encapsulated ").append(name == null ? FieldText.hex(type, 2) : name);
    }
  }

  @Override
  public String title(Packet packet, int layer) {
    int at = packet.offset(layer);
    return at + FIXED <= packet.end(layer)
        ? P.title() + ", VNI: " + FieldText.hex(packet.bytes(layer).u24(at + VNI), 3)
        : P.title();
  }
}
