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

/** The options of an IPv4 header (RFC 791 section 3.1, RFC 2113). */
final class Ipv4Options {
  private static final Protocol P = Protocol.IPV4;
  private static final int HEADER = 20;
  private static final int END = 0;
  private static final int NO_OPERATION = 1;
  private static final int ROUTER_ALERT = 148;
  private static final int LOOSE_ROUTE = 131;
  private static final int STRICT_ROUTE = 137;
  private static final int RECORD_ROUTE = 7;

  private Ipv4Options() {}

  /** Adds what one option says; it is whole. */
  private interface Reader {
    void read(ByteView bytes, int at, int size, FieldValues out);
  }

  static List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    fields.add(type("ip.opt.type", "Type", FieldType.UINT, 0xFF));
    fields.add(type("ip.opt.type.copy", "Copy on fragmentation", FieldType.BOOLEAN, 0x80));
    fields.add(type("ip.opt.type.class", "Class", FieldType.UINT, 0x60));
    fields.add(type("ip.opt.type.number", "Number", FieldType.UINT, 0x1F));
    fields.add(
        field(
                "ip.opt.len",
                "Length",
                FieldType.UINT,
                (b, at, size, out) -> {
                  if (size > 1) {
                    out.addNumber(size, at + 1, 1);
                  }
                })
            .bits(8));
    fields.add(
        field(
                "ip.opt.ptr",
                "Pointer",
                FieldType.UINT,
                (b, at, size, out) -> {
                  if (isRoute(b.u8(at)) && size >= 3) {
                    out.addNumber(b.u8(at + 2), at + 2, 1);
                  }
                })
            .bits(8));
    fields.add(
        field(
                "ip.opt.ra",
                "Router Alert",
                FieldType.UINT,
                (b, at, size, out) -> {
                  if (b.u8(at) == ROUTER_ALERT && size == 4) {
                    out.addNumber(b.u16(at + 2), at + 2, 2);
                  }
                })
            .bits(16)
            .named(v -> v == 0 ? "Router shall examine packet" : null));
    option(fields, "eol", "End of Options List (EOL)", END);
    option(fields, "nop", "No-Operation (NOP)", NO_OPERATION);
    option(fields, "security", "Security", 130);
    option(fields, "route", "Loose Source Route", LOOSE_ROUTE);
    option(fields, "timestamp", "Time Stamp", 68);
    option(fields, "record_route", "Record Route", RECORD_ROUTE);
    option(fields, "sid", "Stream ID", 136);
    option(fields, "source_route", "Strict Source Route", STRICT_ROUTE);
    option(fields, "traceroute", "Traceroute", 82);
    option(fields, "routeralert", "Router Alert", ROUTER_ALERT);
    option(fields, "qs", "Quick-Start", 25);
    return fields;
  }

  private static boolean isRoute(int type) {
    return type == LOOSE_ROUTE || type == STRICT_ROUTE || type == RECORD_ROUTE;
  }

  private static Field type(String name, String label, FieldType type, int mask) {
    int shift = Integer.numberOfTrailingZeros(mask);
    return field(
            name,
            label,
            type,
            (b, at, size, out) -> out.addNumber((b.u8(at) & mask) >> shift, at, 1))
        .bits(8)
        .masked(mask == 0xFF ? -1L : mask);
  }

  /** All bytes of the options of a type. */
  private static void option(List<Field> fields, String name, String label, int type) {
    fields.add(
        field(
            "ip.options." + name,
            "IP Option - " + label,
            FieldType.BYTES,
            (b, at, size, out) -> {
              if (b.u8(at) == type) {
                out.addRange(at, size);
              }
            }));
  }

  private static Field field(String name, String label, FieldType type, Reader reader) {
    return Field.of(P, name, label, type, (p, layer, out) -> each(p, layer, reader, out))
        .shown(Display.DECIMAL);
  }

  private static void each(Packet p, int layer, Reader reader, FieldValues out) {
    int from = p.offset(layer);
    if (p.end(layer) - from <= HEADER) {
      return;
    }
    ByteView bytes = p.bytes(layer);
    int end = Math.min(p.end(layer), from + 4 * (bytes.u8(from) & 0x0F));
    int at = from + HEADER;
    while (at < end) {
      int type = bytes.u8(at);
      boolean single = type == END || type == NO_OPERATION;
      int size = single ? 1 : at + 2 <= end ? bytes.u8(at + 1) : 0;
      if (size < 1 || (size < 2 && !single) || size > end - at) {
        return;
      }
      reader.read(bytes, at, size, out);
      if (type == END) {
        return;
      }
      at += size;
    }
  }
}
