package org.earpiece.dissect.link;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.EtherTypes;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * A stack of MPLS labels (RFC 3032). What it carries is not said: the first half byte tells IP (RFC
 * 4928); a 0 there is the control word of a pseudowire (RFC 4385), else it is a pseudowire without
 * one if it looks like Ethernet.
 */
public final class Mpls implements Dissector {
  /** Labels of one stack; a deeper one is malformed. */
  static final int MAX_LABELS = 16;

  private static final Protocol P = Protocol.MPLS;
  private static final int ENTRY = 4;
  private static final int BOTTOM = 0x100;
  private static final int LABEL_SHIFT = 12;
  private static final int IPV4_EXPLICIT_NULL = 0;
  private static final int IPV6_EXPLICIT_NULL = 2;
  private static final int PPP_UNICAST = 0x0281;
  private static final int PPP_MULTICAST = 0x0283;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.protocol(P),
        entry("mpls.label", "MPLS Label", FieldType.UINT, 0xFFFFF000L).named(Mpls::label),
        entry("mpls.exp", "MPLS Experimental Bits", FieldType.UINT, 0xE00),
        entry("mpls.bottom", "MPLS Bottom Of Label Stack", FieldType.UINT, BOTTOM),
        entry("mpls.ttl", "MPLS TTL", FieldType.UINT, 0xFF));
  }

  /** Some bits of every label. */
  private static Field entry(String name, String label, FieldType type, long mask) {
    int shift = Long.numberOfTrailingZeros(mask);
    return Field.of(
            P,
            name,
            label,
            type,
            (p, layer, out) -> {
              int labels = labels(p.bytes(layer), p.offset(layer), p.end(layer));
              for (int n = 0; n < labels; n++) {
                int at = p.offset(layer) + n * ENTRY;
                out.addNumber((p.bytes(layer).u32(at) & mask) >>> shift, at, ENTRY);
              }
            })
        .masked(mask);
  }

  /** How many labels are there, the bottom one among them where it is. */
  private static int labels(ByteView bytes, int from, int end) {
    int n = 0;
    while (n < MAX_LABELS && from + (n + 1) * ENTRY <= end) {
      n++;
      if (isBottom(bytes, from + (n - 1) * ENTRY)) {
        break;
      }
    }
    return n;
  }

  private static boolean isBottom(ByteView bytes, int at) {
    return (bytes.i32(at) & BOTTOM) != 0;
  }

  private static @Nullable String label(long label) {
    return switch ((int) label) {
      case IPV4_EXPLICIT_NULL -> "IPv4 Explicit-Null";
      case 1 -> "Router Alert";
      case IPV6_EXPLICIT_NULL -> "IPv6 Explicit-Null";
      case 3 -> "Implicit-Null";
      case 7 -> "Entropy Label Indicator (ELI)";
      case 13 -> "Generic Associated Channel Label (GAL)";
      case 14 -> "OAM Alert";
      default -> null;
    };
  }

  @Override
  public void register(DissectorTable table) {
    table.ethertype(EtherTypes.MPLS, this);
    table.ethertype(EtherTypes.MPLS_MULTICAST, this);
    table.pppProtocol(PPP_UNICAST, this);
    table.pppProtocol(PPP_MULTICAST, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    ByteView bytes = packet.bytes();
    int labels = labels(bytes, offset, packet.limit());
    int header = labels * ENTRY;
    if (labels == 0 || !isBottom(bytes, offset + header - ENTRY)) {
      if (labels == MAX_LABELS) {
        packet.markMalformed();
        return header;
      }
      return TRUNCATED;
    }
    payload(packet, offset + header, bytes.i32(offset + header - ENTRY) >>> LABEL_SHIFT);
    return header;
  }

  private static void payload(Packet packet, int at, int label) {
    if (!packet.has(at, 1)) {
      return;
    }
    int first = packet.bytes().u8(at);
    if (label == IPV4_EXPLICIT_NULL) {
      packet.next(NextHeader.ETHERTYPE, EtherTypes.IPV4);
    } else if (label == IPV6_EXPLICIT_NULL) {
      packet.next(NextHeader.ETHERTYPE, EtherTypes.IPV6);
    } else if (EtherTypes.ofIpVersion(first) != 0) {
      packet.next(NextHeader.ETHERTYPE, EtherTypes.ofIpVersion(first));
    } else if (first >> 4 == 0 && Pseudowire.isEthernet(packet, at + Pseudowire.CONTROL_WORD)) {
      packet.next(NextHeader.PROTOCOL, Protocol.PSEUDOWIRE.ordinal());
    } else if (Pseudowire.isEthernet(packet, at)) {
      packet.next(NextHeader.PROTOCOL, Protocol.ETHERNET.ordinal());
    } else {
      packet.next(NextHeader.PROTOCOL, Protocol.DATA.ordinal());
    }
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    int at = packet.offset(layer);
    if (at + ENTRY <= packet.end(layer)) {
      out.append("MPLS Label ").append(packet.bytes(layer).i32(at) >>> LABEL_SHIFT);
    }
  }

  @Override
  public String title(Packet packet, int layer) {
    int at = packet.offset(layer);
    if (at + ENTRY > packet.end(layer)) {
      return P.title();
    }
    int entry = packet.bytes(layer).i32(at);
    return P.title()
        + ", Label: "
        + (entry >>> LABEL_SHIFT)
        + ", Exp: "
        + (entry >>> 9 & 7)
        + ", S: "
        + (entry >>> 8 & 1)
        + ", TTL: "
        + (entry & 0xFF);
  }
}
