package org.earpiece.dissect.net;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.ChecksumStatus;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.EtherTypes;
import org.earpiece.dissect.ReassemblyFields;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** IPv4 (RFC 791). What a datagram in fragments carries is found in the last of them to come. */
public final class Ipv4 implements Dissector {
  private static final Protocol P = Protocol.IPV4;
  private static final int FIXED = 20;
  private static final int LLC_SAP = 0x06;
  private static final int PPP = 0x0021;
  private static final int SRC = 12;
  private static final int DST = 16;
  private static final IpHeader IP = new IpHeader(P, FIXED, SRC, DST, FieldType.IPV4, 4);

  /** 224.0.0.0/24 (RFC 5771 section 4); some of its groups are answered to by neighbours only. */
  private static final int LOCAL_NETWORK_CONTROL = 0xE00000;

  private static final int MULTICAST = 0xE;
  private static final int IGMP = 2;
  private static final int VRRP = 18;
  private static final int GLBP = 102;
  private static final int MULTICAST_DNS = 251;
  private static final int LINK_LOCAL_NAMES = 252;
  private static final int HIGHEST_TTL = 255;

  /** Below, a packet has lost its way, or is meant for a neighbour. */
  private static final int LEAST_TTL = 5;

  private static final int ANY_TTL = -1;
  private static final int ROUTED = -2;
  private static final int MORE = 0x2000;
  private static final int OFFSET = 0x1FFF;

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
        bits("ip.version", "Version", 0, 1, 0xF0),
        Field.number(
                P,
                "ip.hdr_len",
                "Header Length",
                FieldType.UINT,
                Display.DECIMAL,
                0,
                1,
                Ipv4::header)
            .bits(8)
            .masked(0x0F),
        Field.uint(P, "ip.dsfield", "Differentiated Services Field", Display.HEX, 1, 1)
            .named(TrafficClass::text),
        bits("ip.dsfield.dscp", "Differentiated Services Codepoint", 1, 1, 0xFC)
            .named(TrafficClass::dscp),
        bits("ip.dsfield.ecn", "Explicit Congestion Notification", 1, 1, 0x03)
            .named(TrafficClass::ecn),
        Field.uint(P, "ip.len", "Total Length", Display.DECIMAL, 2, 2),
        Field.uint(P, "ip.id", "Identification", Display.HEX, 4, 2),
        Field.bits(P, "ip.flags", "Flags", FieldType.UINT, Display.HEX, 6, 1, 0xE0),
        flag("ip.flags.rb", "Reserved bit", 0x80),
        flag("ip.flags.df", "Don't fragment", 0x40),
        flag("ip.flags.mf", "More fragments", 0x20),
        Field.number(
                P,
                "ip.frag_offset",
                "Fragment Offset",
                FieldType.UINT,
                Display.DECIMAL,
                6,
                2,
                Ipv4::fragmentOffset)
            .bits(13)
            .masked(OFFSET)
            .named(v -> v == 0 ? null : 8 * v + " bytes"),
        Field.uint(P, "ip.ttl", "Time to Live", Display.DECIMAL, 8, 1),
        Field.uint(P, "ip.proto", "Protocol", Display.DECIMAL, 9, 1).named(IpProtocols::name),
        Field.uint(P, "ip.checksum", "Header Checksum", Display.HEX, 10, 2),
        Field.of(
                P,
                "ip.bogus_ip_length",
                "IPv4 total length exceeds packet length",
                FieldType.LABEL,
                (p, layer, out) -> {
                  if (goesBeyond(p, layer)) {
                    int at = p.offset(layer) + 2;
                    String length = " (" + p.bytes(layer).u16(at) + " bytes)";
                    out.addText("IPv4 total length exceeds packet length" + length, at, 0);
                  }
                })
            .asGenerated(),
        ChecksumStatus.field(
            P,
            "ip.checksum.status",
            "Header checksum status",
            (p, layer) -> IP.isWhole(p, layer) ? ChecksumStatus.UNVERIFIED : Field.ABSENT));
    fields.addAll(IP.addresses());
    fields.addAll(ReassemblyFields.of(P, "ip", "IPv4", FieldType.BYTES));
    fields.add(Field.of(P, "ip.options", "Options", FieldType.BYTES, Ipv4::options));
    fields.addAll(Ipv4Options.fields());
    fields.add(
        timeToLive(
            "ip.ttl.lncb",
            "Time To Live",
            (ttl, expected) -> {
              boolean local = expected > 0 && ttl != expected;
              return local
                  ? "\"Time To Live\" != "
                      + expected
                      + " for a packet sent to the Local Network Control Block (see RFC 3171)"
                  : "";
            }));
    fields.add(
        timeToLive(
            "ip.ttl.too_small",
            "Time To Live",
            (ttl, expected) ->
                expected == ROUTED && ttl < LEAST_TTL ? "\"Time To Live\" only " + ttl : ""));
    return fields;
  }

  /** Whether the total length goes beyond the frame, which was captured whole. */
  private static boolean goesBeyond(Packet p, int layer) {
    int at = p.offset(layer);
    return IP.isWhole(p, layer)
        && p.source(layer) == 0
        && p.capturedLength() == p.length()
        && !p.quoted()
        && at + p.bytes(layer).u16(at + 2) > p.capturedLength();
  }

  /** What is to be said of a time to live where another is usual. */
  private interface Remark {
    /** The sentence, or an empty one. */
    String on(int ttl, int expected);
  }

  private static Field timeToLive(String name, String label, Remark remark) {
    return Field.of(
            P,
            name,
            label,
            FieldType.LABEL,
            (p, layer, out) -> {
              if (IP.isWhole(p, layer)) {
                ByteView bytes = p.bytes(layer);
                int at = p.offset(layer);
                String words =
                    remark.on(bytes.u8(at + 8), expected(bytes.i32(at + DST), bytes.u8(at + 9)));
                if (!words.isEmpty()) {
                  out.addText(words, at + 8, 0);
                }
              }
            })
        .asGenerated();
  }

  /** The time to live that packets to an address must have, or what else is to be expected. */
  private static int expected(int destination, int protocol) {
    if (destination >>> 8 != LOCAL_NETWORK_CONTROL) {
      return destination >>> 28 == MULTICAST ? ANY_TTL : ROUTED;
    }
    if (protocol == IGMP) {
      return 1;
    }
    return switch (destination & 0xFF) {
      case VRRP, GLBP, MULTICAST_DNS -> HIGHEST_TTL;
      case LINK_LOCAL_NAMES -> ANY_TTL;
      default -> 1;
    };
  }

  private static Field bits(String name, String label, int at, int size, long mask) {
    return Field.bits(P, name, label, FieldType.UINT, Display.DECIMAL, at, size, mask);
  }

  private static Field flag(String name, String label, long mask) {
    return Field.bits(P, name, label, FieldType.BOOLEAN, Display.DECIMAL, 6, 1, mask);
  }

  private static long header(Packet p, int layer) {
    int at = p.offset(layer);
    return at < p.end(layer) ? 4L * (p.bytes(layer).u8(at) & 0x0F) : Field.ABSENT;
  }

  private static long fragmentOffset(Packet p, int layer) {
    int at = p.offset(layer) + 6;
    return at + 2 <= p.end(layer) ? p.bytes(layer).u16(at) & OFFSET : Field.ABSENT;
  }

  private static void options(Packet p, int layer, FieldValues out) {
    long header = header(p, layer);
    int from = p.offset(layer) + FIXED;
    int to = (int) Math.min(p.offset(layer) + header, p.end(layer));
    if (from < to) {
      out.addRange(from, to - from);
    }
  }

  @Override
  public void register(DissectorTable table) {
    table.link(LinkType.IPV4, this);
    table.ethertype(EtherTypes.IPV4, this);
    table.ipProtocol(IpProtocols.IPV4, this);
    table.llcSap(LLC_SAP, this);
    table.pppProtocol(PPP, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, FIXED)) {
      return TRUNCATED;
    }
    ByteView bytes = packet.bytes();
    int first = bytes.u8(offset);
    int header = 4 * (first & 0x0F);
    packet.addresses(
        0, IpAddress.v4(bytes.i32(offset + SRC)), 0, IpAddress.v4(bytes.i32(offset + DST)));
    if (first >> 4 != 4 || header < FIXED) {
      packet.markMalformed();
      return FIXED;
    }
    if (!packet.has(offset, header) || !limit(packet, offset, header)) {
      return TRUNCATED;
    }
    int fragment = bytes.u16(offset + 6);
    int protocol = bytes.u8(offset + 9);
    if ((fragment & (MORE | OFFSET)) != 0) {
      packet
          .fragment()
          .set(
              (long) protocol << 16 | bytes.u16(offset + 4),
              8 * (fragment & OFFSET),
              (fragment & MORE) != 0);
      packet.next(NextHeader.IP_FRAGMENT, protocol);
    } else {
      packet.next(NextHeader.IP_PROTOCOL, protocol);
    }
    return header;
  }

  /** Ends the layer where the header says; false where that is inside the header. */
  private static boolean limit(Packet packet, int offset, int header) {
    int total = packet.bytes().u16(offset + 2);
    if (total == 0) {
      return true; // the network card was to cut the segment: it is as long as what was captured
    }
    if (total < header) {
      packet.markMalformed();
      return false;
    }
    IpHeader.limit(packet, offset, total);
    return true;
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    if (!IP.isWhole(packet, layer)) {
      return;
    }
    ByteView bytes = packet.bytes(layer);
    int at = packet.offset(layer);
    int number = bytes.u8(at + 9);
    String name = IpProtocols.name(number);
    String protocol = name == null ? Integer.toString(number) : name + " " + number;
    if ((bytes.u16(at + 6) & (MORE | OFFSET)) == 0) {
      out.append(protocol);
      return;
    }
    out.append("Fragmented IP protocol (proto=").append(protocol);
    out.append(", off=").append(8 * fragmentOffset(packet, layer));
    out.append(String.format(", ID=%04x)", bytes.u16(at + 4)));
  }

  @Override
  public String title(Packet packet, int layer) {
    return IP.title(packet, layer);
  }
}
