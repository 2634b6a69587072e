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

  @Override
  public Protocol protocol() {
    return Protocol.NULL;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.protocol(Protocol.NULL),
        Field.number(
                Protocol.NULL,
                "null.family",
                "Family",
                FieldType.UINT,
                Display.DECIMAL,
                0,
                HEADER,
                NullLoopback::family)
            .named(NullLoopback::name));
  }

  private static long family(Packet p, int layer) {
    int at = p.offset(layer);
    return at + HEADER <= p.end(layer) ? family(p.bytes(layer), at) : Field.ABSENT;
  }

  /** Families are small: in the other byte order the number is a large one. */
  private static int family(ByteView bytes, int at) {
    int value = bytes.i32(at);
    return (value & 0xFFFF_0000) == 0 ? value : Integer.reverseBytes(value);
  }

  /** AF_INET6 has another number on every system. */
  private static int ethertype(int family) {
    return switch (family) {
      case 2 -> EtherTypes.IPV4;
      case 10, 23, 24, 28, 30 -> EtherTypes.IPV6;
      default -> 0;
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
    int ethertype = ethertype(family(packet.bytes(), offset));
    if (ethertype != 0) {
      packet.next(NextHeader.ETHERTYPE, ethertype);
    }
    return HEADER;
  }
}
