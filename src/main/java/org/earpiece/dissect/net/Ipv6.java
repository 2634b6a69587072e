package org.earpiece.dissect.net;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.EtherTypes;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** IPv6 (RFC 8200) with its extension headers. Fragments as in {@link Ipv4}. */
public final class Ipv6 implements Dissector {
  static final int FIXED = 40;
  private static final int PPP = 0x0057;
  private static final Protocol P = Protocol.IPV6;
  private static final int SRC = 8;
  private static final int DST = 24;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    Collections.addAll(
        fields,
        Field.protocol(P),
        bits("ipv6.version", "Version", Display.DECIMAL, 0, 1, 0xF0),
        bits("ip.version", "Version", Display.DECIMAL, 0, 1, 0xF0).asHidden(),
        bits("ipv6.tclass", "Traffic Class", Display.HEX, 0, 4, 0x0FF00000)
            .named(TrafficClass::text),
        bits(
                "ipv6.tclass.dscp",
                "Differentiated Services Codepoint",
                Display.DECIMAL,
                0,
                4,
                0x0FC00000)
            .named(TrafficClass::dscp),
        bits(
                "ipv6.tclass.ecn",
                "Explicit Congestion Notification",
                Display.DECIMAL,
                0,
                4,
                0x00300000)
            .named(TrafficClass::ecn),
        bits("ipv6.flow", "Flow Label", Display.HEX, 1, 3, 0x0FFFFF),
        Field.uint(P, "ipv6.plen", "Payload Length", Display.DECIMAL, 4, 2),
        Field.uint(P, "ipv6.nxt", "Next Header", Display.DECIMAL, 6, 1).named(IpProtocols::name),
        Field.uint(P, "ipv6.hlim", "Hop Limit", Display.DECIMAL, 7, 1),
        Field.range(P, "ipv6.src", "Source Address", FieldType.IPV6, SRC, 16),
        Field.range(P, "ipv6.dst", "Destination Address", FieldType.IPV6, DST, 16),
        Field.of(
                P,
                "ipv6.addr",
                "Source or Destination Address",
                FieldType.IPV6,
                (p, layer, out) -> {
                  if (whole(p, layer)) {
                    out.addRange(p.offset(layer) + SRC, 16);
                    out.addRange(p.offset(layer) + DST, 16);
                  }
                })
            .asHidden(),
        host("ipv6.src_host", "Source Host", true, false),
        host("ipv6.dst_host", "Destination Host", false, true),
        host("ipv6.host", "Source or Destination Host", true, true));
    addExtensions(fields);
    return fields;
  }

  private static void addExtensions(List<Field> fields) {
    Collections.addAll(
        fields,
        extension("ipv6.hopopts.nxt", "Next Header", IpProtocols.HOP_BY_HOP, 0, 1, 0xFF),
        extension("ipv6.hopopts.len", "Length", IpProtocols.HOP_BY_HOP, 1, 1, 0xFF),
        extension("ipv6.routing.nxt", "Next Header", IpProtocols.ROUTING, 0, 1, 0xFF),
        extension("ipv6.routing.len", "Length", IpProtocols.ROUTING, 1, 1, 0xFF),
        extension("ipv6.routing.type", "Type", IpProtocols.ROUTING, 2, 1, 0xFF),
        extension("ipv6.routing.segleft", "Segments Left", IpProtocols.ROUTING, 3, 1, 0xFF),
        extension("ipv6.dstopts.nxt", "Next Header", IpProtocols.DESTINATION_OPTIONS, 0, 1, 0xFF),
        extension("ipv6.dstopts.len", "Length", IpProtocols.DESTINATION_OPTIONS, 1, 1, 0xFF),
        extension("ipv6.fraghdr.nxt", "Next header", IpProtocols.FRAGMENT, 0, 1, 0xFF),
        extension("ipv6.fraghdr.offset", "Offset", IpProtocols.FRAGMENT, 2, 2, 0xFFF8),
        extension(
            "ipv6.fraghdr.more",
            "More Fragments",
            FieldType.BOOLEAN,
            Display.DECIMAL,
            IpProtocols.FRAGMENT,
            2,
            2,
            1),
        extension(
            "ipv6.fraghdr.ident",
            "Identification",
            FieldType.UINT,
            Display.HEX,
            IpProtocols.FRAGMENT,
            4,
            4,
            0xFFFFFFFFL));
  }

  private static Field extension(String name, String label, int type, int at, int size, long mask) {
    Field field = extension(name, label, FieldType.UINT, Display.DECIMAL, type, at, size, mask);
    return name.endsWith(".nxt") ? field.named(IpProtocols::name) : field;
  }

  private static Field extension(
      String name,
      String label,
      FieldType fieldType,
      Display display,
      int type,
      int at,
      int size,
      long mask) {
    int shift = Long.numberOfTrailingZeros(mask);
    boolean whole = mask == (1L << (8 * size)) - 1;
    return new Field(
        name,
        label,
        fieldType,
        P,
        fieldType == FieldType.BOOLEAN ? 1 : 8 * size,
        display,
        null,
        false,
        false,
        whole ? 0 : mask,
        null,
        (p, layer, out) -> {
          int header = Ipv6Extensions.find(p, layer, type);
          if (header != Ipv6Extensions.NOT_FOUND) {
            long value = p.bytes(layer).unsigned(header + at, size) & mask;
            out.addNumber(value >>> shift, header + at, size);
          }
        });
  }

  private static Field bits(
      String name, String label, Display display, int at, int size, long mask) {
    return Field.bits(P, name, label, FieldType.UINT, display, at, size, mask);
  }

  private static Field host(String name, String label, boolean src, boolean dst) {
    return Field.of(
            P,
            name,
            label,
            FieldType.STRING,
            (p, layer, out) -> {
              if (whole(p, layer) && src) {
                out.addText(address(p, layer, SRC), p.offset(layer) + SRC, 16);
              }
              if (whole(p, layer) && dst) {
                out.addText(address(p, layer, DST), p.offset(layer) + DST, 16);
              }
            })
        .asHidden();
  }

  private static boolean whole(Packet p, int layer) {
    return p.end(layer) - p.offset(layer) >= FIXED;
  }

  private static String address(Packet p, int layer, int at) {
    int from = p.offset(layer) + at;
    return IpAddress.text(p.bytes(layer).i64(from), p.bytes(layer).i64(from + 8));
  }

  @Override
  public void register(DissectorTable table) {
    table.link(LinkType.IPV6, this);
    table.ethertype(EtherTypes.IPV6, this);
    table.ipProtocol(IpProtocols.IPV6, this);
    table.pppProtocol(PPP, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, FIXED)) {
      return TRUNCATED;
    }
    ByteView bytes = packet.bytes();
    packet.addresses(
        bytes.i64(offset + SRC),
        bytes.i64(offset + SRC + 8),
        bytes.i64(offset + DST),
        bytes.i64(offset + DST + 8));
    if (bytes.u8(offset) >> 4 != 6) {
      packet.markMalformed();
      return FIXED;
    }
    int payload = bytes.u16(offset + 4);
    if (payload > 0) { // 0: a jumbogram, or one that the network card was to cut
      if (!packet.has(offset, FIXED + payload) && !packet.quoted()) {
        packet.markTruncated();
      }
      packet.limit(offset + FIXED + payload);
    }
    return Ipv6Extensions.dissect(packet, offset, offset + FIXED);
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    if (!whole(packet, layer)) {
      return;
    }
    int fragment = Ipv6Extensions.find(packet, layer, IpProtocols.FRAGMENT);
    ByteView bytes = packet.bytes(layer);
    if (fragment != Ipv6Extensions.NOT_FOUND) {
      int field = bytes.u16(fragment + 2);
      out.append("IPv6 fragment (off=").append(field & 0xFFF8);
      out.append(" more=").append((field & 1) != 0 ? "y" : "n");
      out.append(String.format(" ident=0x%08x", bytes.i32(fragment + 4)));
      out.append(" nxt=").append(bytes.u8(fragment)).append(')');
      return;
    }
    int next = bytes.u8(packet.offset(layer) + 6);
    String name = IpProtocols.name(next);
    out.append(name == null ? Integer.toString(next) : name);
  }

  @Override
  public String title(Packet packet, int layer) {
    return whole(packet, layer)
        ? P.title()
            + ", Src: "
            + address(packet, layer, SRC)
            + ", Dst: "
            + address(packet, layer, DST)
        : P.title();
  }
}
