package org.earpiece.dissect.net;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.ChecksumStatus;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.EtherTypes;
import org.earpiece.dissect.RelatedFields;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldText;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/** ICMPv6 (RFC 4443, RFC 4861). The packet that an error quotes is walked as quoted. */
public final class Icmpv6 implements Dissector {
  private static final Protocol P = Protocol.ICMPV6;
  private static final int HEADER = 4;

  private static final int LONG_HEADER = IcmpQuote.HEADER;

  private static final int TOO_BIG = 2;
  private static final int ECHO = 128;
  private static final int ECHO_REPLY = 129;
  private static final int NEIGHBOR_SOLICITATION = 135;
  private static final int NEIGHBOR_ADVERTISEMENT = 136;
  private static final int FIRST_INFORMATIONAL = 128;

  private static final IcmpQuote QUOTE =
      new IcmpQuote(P, "icmpv6", EtherTypes.IPV6, 4, 8, ECHO, ECHO_REPLY);

  private static final String[] UNREACHABLE_CODES = {
    "no route to destination",
    "Administratively prohibited",
    "Beyond scope of source address",
    "Address unreachable",
    "Port unreachable",
    "Source address failed ingress/egress policy",
    "Reject route to destination"
  };

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
        Field.uint(P, "icmpv6.type", "Type", Display.DECIMAL, 0, 1).named(Icmpv6::type),
        Field.uint(P, "icmpv6.code", "Code", Display.DECIMAL, 1, 1),
        Field.uint(P, "icmpv6.checksum", "Checksum", Display.HEX, 2, 2),
        ChecksumStatus.field(P, "icmpv6.checksum.status", "Checksum Status", Icmpv6::checksum),
        Field.number(
            P,
            "icmpv6.mtu",
            "MTU",
            FieldType.UINT,
            Display.DECIMAL,
            4,
            4,
            (p, layer) ->
                IcmpQuote.is(p, layer, TOO_BIG, LONG_HEADER)
                    ? p.bytes(layer).u32(p.offset(layer) + 4)
                    : Field.ABSENT),
        QUOTE.echo("icmpv6.echo.identifier", "Identifier", Display.HEX, 4),
        QUOTE.echo("icmpv6.echo.sequence_number", "Sequence", Display.DECIMAL, 6),
        target("icmpv6.nd.ns.target_address", NEIGHBOR_SOLICITATION),
        flag("icmpv6.nd.na.flag.r", "Router", 0x80000000L),
        flag("icmpv6.nd.na.flag.s", "Solicited", 0x40000000L),
        flag("icmpv6.nd.na.flag.o", "Override", 0x20000000L),
        target("icmpv6.nd.na.target_address", NEIGHBOR_ADVERTISEMENT));
    fields.addAll(NeighborFields.all());
    fields.addAll(QUOTE.fields());
    Collections.addAll(fields, RelatedFields.echo(P));
    return fields;
  }

  /** The checksum covers the addresses of the IPv6 header as well (RFC 8200 section 8.1). */
  private static long checksum(Packet p, int layer) {
    if (p.end(layer) - p.offset(layer) < HEADER) {
      return Field.ABSENT;
    }
    int ip = layer - 1;
    while (ip >= 0 && p.protocol(ip) != Protocol.IPV6) {
      if (p.protocol(ip) == Protocol.IPV6_ROUTING) {
        return ChecksumStatus.UNVERIFIED;
      }
      ip--;
    }
    if (ip < 0 || layer != p.find(P)) {
      return ChecksumStatus.UNVERIFIED;
    }
    int addresses = p.offset(ip) + 8;
    long before = ChecksumStatus.sum(p.bytes(ip), addresses, addresses + 32);
    return ChecksumStatus.verified(
        p, layer, before + p.end(layer) - p.offset(layer) + IpProtocols.ICMPV6);
  }

  private static Field target(String name, int type) {
    return QUOTE.address(name, "Target Address", FieldType.IPV6, type, 8, 16);
  }

  private static Field flag(String name, String label, long mask) {
    return Field.number(
            P,
            name,
            label,
            FieldType.BOOLEAN,
            Display.DECIMAL,
            4,
            4,
            (p, layer) ->
                IcmpQuote.is(p, layer, NEIGHBOR_ADVERTISEMENT, 24)
                    ? (p.bytes(layer).u32(p.offset(layer) + 4) & mask) != 0 ? 1 : 0
                    : Field.ABSENT)
        .bits(1)
        .masked(mask);
  }

  private static @Nullable String type(long type) {
    return switch ((int) type) {
      case 1 -> "Destination Unreachable";
      case TOO_BIG -> "Packet Too Big";
      case 3 -> "Time Exceeded";
      case 4 -> "Parameter Problem";
      case ECHO -> "Echo (ping) request";
      case ECHO_REPLY -> "Echo (ping) reply";
      case 130 -> "Multicast Listener Query";
      case 131 -> "Multicast Listener Report";
      case 132 -> "Multicast Listener Done";
      case 133 -> "Router Solicitation";
      case 134 -> "Router Advertisement";
      case NEIGHBOR_SOLICITATION -> "Neighbor Solicitation";
      case NEIGHBOR_ADVERTISEMENT -> "Neighbor Advertisement";
      case 137 -> "Redirect";
      case 143 -> "Multicast Listener Report Message v2";
      default -> null;
    };
  }

  @Override
  public void register(DissectorTable table) {
    table.ipProtocol(IpProtocols.ICMPV6, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, HEADER)) {
      return TRUNCATED;
    }
    int type = packet.bytes().u8(offset);
    boolean echo = type == ECHO || type == ECHO_REPLY;
    if (!echo && (type >= FIRST_INFORMATIONAL || type == 0)) {
      return HEADER;
    }
    if (!packet.has(offset, LONG_HEADER)) {
      return TRUNCATED;
    }
    return echo ? IcmpQuote.dissectEcho(packet, offset) : QUOTE.dissectError(packet, offset);
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    int at = packet.offset(layer);
    if (packet.end(layer) - at < HEADER) {
      return;
    }
    ByteView bytes = packet.bytes(layer);
    int type = bytes.u8(at);
    int code = bytes.u8(at + 1);
    String name = type(type);
    out.append(name == null ? "Type " + type : name);
    if (type == 1 && code < UNREACHABLE_CODES.length) {
      out.append(" (").append(UNREACHABLE_CODES[code]).append(')');
    } else if (QUOTE.isEcho(packet, layer)) {
      QUOTE.info(packet, layer, out);
    } else if (IcmpQuote.is(packet, layer, NEIGHBOR_SOLICITATION, 24)) {
      out.append(" for ").append(IpAddress.text(bytes.i64(at + 8), bytes.i64(at + 16)));
      linkAddress(packet, layer, " from ", out);
    } else if (IcmpQuote.is(packet, layer, NEIGHBOR_ADVERTISEMENT, 24)) {
      out.append(' ').append(IpAddress.text(bytes.i64(at + 8), bytes.i64(at + 16)));
      linkAddress(packet, layer, " is at ", out);
    }
  }

  /** The address in the first option, where that is a link-layer address of Ethernet. */
  private static void linkAddress(Packet p, int layer, String before, StringBuilder out) {
    int at = p.offset(layer) + 24;
    if (p.end(layer) - at >= 8 && p.bytes(layer).u8(at + 1) == 1) {
      out.append(before).append(FieldText.ether(p.bytes(layer), at + 2));
    }
  }
}
