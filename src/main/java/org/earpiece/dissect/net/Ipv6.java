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
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** The header of IPv6 (RFC 8200); extension headers are layers of their own. */
public final class Ipv6 implements Dissector {
  private static final int FIXED = 40;
  private static final int PPP = 0x0057;
  private static final int MULTICAST = 0xFF;

  /** The bit of a MAC address that says it is of no vendor; inverted in interface identifiers. */
  private static final int LOCAL = 0x02;

  private static final Protocol P = Protocol.IPV6;
  private static final int SRC = 8;
  private static final int DST = 24;
  private static final IpHeader IP = new IpHeader(P, FIXED, SRC, DST, FieldType.IPV6, 16);

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
        Field.uint(P, "ipv6.hlim", "Hop Limit", Display.DECIMAL, 7, 1));
    fields.addAll(IP.addresses());
    Collections.addAll(
        fields,
        slaac("ipv6.src_slaac_mac", "Source SLAAC MAC", true, false),
        slaac("ipv6.dst_slaac_mac", "Destination SLAAC MAC", false, true),
        slaac("ipv6.slaac_mac", "SLAAC MAC", true, true).asHidden());
    return fields;
  }

  /** The MAC address that a host made its address of (RFC 4291 appendix A). */
  private static Field slaac(String name, String label, boolean source, boolean destination) {
    return Field.of(
            P,
            name,
            label,
            FieldType.ETHER,
            (p, layer, out) -> {
              if (source && IP.isWhole(p, layer)) {
                mac(p, layer, p.offset(layer) + SRC + 8, out);
              }
              if (destination && IP.isWhole(p, layer)) {
                mac(p, layer, p.offset(layer) + DST + 8, out);
              }
            })
        .asGenerated();
  }

  private static void mac(Packet p, int layer, int at, FieldValues out) {
    ByteView bytes = p.bytes(layer);
    boolean made = bytes.u16(at + 3) == 0xFFFE && (bytes.u8(at) & LOCAL) != 0;
    if (!made || bytes.u8(at - 8) == MULTICAST) {
      return;
    }
    byte[] mac = new byte[6];
    for (int i = 0; i < 3; i++) {
      mac[i] = (byte) bytes.u8(at + i);
      mac[3 + i] = (byte) bytes.u8(at + 5 + i);
    }
    mac[0] ^= LOCAL;
    out.addBytes(mac, at, mac.length);
  }

  private static Field bits(
      String name, String label, Display display, int at, int size, long mask) {
    return Field.bits(P, name, label, FieldType.UINT, display, at, size, mask);
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
      IpHeader.limit(packet, offset, FIXED + payload);
    }
    int next = bytes.u8(offset + 6);
    if (next != IpProtocols.NO_NEXT) {
      packet.next(NextHeader.IP_PROTOCOL, next);
    }
    return FIXED;
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    if (!IP.isWhole(packet, layer)) {
      return;
    }
    int next = packet.bytes(layer).u8(packet.offset(layer) + 6);
    String name = IpProtocols.name(next);
    out.append(name == null ? Integer.toString(next) : name);
  }

  @Override
  public String title(Packet packet, int layer) {
    return IP.title(packet, layer);
  }
}
