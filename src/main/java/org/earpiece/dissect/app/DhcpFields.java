package org.earpiece.dissect.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** The fields of {@link Dhcp}. */
final class DhcpFields {
  private static final Protocol P = Dhcp.P;
  private static final int HARDWARE_ADDRESS = 28;
  private static final int SERVER_NAME = 44;
  private static final int SERVER_NAME_SIZE = 64;
  private static final int FILE = 108;
  private static final int FILE_SIZE = 128;

  /** RFC 3361: how the servers are written. */
  private static final int SIP_SERVERS = 120;

  private static final int AS_NAMES = 0;
  private static final int AS_ADDRESSES = 1;

  private DhcpFields() {}

  static List<Field> all() {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.protocol(P));
    header(fields);
    lease(fields);
    provisioning(fields);
    return fields;
  }

  private static void header(List<Field> fields) {
    Collections.addAll(
        fields,
        number("dhcp.type", "Message type", Display.DECIMAL, 0, 1).named(Dhcp::operation),
        number("dhcp.hw.type", "Hardware type", Display.HEX, 1, 1)
            .named(v -> v == Dhcp.ETHERNET ? "Ethernet" : null),
        number("dhcp.hw.len", "Hardware address length", Display.DECIMAL, 2, 1),
        number("dhcp.hops", "Hops", Display.DECIMAL, 3, 1),
        number("dhcp.id", "Transaction ID", Display.HEX, 4, 4),
        number("dhcp.secs", "Seconds elapsed", Display.DECIMAL, 8, 2),
        number("dhcp.flags", "Bootp flags", Display.HEX, 10, 2),
        Field.bits(
            P,
            "dhcp.flags.bc",
            "Broadcast flag",
            FieldType.BOOLEAN,
            Display.DECIMAL,
            10,
            2,
            0x8000),
        Field.range(P, "dhcp.ip.client", "Client IP address", FieldType.IPV4, 12, 4),
        Field.range(P, "dhcp.ip.your", "Your (client) IP address", FieldType.IPV4, 16, 4),
        Field.range(P, "dhcp.ip.server", "Next server IP address", FieldType.IPV4, 20, 4),
        Field.range(P, "dhcp.ip.relay", "Relay agent IP address", FieldType.IPV4, 24, 4),
        Field.of(
            P,
            "dhcp.hw.mac_addr",
            "Client MAC address",
            FieldType.ETHER,
            (p, layer, out) -> {
              int at = p.offset(layer);
              if (p.end(layer) - at >= Dhcp.FIXED && p.bytes(layer).u16(at + 1) == 0x0106) {
                out.addRange(at + HARDWARE_ADDRESS, 6);
              }
            }),
        zeroEnded("dhcp.server", "Server host name", SERVER_NAME, SERVER_NAME_SIZE),
        zeroEnded("dhcp.file", "Boot file name", FILE, FILE_SIZE),
        Field.range(P, "dhcp.cookie", "Magic cookie", FieldType.IPV4, Dhcp.COOKIE_AT, 4));
  }

  private static Field number(String name, String label, Display display, int at, int size) {
    return Field.uint(P, name, label, display, at, size);
  }

  /** Text in a part of the header; empty where nothing is given. */
  private static Field zeroEnded(String name, String label, int at, int size) {
    return Field.of(
        P,
        name,
        label,
        FieldType.STRING,
        (p, layer, out) -> {
          int from = p.offset(layer) + at;
          if (from + size <= p.end(layer)) {
            out.addRange(from, textLength(p.bytes(layer), from, size));
          }
        });
  }

  /** Bytes up to a zero. */
  private static int textLength(ByteView bytes, int at, int size) {
    int zero = bytes.indexOf((byte) 0, at, at + size);
    return zero < 0 ? size : zero - at;
  }

  private static void lease(List<Field> fields) {
    Collections.addAll(
        fields,
        Field.of(
                P,
                "dhcp.option.type",
                "Option",
                FieldType.UINT,
                (p, layer, out) ->
                    Dhcp.each(p, layer, (type, value, size) -> out.addNumber(type, value - 2, 1)))
            .bits(8),
        option("dhcp.option.dhcp", "DHCP", FieldType.UINT, Dhcp.MESSAGE_TYPE, 1)
            .bits(8)
            .named(Dhcp::typeName),
        option("dhcp.option.subnet_mask", "Subnet Mask", FieldType.IPV4, 1, 4),
        option("dhcp.option.router", "Router", FieldType.IPV4, 3, 4),
        option("dhcp.option.domain_name_server", "Domain Name Server", FieldType.IPV4, 6, 4),
        text("dhcp.option.hostname", "Host Name", 12),
        text("dhcp.option.domain_name", "Domain Name", 15),
        option("dhcp.option.requested_ip_address", "Requested IP Address", FieldType.IPV4, 50, 4),
        option("dhcp.option.ip_address_lease_time", "IP Address Lease Time", FieldType.UINT, 51, 4),
        option("dhcp.option.dhcp_server_id", "DHCP Server Identifier", FieldType.IPV4, 54, 4),
        option(
                "dhcp.option.request_list_item",
                "Parameter Request List Item",
                FieldType.UINT,
                55,
                1)
            .bits(8),
        text("dhcp.option.message", "Message", 56));
  }

  private static void provisioning(List<Field> fields) {
    Collections.addAll(
        fields,
        text("dhcp.option.vendor_class_id", "Vendor class identifier", 60),
        text("dhcp.option.tftp_server_name", "TFTP Server Name", 66),
        text("dhcp.option.bootfile_name", "Bootfile name", 67),
        Field.of(
                P,
                "dhcp.option.sip_server.encoding",
                "SIP Server Encoding",
                FieldType.UINT,
                (p, layer, out) ->
                    Dhcp.each(
                        p,
                        layer,
                        (type, value, size) -> {
                          if (type == SIP_SERVERS && size > 0) {
                            out.addNumber(p.bytes(layer).u8(value), value, 1);
                          }
                        }))
            .bits(8),
        Field.of(
            P,
            "dhcp.option.sip_server.name",
            "SIP Server Name",
            FieldType.STRING,
            (p, layer, out) ->
                Dhcp.each(
                    p, layer, (type, value, size) -> sipNames(p, layer, type, value, size, out))),
        Field.of(
            P,
            "dhcp.option.sip_server.address",
            "SIP Server Address",
            FieldType.IPV4,
            (p, layer, out) ->
                Dhcp.each(
                    p,
                    layer,
                    (type, value, size) -> {
                      if (isSip(p, layer, type, value, size, AS_ADDRESSES)) {
                        ranges(value + 1, size - 1, 4, out);
                      }
                    })),
        option("dhcp.option.tftp_server_address", "TFTP Server Address", FieldType.IPV4, 150, 4));
  }

  private static boolean isSip(Packet p, int layer, int type, int value, int size, int encoding) {
    return type == SIP_SERVERS && size > 1 && p.bytes(layer).u8(value) == encoding;
  }

  private static void sipNames(
      Packet p, int layer, int type, int value, int size, FieldValues out) {
    if (!isSip(p, layer, type, value, size, AS_NAMES)) {
      return;
    }
    ByteView bytes = p.bytes(layer);
    int at = value + 1;
    while (at < value + size) {
      int end = DnsNames.end(bytes, at, value + size);
      if (end == DnsNames.BROKEN) {
        return;
      }
      out.addText(DnsNames.text(bytes, value + 1, at, end), at, end - at);
      at = end;
    }
  }

  /** The values of an option, each of {@code size} bytes: numbers or addresses. */
  private static Field option(String name, String label, FieldType type, int option, int width) {
    return Field.of(
        P,
        name,
        label,
        type,
        (p, layer, out) ->
            Dhcp.each(
                p,
                layer,
                (found, value, size) -> {
                  if (found != option) {
                    return;
                  }
                  if (type == FieldType.IPV4) {
                    ranges(value, size, width, out);
                    return;
                  }
                  for (int at = value; at + width <= value + size; at += width) {
                    out.addNumber(p.bytes(layer).unsigned(at, width), at, width);
                  }
                }));
  }

  private static void ranges(int from, int size, int width, FieldValues out) {
    for (int at = from; at + width <= from + size; at += width) {
      out.addRange(at, width);
    }
  }

  private static Field text(String name, String label, int option) {
    return Field.of(
        P,
        name,
        label,
        FieldType.STRING,
        (p, layer, out) ->
            Dhcp.each(
                p,
                layer,
                (found, value, size) -> {
                  if (found == option) {
                    out.addRange(value, textLength(p.bytes(layer), value, size));
                  }
                }));
  }
}
