package org.earpiece.dissect.voip.hep;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** The fields of HEP: its chunks. */
final class HepFields {
  private static final Protocol P = Protocol.HEP;
  private static final long SECOND = 1_000_000_000L;
  private static final long MICROSECOND = 1_000L;

  private HepFields() {}

  static List<Field> all() {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.protocol(P));
    fields.add(Field.range(P, "hep.id", "Identifier", FieldType.STRING, 0, 4));
    fields.add(Field.uint(P, "hep.length", "Length", Display.DECIMAL, 4, 2));
    fields.add(
        number("hep.ip_family", "IP protocol family", Hep.FAMILY, 1)
            .named(v -> v == 2 ? "IPv4" : v == 10 ? "IPv6" : null));
    fields.add(
        number("hep.ip_proto", "IP protocol", Hep.PROTOCOL, 1)
            .named(v ->
                switch ((int) v) {
                  case 6 -> "TCP";
                  case 17 -> "UDP";
                  case 132 -> "SCTP";
                  default -> null;
                }));
    fields.add(range("hep.src_ipv4", "Source address", FieldType.IPV4, Hep.SOURCE_V4));
    fields.add(range("hep.dst_ipv4", "Destination address", FieldType.IPV4, Hep.DESTINATION_V4));
    fields.add(range("hep.src_ipv6", "Source address", FieldType.IPV6, Hep.SOURCE_V6));
    fields.add(range("hep.dst_ipv6", "Destination address", FieldType.IPV6, Hep.DESTINATION_V6));
    fields.add(number("hep.src_port", "Source port", Hep.SOURCE_PORT, 2));
    fields.add(number("hep.dst_port", "Destination port", Hep.DESTINATION_PORT, 2));
    fields.add(
        Field.of(P, "hep.time", "Captured at", FieldType.ABSOLUTE_TIME, HepFields::time)
            .asGenerated());
    fields.add(number("hep.time.sec", "Timestamp, seconds", Hep.SECONDS, 4));
    fields.add(number("hep.time.usec", "Timestamp, microseconds", Hep.MICROSECONDS, 4));
    fields.add(
        number("hep.payload_type", "Payload type", Hep.PAYLOAD_TYPE, 1).named(Hep::payloadName));
    fields.add(number("hep.capture_id", "Capture agent", Hep.AGENT, 4));
    fields.add(number("hep.keep_alive", "Keep-alive timer", Hep.KEEP_ALIVE, 2));
    fields.add(range("hep.auth_key", "Authentication key", FieldType.STRING, Hep.AUTHENTICATION));
    fields.add(range("hep.correlation_id", "Correlation", FieldType.STRING, Hep.CORRELATION));
    fields.add(number("hep.vlan", "VLAN", Hep.VLAN, 2));
    fields.add(range("hep.node_name", "Capture node", FieldType.STRING, Hep.NODE));
    fields.add(range("hep.payload", "Payload", FieldType.STRING, Hep.PAYLOAD));
    fields.add(
        range(
            "hep.compressed_payload",
            "Compressed payload",
            FieldType.BYTES,
            Hep.COMPRESSED_PAYLOAD));
    return fields;
  }

  private static HepChunks chunks(Packet p, int layer) {
    return new HepChunks().begin(p.bytes(layer), p.offset(layer) + Hep.HEADER, p.end(layer));
  }

  private static Field number(String name, String label, int type, int size) {
    return Field.of(
            P,
            name,
            label,
            FieldType.UINT,
            (p, layer, out) -> {
              HepChunks chunks = chunks(p, layer);
              while (chunks.next()) {
                if (chunks.type() == type && chunks.size() == size) {
                  int at = chunks.valueStart();
                  out.addNumber(p.bytes(layer).unsigned(at, size), at, size);
                }
              }
            })
        .bits(Byte.SIZE * size);
  }

  private static Field range(String name, String label, FieldType type, int chunk) {
    return Field.of(
        P,
        name,
        label,
        type,
        (p, layer, out) -> {
          HepChunks chunks = chunks(p, layer);
          while (chunks.next()) {
            if (chunks.type() == chunk && fits(type, chunks.size())) {
              out.addRange(chunks.valueStart(), chunks.size());
            }
          }
        });
  }

  private static boolean fits(FieldType type, int size) {
    return switch (type) {
      case IPV4 -> size == 4;
      case IPV6 -> size == 16;
      default -> size > 0;
    };
  }

  private static void time(Packet p, int layer, FieldValues out) {
    ByteView bytes = p.bytes(layer);
    HepChunks chunks = chunks(p, layer);
    long nanos = -1;
    int from = 0;
    int to = 0;
    while (chunks.next()) {
      int at = chunks.valueStart();
      if (chunks.type() == Hep.SECONDS && chunks.size() == 4) {
        nanos = bytes.u32(at) * SECOND;
        from = at;
        to = chunks.valueEnd();
      } else if (chunks.type() == Hep.MICROSECONDS && chunks.size() == 4 && nanos >= 0) {
        nanos += bytes.u32(at) * MICROSECOND;
        to = chunks.valueEnd();
      }
    }
    if (nanos >= 0) {
      out.addNumber(nanos, from, to - from);
    }
  }
}
