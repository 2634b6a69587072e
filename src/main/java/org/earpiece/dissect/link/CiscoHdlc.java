package org.earpiece.dissect.link;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.EtherTypes;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldText;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/** Cisco's HDLC: address, control, and an ethertype (RFC 1547 section 4.3). */
public final class CiscoHdlc implements Dissector {
  private static final Protocol P = Protocol.CHDLC;
  private static final int HEADER = 4;
  private static final int UNICAST = 0x0F;
  private static final int MULTICAST = 0x8F;

  /** Shares its number with RARP. */
  private static final int SLARP = EtherTypes.RARP;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.protocol(P),
        Field.uint(P, "chdlc.address", "Address", Display.HEX, 0, 1).named(CiscoHdlc::address),
        Field.uint(P, "chdlc.control", "Control", Display.HEX, 1, 1),
        Field.uint(P, "chdlc.protocol", "Protocol", Display.HEX, 2, 2).named(CiscoHdlc::name));
  }

  private static @Nullable String address(long value) {
    return switch ((int) value) {
      case UNICAST -> "Unicast";
      case MULTICAST -> "Multicast";
      default -> null;
    };
  }

  private static @Nullable String name(long protocol) {
    return switch ((int) protocol) {
      case EtherTypes.IPV4 -> "IP";
      case 0x2000 -> "Cisco Discovery Protocol";
      case SLARP -> "SLARP";
      case EtherTypes.MPLS -> "MPLS unicast";
      case EtherTypes.MPLS_MULTICAST -> "MPLS multicast";
      default -> EtherTypes.name(protocol);
    };
  }

  /** Whether the address is one of Cisco's: PPP captures may hold its frames, too. */
  static boolean isHeader(ByteView bytes, int at, int end) {
    if (end - at < HEADER) {
      return false;
    }
    int addressAndControl = bytes.u16(at);
    return addressAndControl == UNICAST << 8 || addressAndControl == MULTICAST << 8;
  }

  @Override
  public void register(DissectorTable table) {
    table.link(LinkType.CHDLC, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, HEADER)) {
      return TRUNCATED;
    }
    int protocol = packet.bytes().u16(offset + 2);
    if (protocol == SLARP) {
      packet.next(NextHeader.PROTOCOL, Protocol.DATA.ordinal());
    } else {
      packet.next(NextHeader.ETHERTYPE, protocol);
    }
    return HEADER;
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    int at = packet.offset(layer);
    if (at + HEADER > packet.end(layer)) {
      return;
    }
    ByteView bytes = packet.bytes(layer);
    String name = name(bytes.u16(at + 2));
    out.append(name == null ? "Protocol " + FieldText.hex(bytes.u16(at + 2), 2) : name);
  }
}
