package org.earpiece.dissect.link;

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
import org.earpiece.packet.LinkType;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * PPP (RFC 1661), with the address and control of HDLC-like framing (RFC 1662) or without, its
 * protocol in two bytes or compressed to one.
 */
public final class Ppp implements Dissector {
  private static final Protocol P = Protocol.PPP;

  /** The address before the control field, and never the beginning of a protocol. */
  private static final int ALL_STATIONS = 0xFF;

  /** Before a frame that says which way it went. */
  private static final int DIRECTION = 1;

  private static final int IPV4 = 0x21;
  private static final int IPV6 = 0x57;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.protocol(P),
        Field.of(P, "ppp.direction", "Direction", FieldType.UINT, Ppp::direction)
            .bits(8)
            .named(v -> v == 0 ? "DTE->DCE" : "DCE->DTE"),
        framing("ppp.address", "Address", 0),
        framing("ppp.control", "Control", 1),
        Field.of(P, "ppp.protocol", "Protocol", FieldType.UINT, Ppp::protocol)
            .shown(Display.HEX)
            .bits(16)
            .named(Ppp::name));
  }

  private static Field framing(String name, String label, int at) {
    return Field.of(
            P,
            name,
            label,
            FieldType.UINT,
            (p, layer, out) -> {
              int from = p.offset(layer) + direction(p, p.offset(layer));
              if (isFramed(p.bytes(layer), from, p.end(layer))) {
                out.addNumber(p.bytes(layer).u8(from + at), from + at, 1);
              }
            })
        .shown(Display.HEX)
        .bits(8);
  }

  /** The frame says 0 for received; the field, as Wireshark's, 0 for sent. */
  private static void direction(Packet p, int layer, FieldValues out) {
    int at = p.offset(layer);
    if (direction(p, at) != 0 && at < p.end(layer)) {
      out.addNumber(p.bytes(layer).u8(at) == 0 ? 1 : 0, at, 1);
    }
  }

  private static void protocol(Packet p, int layer, FieldValues out) {
    int at = protocolAt(p, p.bytes(layer), p.offset(layer), p.end(layer));
    int size = protocolSize(p.bytes(layer), at, p.end(layer));
    if (size > 0 && !isCisco(p, layer)) {
      out.addNumber(p.bytes(layer).unsigned(at, size), at, size);
    }
  }

  /** Bytes before the frame: the link type tells of them. */
  private static int direction(Packet p, int at) {
    return at == 0 && p.linkType() == LinkType.PPP_WITH_DIR ? DIRECTION : 0;
  }

  /** Whether a frame of Cisco's was captured as PPP. */
  private static boolean isCisco(Packet p, int layer) {
    return p.offset(layer) == 0 && CiscoHdlc.isHeader(p.bytes(layer), 0, p.end(layer));
  }

  private static boolean isFramed(ByteView bytes, int at, int end) {
    return end - at >= 2 && bytes.u8(at) == ALL_STATIONS;
  }

  private static int protocolAt(Packet p, ByteView bytes, int from, int end) {
    int at = from + direction(p, from);
    return isFramed(bytes, at, end) ? at + 2 : at;
  }

  /** Bytes of the protocol: an odd first byte is the last one. 0 where it is not whole. */
  private static int protocolSize(ByteView bytes, int at, int end) {
    if (at >= end) {
      return 0;
    }
    int size = (bytes.u8(at) & 1) != 0 ? 1 : 2;
    return at + size <= end ? size : 0;
  }

  private static @Nullable String name(long protocol) {
    return switch ((int) protocol) {
      case IPV4 -> "Internet Protocol version 4";
      case 0x2D -> "Van Jacobson Compressed TCP/IP";
      case 0x2F -> "Van Jacobson Uncompressed TCP/IP";
      case 0x31 -> "Bridging PDU";
      case 0x3D -> "Multi-Link";
      case IPV6 -> "Internet Protocol version 6";
      case 0xFD -> "Compressed datagram";
      case 0x0281 -> "MPLS Unicast";
      case 0x0283 -> "MPLS Multicast";
      case 0x8021 -> "Internet Protocol Control Protocol";
      case 0x8053 -> "Encryption Control Protocol";
      case 0x8057 -> "IPv6 Control Protocol";
      case 0x80FD -> "Compression Control Protocol";
      case 0x8281 -> "MPLS Control Protocol";
      case 0xC021 -> "Link Control Protocol";
      case 0xC023 -> "Password Authentication Protocol";
      case 0xC025 -> "Link Quality Report";
      case 0xC029 -> "Callback Control Protocol (CBCP)";
      case 0xC223 -> "Challenge Handshake Authentication Protocol";
      case 0xC227 -> "Extensible Authentication Protocol";
      default -> null;
    };
  }

  @Override
  public void register(DissectorTable table) {
    table.link(LinkType.PPP, this);
    table.link(LinkType.PPP_HDLC, this);
    table.link(LinkType.PPP_WITH_DIR, this);
    table.ethertype(EtherTypes.PPP, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    ByteView bytes = packet.bytes();
    if (offset == 0 && CiscoHdlc.isHeader(bytes, offset, packet.limit())) {
      packet.next(NextHeader.PROTOCOL, Protocol.CHDLC.ordinal());
      return 0;
    }
    int at = protocolAt(packet, bytes, offset, packet.limit());
    int size = protocolSize(bytes, at, packet.limit());
    if (size == 0) {
      return TRUNCATED;
    }
    packet.next(NextHeader.PPP_PROTOCOL, (int) bytes.unsigned(at, size));
    return at + size - offset;
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    ByteView bytes = packet.bytes(layer);
    int at = protocolAt(packet, bytes, packet.offset(layer), packet.end(layer));
    int size = protocolSize(bytes, at, packet.end(layer));
    if (size > 0 && !isCisco(packet, layer)) {
      long protocol = bytes.unsigned(at, size);
      String name = name(protocol);
      out.append(name == null ? "PPP protocol " + FieldText.hex(protocol, 2) : name);
    }
  }
}
