package org.earpiece.dissect.net;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/**
 * What ICMPv6 says of neighbours, routers and groups: neighbour discovery (RFC 4861) and listener
 * reports (RFC 3810 section 5.2).
 */
final class NeighborFields {
  private static final Protocol P = Protocol.ICMPV6;

  /** Options and group records of one message that are looked at. */
  private static final int MAX_ITEMS = 256;

  private static final int ROUTER_SOLICITATION = 133;
  private static final int ROUTER_ADVERTISEMENT = 134;
  private static final int NEIGHBOR_SOLICITATION = 135;
  private static final int NEIGHBOR_ADVERTISEMENT = 136;
  private static final int LISTENER_REPORT = 143;
  private static final int HEADER = 8;
  private static final int ADVERTISEMENT = 16;
  private static final int WITH_TARGET = 24;
  private static final int UNIT = 8;
  private static final int RECORD = 20;
  private static final int SOURCE_ADDRESS = 1;
  private static final int TARGET_ADDRESS = 2;
  private static final int PREFIX = 3;
  private static final int MTU = 5;
  private static final int MAC = 6;

  private NeighborFields() {}

  static List<Field> all() {
    List<Field> fields = new ArrayList<>();
    fields.add(
        Field.of(P, "icmpv6.reserved", "Reserved", FieldType.BYTES, NeighborFields::reserved));
    advertisement(fields);
    options(fields);
    reports(fields);
    return fields;
  }

  private static void advertisement(List<Field> fields) {
    fields.add(
        bits("icmpv6.nd.na.flag", "Flags", FieldType.UINT, NEIGHBOR_ADVERTISEMENT, 4, 4, -1L)
            .shown(Display.HEX));
    fields.add(
        bits(
            "icmpv6.nd.na.flag.rsv",
            "Reserved",
            FieldType.UINT,
            NEIGHBOR_ADVERTISEMENT,
            4,
            4,
            0x1FFFFFFFL));
    fields.add(router("cur_hop_limit", "Cur hop limit", FieldType.UINT, 4, 1, -1L));
    fields.add(router("flag", "Flags", FieldType.UINT, 5, 1, -1L).shown(Display.HEX));
    fields.add(router("flag.m", "Managed address configuration", FieldType.BOOLEAN, 5, 1, 0x80));
    fields.add(router("flag.o", "Other configuration", FieldType.BOOLEAN, 5, 1, 0x40));
    fields.add(router("flag.h", "Home Agent", FieldType.BOOLEAN, 5, 1, 0x20));
    fields.add(router("flag.prf", "Prf (Default Router Preference)", FieldType.UINT, 5, 1, 0x18));
    fields.add(router("flag.p", "Proxy", FieldType.BOOLEAN, 5, 1, 0x04));
    fields.add(router("flag.rsv", "Reserved", FieldType.UINT, 5, 1, 0x03));
    fields.add(router("router_lifetime", "Router lifetime (s)", FieldType.UINT, 6, 2, -1L));
    fields.add(router("reachable_time", "Reachable time (ms)", FieldType.UINT, 8, 4, -1L));
    fields.add(router("retrans_timer", "Retrans timer (ms)", FieldType.UINT, 12, 4, -1L));
  }

  private static Field router(
      String name, String label, FieldType type, int at, int size, long mask) {
    return bits("icmpv6.nd.ra." + name, label, type, ROUTER_ADVERTISEMENT, at, size, mask);
  }

  /** Some bits of a number that messages of one type have. */
  private static Field bits(
      String name, String label, FieldType type, int wanted, int at, int size, long mask) {
    int shift = mask == -1L ? 0 : Long.numberOfTrailingZeros(mask);
    int least = wanted == ROUTER_ADVERTISEMENT ? ADVERTISEMENT : WITH_TARGET;
    return Field.number(
            P,
            name,
            label,
            type,
            Display.DECIMAL,
            at,
            size,
            (p, layer) ->
                IcmpQuote.is(p, layer, wanted, least)
                    ? (p.bytes(layer).unsigned(p.offset(layer) + at, size) & mask) >> shift
                    : Field.ABSENT)
        .bits(size * Byte.SIZE)
        .masked(mask);
  }

  private static void reserved(Packet p, int layer, FieldValues out) {
    int at = p.offset(layer);
    if (p.end(layer) - at < HEADER) {
      return;
    }
    switch (p.bytes(layer).u8(at)) {
      case 1, 3, ROUTER_SOLICITATION, NEIGHBOR_SOLICITATION -> out.addRange(at + 4, 4);
      case LISTENER_REPORT -> out.addRange(at + 4, 2);
      default -> {}
    }
  }

  /** Adds what an option or a record says; it is whole. */
  private interface Reader {
    void read(ByteView bytes, int at, int size, FieldValues out);
  }

  private static void options(List<Field> fields) {
    fields.add(
        option(
            "icmpv6.opt",
            "ICMPv6 Option",
            FieldType.LABEL,
            (b, at, size, out) -> out.addRange(at, size)));
    fields.add(
        option(
                "icmpv6.opt.type",
                "Type",
                FieldType.UINT,
                (b, at, size, out) -> out.addNumber(b.u8(at), at, 1))
            .bits(8));
    fields.add(
        option(
                "icmpv6.opt.length",
                "Length",
                FieldType.UINT,
                (b, at, size, out) -> out.addNumber(b.u8(at + 1), at + 1, 1))
            .bits(8));
    address(fields, "icmpv6.opt.linkaddr", "Link-layer address", SOURCE_ADDRESS, TARGET_ADDRESS);
    address(
        fields,
        "icmpv6.opt.src_linkaddr",
        "Source Link-layer address",
        SOURCE_ADDRESS,
        SOURCE_ADDRESS);
    address(
        fields,
        "icmpv6.opt.target_linkaddr",
        "Target Link-layer address",
        TARGET_ADDRESS,
        TARGET_ADDRESS);
    fields.add(number("icmpv6.opt.mtu", "MTU", MTU, 4, 4));
    fields.add(
        option(
            "icmpv6.opt.reserved",
            "Reserved",
            FieldType.LABEL,
            (b, at, size, out) -> {
              if (b.u8(at) == MTU || (b.u8(at) == PREFIX && size == 4 * UNIT)) {
                out.addRange(b.u8(at) == MTU ? at + 2 : at + 12, b.u8(at) == MTU ? 2 : 4);
              }
            }));
    fields.add(number("icmpv6.opt.prefix.length", "Prefix Length", PREFIX, 2, 1));
    fields.add(number("icmpv6.opt.prefix.valid_lifetime", "Valid Lifetime", PREFIX, 4, 4));
    fields.add(number("icmpv6.opt.prefix.preferred_lifetime", "Preferred Lifetime", PREFIX, 8, 4));
    fields.add(
        option(
            "icmpv6.opt.prefix",
            "Prefix",
            FieldType.IPV6,
            (b, at, size, out) -> {
              if (b.u8(at) == PREFIX && size == 4 * UNIT) {
                out.addRange(at + 16, 16);
              }
            }));
  }

  private static void address(List<Field> fields, String name, String label, int first, int other) {
    fields.add(
        option(
            name,
            label,
            FieldType.BYTES,
            (b, at, size, out) -> {
              if (b.u8(at) == first || b.u8(at) == other) {
                out.addRange(at + 2, MAC);
              }
            }));
  }

  private static Field number(String name, String label, int type, int place, int bytes) {
    return option(
            name,
            label,
            FieldType.UINT,
            (b, at, size, out) -> {
              if (b.u8(at) == type && size >= place + bytes) {
                out.addNumber(b.unsigned(at + place, bytes), at + place, bytes);
              }
            })
        .bits(bytes * Byte.SIZE);
  }

  private static Field option(String name, String label, FieldType type, Reader reader) {
    return Field.of(P, name, label, type, (p, layer, out) -> options(p, layer, reader, out));
  }

  private static void options(Packet p, int layer, Reader reader, FieldValues out) {
    int at = p.offset(layer);
    int end = p.end(layer);
    if (end - at < HEADER) {
      return;
    }
    ByteView bytes = p.bytes(layer);
    at +=
        switch (bytes.u8(at)) {
          case ROUTER_SOLICITATION -> HEADER;
          case ROUTER_ADVERTISEMENT -> ADVERTISEMENT;
          case NEIGHBOR_SOLICITATION, NEIGHBOR_ADVERTISEMENT -> WITH_TARGET;
          default -> end;
        };
    for (int n = 0; n < MAX_ITEMS && end - at >= UNIT; n++) {
      int size = UNIT * bytes.u8(at + 1);
      if (size == 0 || size > end - at) {
        return;
      }
      reader.read(bytes, at, size, out);
      at += size;
    }
  }

  private static void reports(List<Field> fields) {
    fields.add(
        Field.number(
                P,
                "icmpv6.mldr.nb_mcast_records",
                "Number of Multicast Address Records",
                FieldType.UINT,
                Display.DECIMAL,
                6,
                2,
                (p, layer) ->
                    IcmpQuote.is(p, layer, LISTENER_REPORT, HEADER)
                        ? p.bytes(layer).u16(p.offset(layer) + 6)
                        : Field.ABSENT)
            .bits(16));
    fields.add(
        record(
            "icmpv6.mldr.mar",
            "Multicast Address Record",
            FieldType.LABEL,
            (b, at, size, out) -> out.addRange(at, size)));
    fields.add(
        record(
                "icmpv6.mldr.mar.record_type",
                "Record Type",
                FieldType.UINT,
                (b, at, size, out) -> out.addNumber(b.u8(at), at, 1))
            .bits(8));
    fields.add(
        record(
                "icmpv6.mldr.mar.aux_data_len",
                "Aux Data Len",
                FieldType.UINT,
                (b, at, size, out) -> out.addNumber(b.u8(at + 1), at + 1, 1))
            .bits(8));
    fields.add(
        record(
                "icmpv6.mldr.mar.nb_sources",
                "Number of Sources",
                FieldType.UINT,
                (b, at, size, out) -> out.addNumber(b.u16(at + 2), at + 2, 2))
            .bits(16));
    fields.add(
        record(
            "icmpv6.mldr.mar.multicast_address",
            "Multicast Address",
            FieldType.IPV6,
            (b, at, size, out) -> out.addRange(at + 4, 16)));
    fields.add(
        record(
            "icmpv6.mldr.mar.source_address",
            "Source Address",
            FieldType.IPV6,
            (b, at, size, out) -> {
              for (int i = 0; i < b.u16(at + 2); i++) {
                out.addRange(at + RECORD + 16 * i, 16);
              }
            }));
  }

  private static Field record(String name, String label, FieldType type, Reader reader) {
    return Field.of(P, name, label, type, (p, layer, out) -> records(p, layer, reader, out));
  }

  private static void records(Packet p, int layer, Reader reader, FieldValues out) {
    if (!IcmpQuote.is(p, layer, LISTENER_REPORT, HEADER)) {
      return;
    }
    ByteView bytes = p.bytes(layer);
    int count = Math.min(MAX_ITEMS, bytes.u16(p.offset(layer) + 6));
    int at = p.offset(layer) + HEADER;
    for (int n = 0; n < count && p.end(layer) - at >= RECORD; n++) {
      int size = RECORD + 16 * bytes.u16(at + 2) + 4 * bytes.u8(at + 1);
      if (size > p.end(layer) - at) {
        return;
      }
      reader.read(bytes, at, size, out);
      at += size;
    }
  }
}
