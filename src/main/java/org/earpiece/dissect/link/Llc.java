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
import org.earpiece.packet.LinkType;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/** Logical link control (IEEE 802.2) with the subnetwork access protocol (IEEE 802 section 9.2). */
public final class Llc implements Dissector {
  private static final Protocol P = Protocol.LLC;
  private static final int CONTROL = 2;

  /** An unnumbered frame has one byte of control; all others have two. */
  private static final int UNNUMBERED = 3;

  private static final int UNNUMBERED_INFORMATION = 0;
  private static final int SNAP_SAP = 0xAA;
  private static final int SNAP = 8;
  private static final int OUI_ETHERNET = 0;

  /** IEEE 802.1H: ethertypes that a bridge must tell from those of native SNAP. */
  private static final int OUI_TUNNEL = 0x0000F8;

  private static final int OUI_CISCO = 0x00000C;

  /** RFC 2684: bridged frames. */
  private static final int OUI_BRIDGED = 0x0080C2;

  private static final int BRIDGED_ETHERNET = 7;
  private static final int BRIDGED_ETHERNET_FCS = 1;
  private static final int BRIDGED_PADDING = 2;
  private static final int FCS = 4;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.protocol(P),
        Field.uint(P, "llc.dsap", "DSAP", Display.HEX, 0, 1).named(Llc::sap),
        bit("llc.dsap.ig", "IG Bit", 0),
        Field.uint(P, "llc.ssap", "SSAP", Display.HEX, 1, 1).named(v -> sap(v & 0xFE)),
        bit("llc.ssap.cr", "CR Bit", 1),
        Field.of(
                P,
                "llc.control",
                "Control field",
                FieldType.UINT,
                (p, layer, out) -> {
                  int at = p.offset(layer) + CONTROL;
                  int size = controlSize(p, layer);
                  if (size == 1) {
                    out.addNumber(p.bytes(layer).u8(at), at, size);
                  } else if (size == 2) {
                    out.addNumber(p.bytes(layer).u8(at + 1) << 8 | p.bytes(layer).u8(at), at, size);
                  }
                })
            .shown(Display.HEX)
            .bits(16),
        snap("llc.oui", "Organization Code", 3, 3, -1).named(Llc::organization),
        snap("llc.type", "Type", 6, 2, OUI_ETHERNET).named(EtherTypes::name),
        snap("llc.cisco_pid", "Protocol ID", 6, 2, OUI_CISCO).named(Llc::cisco));
  }

  private static Field bit(String name, String label, int at) {
    return Field.bits(P, name, label, FieldType.BOOLEAN, Display.DECIMAL, at, 1, 1);
  }

  /** A number of the SNAP header, of all organizations or of one. */
  private static Field snap(String name, String label, int at, int size, int oui) {
    return Field.number(
            P,
            name,
            label,
            FieldType.UINT,
            Display.HEX,
            at,
            size,
            (p, layer) -> {
              int from = p.offset(layer);
              if (!isSnap(p.bytes(layer), from, p.end(layer))) {
                return Field.ABSENT;
              }
              boolean wanted = oui < 0 || isOf(p.bytes(layer).u24(from + 3), oui);
              return wanted ? p.bytes(layer).unsigned(from + at, size) : Field.ABSENT;
            })
        .bits(8 * size);
  }

  private static boolean isOf(int found, int wanted) {
    return found == wanted || (found == OUI_TUNNEL && wanted == OUI_ETHERNET);
  }

  private static boolean isSnap(ByteView bytes, int at, int end) {
    return end - at >= SNAP
        && (bytes.u16(at) & 0xFEFE) == (SNAP_SAP << 8 | SNAP_SAP)
        && (bytes.u8(at + CONTROL) & UNNUMBERED) == UNNUMBERED;
  }

  /** Bytes of the control field that is there, or 0. */
  private static int controlSize(Packet p, int layer) {
    int at = p.offset(layer) + CONTROL;
    if (at >= p.end(layer)) {
      return 0;
    }
    int size = controlSize(p.bytes(layer), at);
    return at + size <= p.end(layer) ? size : 0;
  }

  private static int controlSize(ByteView bytes, int at) {
    return (bytes.u8(at) & UNNUMBERED) == UNNUMBERED ? 1 : 2;
  }

  private static @Nullable String sap(long value) {
    return switch ((int) value) {
      case 0x00 -> "NULL LSAP";
      case 0x02 -> "LLC Sub-Layer Management";
      case 0x06 -> "TCP/IP";
      case 0x42 -> "Spanning Tree BPDU";
      case 0x7E -> "ISO 8208 (X.25 over 802.2)";
      case SNAP_SAP -> "SNAP";
      case 0xE0 -> "NetWare";
      case 0xF0 -> "NetBIOS";
      case 0xFE -> "ISO Network Layer";
      case 0xFF -> "Global DSAP";
      default -> null;
    };
  }

  private static @Nullable String organization(long oui) {
    return switch ((int) oui) {
      case OUI_ETHERNET -> "Encapsulated Ethernet";
      case OUI_TUNNEL -> "Cisco 90-compatible";
      case OUI_CISCO -> "Cisco Systems, Inc";
      case OUI_BRIDGED -> "IEEE 802.1";
      default -> null;
    };
  }

  private static @Nullable String cisco(long pid) {
    return switch ((int) pid) {
      case 0x2000 -> "CDP";
      case 0x2003 -> "VTP";
      case 0x2004 -> "DTP";
      case 0x010B -> "PVSTP+";
      case 0x0111 -> "UDLD";
      default -> null;
    };
  }

  @Override
  public void register(DissectorTable table) {
    table.link(LinkType.ATM_RFC1483, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, CONTROL + 1)) {
      return TRUNCATED;
    }
    ByteView bytes = packet.bytes();
    int header = CONTROL + controlSize(bytes, offset + CONTROL);
    if (isSnap(bytes, offset, packet.limit())) {
      return snap(packet, offset);
    }
    if (!packet.has(offset, header)) {
      return TRUNCATED;
    }
    if (carriesInformation(bytes.u8(offset + CONTROL))) {
      packet.next(NextHeader.LLC_SAP, bytes.u8(offset));
    }
    return header;
  }

  private static int snap(Packet packet, int offset) {
    ByteView bytes = packet.bytes();
    int pid = bytes.u16(offset + 6);
    switch (bytes.u24(offset + 3)) {
      case OUI_ETHERNET, OUI_TUNNEL -> packet.next(NextHeader.ETHERTYPE, pid);
      case OUI_BRIDGED -> {
        if (pid == BRIDGED_ETHERNET || pid == BRIDGED_ETHERNET_FCS) {
          if (pid == BRIDGED_ETHERNET_FCS) {
            packet.limitInside(Math.max(offset + SNAP, packet.limit() - FCS));
          }
          packet.next(NextHeader.PROTOCOL, Protocol.ETHERNET.ordinal());
          return SNAP + BRIDGED_PADDING;
        }
      }
      default -> packet.next(NextHeader.LLC_SAP, SNAP_SAP);
    }
    return SNAP;
  }

  /** Whether the frame is one of information, numbered or not: others say nothing behind it. */
  private static boolean carriesInformation(int control) {
    return (control & 1) == 0
        || ((control & UNNUMBERED) == UNNUMBERED && (control & 0xEC) == UNNUMBERED_INFORMATION);
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    int size = controlSize(packet, layer);
    if (size == 0) {
      return;
    }
    ByteView bytes = packet.bytes(layer);
    int at = packet.offset(layer);
    int control = bytes.u8(at + CONTROL);
    if ((control & 1) == 0) {
      out.append("I, N(R)=").append(bytes.u8(at + CONTROL + 1) >> 1);
      out.append(", N(S)=").append(control >> 1);
    } else if (size == 2) {
      out.append("S, N(R)=").append(bytes.u8(at + CONTROL + 1) >> 1);
    } else {
      out.append((control & 0xEC) == UNNUMBERED_INFORMATION ? "U, func=UI" : "U");
    }
    if (isSnap(bytes, at, packet.end(layer))) {
      out.append("; SNAP, OUI ").append(FieldText.hex(bytes.u24(at + 3), 3));
      String name = organization(bytes.u24(at + 3));
      out.append(name == null ? "" : " (" + name + ")");
      out.append(", PID ").append(FieldText.hex(bytes.u16(at + 6), 2));
    } else {
      out.append("; DSAP ").append(FieldText.hex(bytes.u8(at), 1));
      out.append(", SSAP ").append(FieldText.hex(bytes.u8(at + 1) & 0xFE, 1));
    }
  }
}
