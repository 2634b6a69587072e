package org.earpiece.dissect.link;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.EtherTypes;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * The BSD loopback header: an address family in the byte order of the machine that captured
 * (LINKTYPE_NULL) or in network byte order (LINKTYPE_LOOP).
 */
public final class NullLoopback implements Dissector {
  private static final int HEADER = 4;
  private static final int NONE = 0;

  @Override
  public Protocol protocol() {
    return Protocol.NULL;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.protocol(Protocol.NULL),
        number("null.family", "Family", Display.DECIMAL, false).named(NullLoopback::name),
        number("null.type", "Type", Display.HEX, true).bits(16).named(EtherTypes::name));
  }

  /** The number, where it is an ethertype or where it is not. */
  private static Field number(String name, String label, Display display, boolean ethertype) {
    return Field.number(
        Protocol.NULL,
        name,
        label,
        FieldType.UINT,
        display,
        0,
        HEADER,
        (p, layer) -> {
          int at = p.offset(layer);
          int value = at + HEADER <= p.end(layer) ? value(p.bytes(layer), at) : NONE;
          return value != NONE && isEthertype(value) == ethertype ? value : Field.ABSENT;
        });
  }

  /**
   * Families are small: in the other byte order the number is a large one. Some write anything
   * before an ethertype of two bytes.
   */
  private static int value(ByteView bytes, int at) {
    int value = bytes.i32(at);
    int family = (value & 0xFFFF_0000) == 0 ? value : Integer.reverseBytes(value);
    int type = value & 0xFFFF;
    boolean ip = type == EtherTypes.IPV4 || type == EtherTypes.IPV6;
    return ip && ethertype(family) == NONE ? type : family;
  }

  /** Some systems write an ethertype instead of a family. */
  private static boolean isEthertype(int value) {
    return value >= EtherTypes.LEAST && value <= 0xFFFF;
  }

  /** AF_INET6 has another number on every system. */
  private static int ethertype(int family) {
    return switch (family) {
      case 2 -> EtherTypes.IPV4;
      case 10, 23, 24, 28, 30 -> EtherTypes.IPV6;
      default -> isEthertype(family) ? family : NONE;
    };
  }

  private static @Nullable String name(long family) {
    return switch (ethertype((int) family)) {
      case EtherTypes.IPV4 -> "IP";
      case EtherTypes.IPV6 -> "IPv6";
      default -> null;
    };
  }

  @Override
  public void register(DissectorTable table) {
    table.link(LinkType.NULL, this);
    table.link(LinkType.LOOP, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, HEADER)) {
      return TRUNCATED;
    }
    int ethertype = ethertype(value(packet.bytes(), offset));
    if (ethertype != NONE) {
      packet.next(NextHeader.ETHERTYPE, ethertype);
    }
    return HEADER;
  }
}
