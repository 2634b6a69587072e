package org.earpiece.dissect.link;

import java.util.List;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.EtherTypes;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * What the two versions of the Linux cooked header have in common: the same facts at other places.
 *
 * @param length bytes of the header
 * @param protocolAt where the ethertype is
 * @param pktTypeAt where the packet type is, of {@code narrow} bytes
 * @param hatypeAt where the ARPHRD_ type is
 * @param addressAt where the address's 8 bytes are
 * @param halenAt where the length of the address is, of {@code narrow} bytes
 * @param narrow bytes of a field that version 2 made shorter
 */
record CookedHeader(
    Protocol protocol,
    int length,
    int protocolAt,
    int pktTypeAt,
    int hatypeAt,
    int addressAt,
    int halenAt,
    int narrow) {
  private static final int ARPHRD_ETHER = 1;
  private static final int ARPHRD_LOOPBACK = 772;
  private static final int ARPHRD_IPGRE = 778;
  private static final int LINUX_LLC = 4;

  int dissect(Packet packet, int offset) {
    if (!packet.has(offset, length)) {
      return Dissector.TRUNCATED;
    }
    int type = packet.bytes().u16(offset + protocolAt);
    if (type >= EtherTypes.LEAST) {
      packet.next(NextHeader.ETHERTYPE, type);
    } else if (type == LINUX_LLC) {
      packet.next(NextHeader.PROTOCOL, Protocol.LLC.ordinal());
    }
    return length;
  }

  List<Field> fields() {
    return List.of(
        Field.protocol(protocol),
        Field.uint(protocol, "sll.pkttype", "Packet type", Display.DECIMAL, pktTypeAt, narrow)
            .named(CookedHeader::packetType),
        Field.uint(protocol, "sll.hatype", "Link-layer address type", Display.DECIMAL, hatypeAt, 2)
            .named(CookedHeader::hardware),
        Field.uint(
            protocol, "sll.halen", "Link-layer address length", Display.DECIMAL, halenAt, narrow),
        Field.of(protocol, "sll.src.eth", "Source", FieldType.ETHER, this::ether),
        Field.of(protocol, "sll.src.ipv4", "Source", FieldType.IPV4, this::ipv4),
        Field.of(protocol, "sll.src.other", "Source", FieldType.BYTES, this::otherAddress),
        Field.of(protocol, "sll.unused", "Unused", FieldType.BYTES, this::unused),
        protocol("sll.etype", (p, layer) -> ofKind(p, layer, Kind.ETHERTYPE))
            .named(EtherTypes::name),
        protocol("sll.gretype", (p, layer) -> ofKind(p, layer, Kind.GRE)).named(EtherTypes::name),
        protocol("sll.ltype", (p, layer) -> ofKind(p, layer, Kind.LINUX))
            .named(v -> v == LINUX_LLC ? "802.2 LLC" : null));
  }

  /** What the number of the protocol means. */
  private enum Kind {
    ETHERTYPE,
    /** As in the header of GRE. */
    GRE,
    /** One of Linux' own. */
    LINUX
  }

  private Field protocol(String name, Field.NumberReader reader) {
    return Field.number(
            protocol, name, "Protocol", FieldType.UINT, Display.HEX, protocolAt, 2, reader)
        .bits(16);
  }

  private boolean whole(Packet p, int layer) {
    return p.end(layer) - p.offset(layer) >= length;
  }

  private long ofKind(Packet p, int layer, Kind wanted) {
    if (!whole(p, layer)) {
      return Field.ABSENT;
    }
    int type = p.bytes(layer).u16(p.offset(layer) + protocolAt);
    Kind kind = type < EtherTypes.LEAST ? Kind.LINUX : Kind.ETHERTYPE;
    return wanted == (hardware(p, layer) == ARPHRD_IPGRE ? Kind.GRE : kind) ? type : Field.ABSENT;
  }

  private int hardware(Packet p, int layer) {
    return p.bytes(layer).u16(p.offset(layer) + hatypeAt);
  }

  /** Bytes of the address that are there; 0 where the header is not whole. */
  private int addressLength(Packet p, int layer) {
    if (!whole(p, layer)) {
      return 0;
    }
    return (int) Math.min(8, p.bytes(layer).unsigned(p.offset(layer) + halenAt, narrow));
  }

  private boolean isEther(Packet p, int layer) {
    if (addressLength(p, layer) != 6) {
      return false;
    }
    int type = hardware(p, layer);
    return type == ARPHRD_ETHER || type == ARPHRD_LOOPBACK;
  }

  private void ether(Packet p, int layer, FieldValues out) {
    if (isEther(p, layer)) {
      out.addRange(p.offset(layer) + addressAt, 6);
    }
  }

  private boolean isIpv4(Packet p, int layer) {
    return addressLength(p, layer) == 4 && hardware(p, layer) == ARPHRD_IPGRE;
  }

  private void ipv4(Packet p, int layer, FieldValues out) {
    if (isIpv4(p, layer)) {
      out.addRange(p.offset(layer) + addressAt, 4);
    }
  }

  private void otherAddress(Packet p, int layer, FieldValues out) {
    int size = addressLength(p, layer);
    if (size > 0 && !isEther(p, layer) && !isIpv4(p, layer)) {
      out.addRange(p.offset(layer) + addressAt, size);
    }
  }

  private void unused(Packet p, int layer, FieldValues out) {
    int size = addressLength(p, layer);
    if (whole(p, layer) && size < 8) {
      out.addRange(p.offset(layer) + addressAt + size, 8 - size);
    }
  }

  /** The kernel's PACKET_ numbers. */
  private static @Nullable String packetType(long value) {
    return switch ((int) value) {
      case 0 -> "Unicast to us";
      case 1 -> "Broadcast";
      case 2 -> "Multicast";
      case 3 -> "Unicast to another host";
      case 4 -> "Sent by us";
      default -> null;
    };
  }

  /** The kernel's ARPHRD_ numbers. */
  private static @Nullable String hardware(long value) {
    return switch ((int) value) {
      case ARPHRD_ETHER -> "Ethernet";
      case 512 -> "PPP";
      case 768 -> "IPIP tunnel";
      case 769 -> "IPv6-in-IPv6 tunnel";
      case ARPHRD_LOOPBACK -> "Loopback";
      case 776 -> "IPv6-in-IPv4 tunnel";
      case ARPHRD_IPGRE -> "GRE over IPv4";
      case 65534 -> "None";
      default -> null;
    };
  }
}
