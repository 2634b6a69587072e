package org.earpiece.dissect.tunnel;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.EtherTypes;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * VXLAN (RFC 7348) with its group policy, and the generic extension that says what it carries
 * (draft-ietf-nvo3-vxlan-gpe): the extension's P bit tells them apart.
 */
public final class Vxlan implements Dissector {
  private static final Protocol P = Protocol.VXLAN;
  private static final int HEADER = 8;
  private static final int PORT = 4789;

  /** What Linux used before the port was assigned, and still uses where none is told. */
  private static final int LINUX_PORT = 8472;

  private static final int GPE_PORT = 4790;
  private static final int INSTANCE = 0x08;
  private static final int NEXT_PROTOCOL = 0x04;
  private static final int GROUP_POLICY = 0x80;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.protocol(P),
        Field.uint(P, "vxlan.flags", "Flags", Display.HEX, 0, 2),
        flag("vxlan.flag_g", "GBP Extension", 0x8000),
        flag("vxlan.flag_i", "VXLAN Network ID (VNI)", 0x0800),
        flag("vxlan.flag_d", "Don't Learn", 0x0040),
        flag("vxlan.flag_a", "Policy Applied", 0x0008),
        Field.number(
                P,
                "vxlan.gbp",
                "Group Policy ID",
                FieldType.UINT,
                Display.DECIMAL,
                2,
                2,
                (p, layer) -> {
                  int at = p.offset(layer);
                  boolean there = at + HEADER <= p.end(layer) && !isGeneric(p.bytes(layer), at);
                  return there ? p.bytes(layer).u16(at + 2) : Field.ABSENT;
                })
            .bits(16),
        Field.number(
                P,
                "vxlan.next_proto",
                "Next Protocol",
                FieldType.UINT,
                Display.DECIMAL,
                3,
                1,
                (p, layer) -> {
                  int at = p.offset(layer);
                  boolean there = at + HEADER <= p.end(layer) && isGeneric(p.bytes(layer), at);
                  return there ? p.bytes(layer).u8(at + 3) : Field.ABSENT;
                })
            .bits(8)
            .named(Vxlan::next),
        Field.uint(P, "vxlan.vni", "VXLAN Network Identifier (VNI)", Display.DECIMAL, 4, 3));
  }

  private static Field flag(String name, String label, long mask) {
    return Field.bits(P, name, label, FieldType.BOOLEAN, Display.DECIMAL, 0, 2, mask);
  }

  private static boolean isGeneric(ByteView bytes, int at) {
    int flags = bytes.u8(at);
    return (flags & NEXT_PROTOCOL) != 0 && (flags & GROUP_POLICY) == 0;
  }

  private static @Nullable String next(long protocol) {
    return switch ((int) protocol) {
      case 1 -> "IPv4";
      case 2 -> "IPv6";
      case 3 -> "Ethernet";
      case 4 -> "Network Service Header";
      default -> null;
    };
  }

  @Override
  public void register(DissectorTable table) {
    table.udpPort(PORT, this);
    table.udpPort(LINUX_PORT, this);
    table.udpPort(GPE_PORT, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, HEADER)) {
      return TRUNCATED;
    }
    ByteView bytes = packet.bytes();
    if ((bytes.u8(offset) & INSTANCE) == 0 || bytes.u8(offset + 7) != 0) {
      return NOT_MINE;
    }
    int next = isGeneric(bytes, offset) ? bytes.u8(offset + 3) : 3;
    switch (next) {
      case 1 -> packet.next(NextHeader.ETHERTYPE, EtherTypes.IPV4);
      case 2 -> packet.next(NextHeader.ETHERTYPE, EtherTypes.IPV6);
      case 3 -> packet.next(NextHeader.PROTOCOL, Protocol.ETHERNET.ordinal());
      default -> {
        if (packet.has(offset + HEADER, 1)) {
          packet.next(NextHeader.PROTOCOL, Protocol.DATA.ordinal());
        }
      }
    }
    return HEADER;
  }

  @Override
  public String title(Packet packet, int layer) {
    int at = packet.offset(layer);
    return at + HEADER <= packet.end(layer)
        ? P.title() + ", VNI: " + packet.bytes(layer).u24(at + 4)
        : P.title();
  }
}
