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
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/** ICMP (RFC 792). The packet that an error quotes is walked as quoted. */
public final class Icmp implements Dissector {
  private static final Protocol P = Protocol.ICMP;
  private static final int HEADER = IcmpQuote.HEADER;
  private static final int ECHO_REPLY = 0;
  private static final int UNREACHABLE = 3;
  private static final int SOURCE_QUENCH = 4;
  private static final int REDIRECT = 5;
  private static final int ECHO = 8;
  private static final int TIME_EXCEEDED = 11;
  private static final int PARAMETER_PROBLEM = 12;
  private static final int FRAGMENTATION_NEEDED = 4;
  private static final long LOW = 0xFFFF_FFFFL;
  private static final long NANOS_A_SECOND = 1_000_000_000;
  private static final long NANOS_A_MICRO = 1_000;
  private static final long MICROS_A_SECOND = 1_000_000;
  private static final long DAY_NANOS = 86_400 * NANOS_A_SECOND;

  private static final IcmpQuote QUOTE =
      new IcmpQuote(P, "icmp", EtherTypes.IPV4, 5, 4, ECHO, ECHO_REPLY);

  private static final String[] UNREACHABLE_CODES = {
    "Network unreachable",
    "Host unreachable",
    "Protocol unreachable",
    "Port unreachable",
    "Fragmentation needed",
    "Source route failed",
    "Destination network unknown",
    "Destination host unknown",
    "Source host isolated",
    "Network administratively prohibited",
    "Host administratively prohibited",
    "Network unreachable for TOS",
    "Host unreachable for TOS",
    "Communication administratively filtered",
    "Host precedence violation",
    "Precedence cutoff in effect"
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
        Field.uint(P, "icmp.type", "Type", Display.DECIMAL, 0, 1).named(Icmp::type),
        Field.uint(P, "icmp.code", "Code", Display.DECIMAL, 1, 1),
        Field.uint(P, "icmp.checksum", "Checksum", Display.HEX, 2, 2),
        ChecksumStatus.field(
            P,
            "icmp.checksum.status",
            "Checksum Status",
            (p, layer) ->
                p.end(layer) - p.offset(layer) < HEADER
                    ? Field.ABSENT
                    : layer == p.find(P)
                        ? ChecksumStatus.verified(p, layer, 0)
                        : ChecksumStatus.UNVERIFIED),
        QUOTE.echo("icmp.ident", "Identifier", Display.DECIMAL, 4),
        QUOTE.echoLittleEndian("icmp.ident_le", "Identifier (LE)", 4),
        QUOTE.echo("icmp.seq", "Sequence Number", Display.DECIMAL, 6),
        QUOTE.echoLittleEndian("icmp.seq_le", "Sequence Number (LE)", 6),
        Field.of(P, "icmp.unused", "Unused", FieldType.BYTES, Icmp::unused),
        dataTime("icmp.data_time", "Timestamp from icmp data", FieldType.ABSOLUTE_TIME, false),
        dataTime(
            "icmp.data_time_relative",
            "Timestamp from icmp data (relative)",
            FieldType.RELATIVE_TIME,
            true),
        Field.number(
                P,
                "icmp.mtu",
                "MTU of next hop",
                FieldType.UINT,
                Display.DECIMAL,
                6,
                2,
                (p, layer) ->
                    IcmpQuote.is(p, layer, UNREACHABLE, HEADER)
                            && code(p, layer) == FRAGMENTATION_NEEDED
                        ? p.bytes(layer).u16(p.offset(layer) + 6)
                        : Field.ABSENT)
            .bits(16),
        QUOTE.address("icmp.redir_gw", "Gateway Address", FieldType.IPV4, REDIRECT, 4, 4));
    fields.addAll(QUOTE.fields());
    Collections.addAll(fields, RelatedFields.echo(P));
    return fields;
  }

  /** The bytes of an error's header that mean nothing in it. */
  private static void unused(Packet p, int layer, FieldValues out) {
    int at = p.offset(layer);
    if (p.end(layer) - at < HEADER) {
      return;
    }
    switch (p.bytes(layer).u8(at)) {
      case UNREACHABLE -> {
        boolean told = p.bytes(layer).u8(at + 5) > 0;
        int size = told || code(p, layer) == FRAGMENTATION_NEEDED ? told ? 1 : 2 : 4;
        out.addRange(at + 4, size);
      }
      case TIME_EXCEEDED -> {
        boolean told = p.bytes(layer).u8(at + 5) > 0;
        out.addRange(at + 4, told ? 1 : 4);
      }
      case SOURCE_QUENCH -> out.addRange(at + 4, 4);
      default -> {}
    }
  }

  /** The time that ping writes at the beginning of its data, where that is likely one. */
  private static Field dataTime(String name, String label, FieldType type, boolean relative) {
    return Field.number(
        P,
        name,
        label,
        type,
        Display.DECIMAL,
        HEADER,
        16,
        (p, layer) -> {
          int at = p.offset(layer) + HEADER;
          if (!QUOTE.isEcho(p, layer) || p.end(layer) - at < 16) {
            return Field.ABSENT;
          }
          long sent = pingTime(p.bytes(layer), at, p.timeNanos());
          return sent == Field.ABSENT || !relative ? sent : p.timeNanos() - sent;
        });
  }

  /** A struct timeval in either byte order within a day of a time, ns; or absent. */
  private static long pingTime(ByteView bytes, int at, long now) {
    long little = Integer.reverseBytes(bytes.i32(at)) & LOW;
    long littleMicros = Integer.reverseBytes(bytes.i32(at + 8)) & LOW;
    long short32 = Integer.reverseBytes(bytes.i32(at + 4)) & LOW;
    long[][] readings = {
      {little, littleMicros},
      {little, short32},
      {bytes.u32(at), bytes.u32(at + 4)},
      {bytes.u32(at + 4), bytes.u32(at + 12)}
    };
    for (long[] reading : readings) {
      long nanos = reading[0] * NANOS_A_SECOND + reading[1] * NANOS_A_MICRO;
      if (reading[1] < MICROS_A_SECOND && Math.abs(now - nanos) < DAY_NANOS) {
        return nanos;
      }
    }
    return Field.ABSENT;
  }

  private static int code(Packet p, int layer) {
    return p.bytes(layer).u8(p.offset(layer) + 1);
  }

  private static @Nullable String type(long type) {
    return switch ((int) type) {
      case ECHO_REPLY -> "Echo (ping) reply";
      case UNREACHABLE -> "Destination unreachable";
      case SOURCE_QUENCH -> "Source quench (flow control)";
      case REDIRECT -> "Redirect";
      case ECHO -> "Echo (ping) request";
      case 9 -> "Router advertisement";
      case 10 -> "Router solicitation";
      case TIME_EXCEEDED -> "Time-to-live exceeded";
      case PARAMETER_PROBLEM -> "Parameter problem";
      case 13 -> "Timestamp request";
      case 14 -> "Timestamp reply";
      case 17 -> "Address mask request";
      case 18 -> "Address mask reply";
      default -> null;
    };
  }

  @Override
  public void register(DissectorTable table) {
    table.ipProtocol(IpProtocols.ICMP, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, HEADER)) {
      return TRUNCATED;
    }
    return switch (packet.bytes().u8(offset)) {
      case UNREACHABLE, SOURCE_QUENCH, REDIRECT, TIME_EXCEEDED, PARAMETER_PROBLEM ->
          QUOTE.dissectError(packet, offset);
      case ECHO, ECHO_REPLY -> IcmpQuote.dissectEcho(packet, offset);
      default -> HEADER;
    };
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    if (packet.end(layer) - packet.offset(layer) < HEADER) {
      return;
    }
    ByteView bytes = packet.bytes(layer);
    int at = packet.offset(layer);
    int type = bytes.u8(at);
    int code = bytes.u8(at + 1);
    String name = type(type);
    out.append(name == null ? "Type " + type : name);
    if (QUOTE.isEcho(packet, layer)) {
      QUOTE.info(packet, layer, out);
    } else if (type == UNREACHABLE && code < UNREACHABLE_CODES.length) {
      out.append(" (").append(UNREACHABLE_CODES[code]).append(')');
    } else if (type == TIME_EXCEEDED) {
      out.append(
          code == 0
              ? " (Time to live exceeded in transit)"
              : " (Fragment reassembly time exceeded)");
    }
  }
}
