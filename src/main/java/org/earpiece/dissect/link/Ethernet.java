package org.earpiece.dissect.link;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.dissect.ChecksumStatus;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.EtherTypes;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldText;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** Ethernet II and IEEE 802.3 frames. */
public final class Ethernet implements Dissector {
  private static final Protocol P = Protocol.ETHERNET;
  private static final int HEADER = 14;
  private static final int TYPE = 12;

  /** Bytes of the shortest frame without its check sequence. */
  private static final int SHORTEST = 60;

  private static final int FCS = 4;

  private static final long GROUP = 0x010000;
  private static final long LOCAL = 0x020000;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    List<Field> fields = new ArrayList<>(own());
    fields.addAll(MacNameFields.of(P));
    return fields;
  }

  private static List<Field> own() {
    return List.of(
        Field.protocol(P),
        Field.range(P, "eth.dst", "Destination", FieldType.ETHER, 0, 6),
        bit("eth.dst.lg", "LG bit", 0, LOCAL),
        bit("eth.dst.ig", "IG bit", 0, GROUP),
        Field.range(P, "eth.src", "Source", FieldType.ETHER, 6, 6),
        bit("eth.src.lg", "LG bit", 6, LOCAL),
        bit("eth.src.ig", "IG bit", 6, GROUP),
        Field.uint(P, "eth.dst.oui", "Destination OUI", Display.DECIMAL, 0, 3),
        Field.uint(P, "eth.src.oui", "Source OUI", Display.DECIMAL, 6, 3),
        Field.of(
                P,
                "eth.addr.oui",
                "Address OUI",
                FieldType.UINT,
                (p, layer, out) -> {
                  int at = p.offset(layer);
                  if (at + 12 <= p.end(layer)) {
                    out.addNumber(p.bytes(layer).u24(at), at, 3);
                    out.addNumber(p.bytes(layer).u24(at + 6), at + 6, 3);
                  }
                })
            .bits(24)
            .asHidden(),
        Field.of(
                P,
                "eth.src_not_group",
                "Source MAC must not be a group address: IEEE 802.3-2002, Section 3.2.3(b)",
                FieldType.LABEL,
                (p, layer, out) -> {
                  int at = p.offset(layer) + 6;
                  if (at + 6 <= p.end(layer) && (p.bytes(layer).u24(at) & GROUP) != 0) {
                    out.addRange(at, 0);
                  }
                })
            .asGenerated(),
        Field.of(P, "eth.addr", "Address", FieldType.ETHER, Ethernet::addresses).asHidden(),
        Field.of(P, "eth.lg", "LG bit", FieldType.BOOLEAN, (p, l, o) -> bits(p, l, o, LOCAL))
            .bits(1)
            .asHidden(),
        Field.of(P, "eth.ig", "IG bit", FieldType.BOOLEAN, (p, l, o) -> bits(p, l, o, GROUP))
            .bits(1)
            .asHidden(),
        TypeOrLength.type(P, "eth.type", TYPE),
        TypeOrLength.length(P, "eth.len", TYPE),
        Field.of(P, "eth.padding", "Padding", FieldType.BYTES, Ethernet::padding),
        Field.of(P, "eth.trailer", "Trailer", FieldType.BYTES, Ethernet::trailer),
        Field.of(
                P,
                "eth.padding_bad",
                "Didn't find padding of zeros, and an undecoded trailer exists."
                    + " There may be padding of non-zeros.",
                FieldType.LABEL,
                (p, layer, out) -> {
                  int from = contentEnd(p, layer);
                  int shortest = p.offset(layer) + SHORTEST;
                  boolean padded = from < shortest && end(p, layer) >= shortest;
                  if (padded && paddingEnd(p, layer, from) == from) {
                    out.addRange(from, 0);
                  }
                })
            .asGenerated(),
        Field.of(P, "eth.fcs", "Frame check sequence", FieldType.UINT, Ethernet::fcs)
            .shown(Display.HEX),
        ChecksumStatus.field(
            P,
            "eth.fcs.status",
            "FCS Status",
            (p, layer) ->
                p.end(layer) - FCS >= p.offset(layer) + HEADER && fcsAtHand(p, layer) == FCS
                    ? ChecksumStatus.UNVERIFIED
                    : Field.ABSENT));
  }

  private static Field bit(String name, String label, int at, long mask) {
    return Field.bits(P, name, label, FieldType.BOOLEAN, Display.DECIMAL, at, 3, mask);
  }

  private static void addresses(Packet p, int layer, FieldValues out) {
    if (p.offset(layer) + 12 <= p.end(layer)) {
      out.addRange(p.offset(layer), 6);
      out.addRange(p.offset(layer) + 6, 6);
    }
  }

  private static void bits(Packet p, int layer, FieldValues out, long mask) {
    int at = p.offset(layer);
    if (at + 12 <= p.end(layer)) {
      out.addNumber((p.bytes(layer).u24(at) & mask) != 0 ? 1 : 0, at, 3);
      out.addNumber((p.bytes(layer).u24(at + 6) & mask) != 0 ? 1 : 0, at + 6, 3);
    }
  }

  /** Bytes of the check sequence that were captured, of a frame that is not inside another. */
  private static int fcsAtHand(Packet p, int layer) {
    int fcs = layer == 0 ? p.context().fcs() : 0;
    return fcs == 0 ? 0 : Math.max(0, fcs - (p.length() - p.capturedLength()));
  }

  /** Where the frame ends, its check sequence left out. */
  private static int end(Packet p, int layer) {
    return Math.max(p.offset(layer) + HEADER, p.end(layer) - fcsAtHand(p, layer));
  }

  private static void fcs(Packet p, int layer, FieldValues out) {
    int at = p.end(layer) - FCS;
    if (at >= p.offset(layer) + HEADER && fcsAtHand(p, layer) == FCS) {
      out.addNumber(p.bytes(layer).u32(at), at, FCS);
    }
  }

  /** Where what the frame carries ends: behind it are padding and trailer. */
  private static int contentEnd(Packet p, int layer) {
    int end = end(p, layer);
    int i = layer + 1;
    while (i < p.layers() && p.end(i) == end) {
      i++;
    }
    return i < p.layers() && isNetwork(p.protocol(i)) ? p.end(i) : end;
  }

  private static boolean isNetwork(Protocol protocol) {
    return switch (protocol) {
      case IPV4, IPV6, ARP, LLC, PPPOED, PPPOES -> true;
      default -> false;
    };
  }

  /** Where padding ends that begins at {@code from}: it is zeros, up to the shortest frame. */
  private static int paddingEnd(Packet p, int layer, int from) {
    int end = Math.min(end(p, layer), p.offset(layer) + SHORTEST);
    for (int at = from; at < end; at++) {
      if (p.bytes(layer).u8(at) != 0) {
        return from;
      }
    }
    return Math.max(from, end);
  }

  private static void padding(Packet p, int layer, FieldValues out) {
    int from = contentEnd(p, layer);
    int to = paddingEnd(p, layer, from);
    if (from < to) {
      out.addRange(from, to - from);
    }
  }

  private static void trailer(Packet p, int layer, FieldValues out) {
    int from = paddingEnd(p, layer, contentEnd(p, layer));
    if (from < end(p, layer)) {
      out.addRange(from, end(p, layer) - from);
    }
  }

  @Override
  public void register(DissectorTable table) {
    table.link(LinkType.ETHERNET, this);
    table.ethertype(EtherTypes.TRANSPARENT_ETHERNET, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, HEADER)) {
      return TRUNCATED;
    }
    if (packet.context().fcs() > 0) {
      packet.limitInside(end(packet, packet.layers() - 1));
    }
    TypeOrLength.next(packet, offset + TYPE);
    return HEADER;
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    long type = TypeOrLength.read(packet, layer, TYPE);
    if (type >= EtherTypes.LEAST) {
      String name = EtherTypes.name(type);
      out.append(name == null ? "Ethertype " + FieldText.hex(type, 2) : name);
    } else if (type != Field.ABSENT) {
      out.append("IEEE 802.3, ").append(type).append(" bytes");
    }
  }

  @Override
  public String title(Packet packet, int layer) {
    int at = packet.offset(layer);
    if (at + HEADER > packet.end(layer)) {
      return "Ethernet";
    }
    boolean ethernet2 = packet.bytes(layer).u16(at + TYPE) >= EtherTypes.LEAST;
    return (ethernet2 ? "Ethernet II, Src: " : "IEEE 802.3 Ethernet, Src: ")
        + FieldText.ether(packet.bytes(layer), at + 6)
        + ", Dst: "
        + FieldText.ether(packet.bytes(layer), at);
  }
}
