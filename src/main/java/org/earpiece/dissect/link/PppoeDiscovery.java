package org.earpiece.dissect.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.EtherTypes;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** The discovery stage of PPP over Ethernet (RFC 2516 section 5) with its tags. */
public final class PppoeDiscovery implements Dissector {
  private static final Protocol P = Protocol.PPPOED;
  private static final int TAG_HEADER = 4;
  private static final int END_OF_LIST = 0;
  private static final int AC_NAME = 0x0102;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.protocol(P));
    fields.addAll(Pppoe.fields(P));
    Collections.addAll(
        fields,
        tag("service_name", "Service-Name", FieldType.STRING, 0x0101),
        tag("ac_name", "AC-Name", FieldType.STRING, AC_NAME),
        tag("host_uniq", "Host-Uniq", FieldType.BYTES, 0x0103),
        tag("ac_cookie", "AC-Cookie", FieldType.BYTES, 0x0104),
        tag("relay_session_id", "Relay-Session-Id", FieldType.BYTES, 0x0110),
        tag("max_payload", "PPP-Max-Payload", FieldType.BYTES, 0x0120),
        tag("service_name_error", "Service-Name-Error", FieldType.STRING, 0x0201),
        tag("ac_system_error", "AC-System-Error", FieldType.STRING, 0x0202),
        tag("generic_error", "Generic-Error", FieldType.STRING, 0x0203));
    return fields;
  }

  /** The value of every tag of a type. */
  private static Field tag(String name, String label, FieldType fieldType, int type) {
    return Field.of(
        P,
        "pppoed.tags." + name,
        label,
        fieldType,
        (p, layer, out) -> {
          ByteView bytes = p.bytes(layer);
          int end = p.end(layer);
          int at = first(p, layer);
          while (isTag(bytes, at, end)) {
            int size = bytes.u16(at + 2);
            if (bytes.u16(at) == type && size > 0) {
              out.addRange(at + TAG_HEADER, size);
            }
            at += TAG_HEADER + size;
          }
        });
  }

  private static int first(Packet p, int layer) {
    return p.offset(layer) + Pppoe.HEADER;
  }

  private static boolean isTag(ByteView bytes, int at, int end) {
    return end - at >= TAG_HEADER
        && bytes.u16(at) != END_OF_LIST
        && bytes.u16(at + 2) <= end - at - TAG_HEADER;
  }

  @Override
  public void register(DissectorTable table) {
    table.ethertype(EtherTypes.PPPOE_DISCOVERY, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    return Pppoe.dissect(packet, offset);
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    if (!Pppoe.whole(packet, layer)) {
      return;
    }
    ByteView bytes = packet.bytes(layer);
    String code = Pppoe.code(bytes, packet.offset(layer));
    out.append(code == null ? "Unknown code" : code);
    int end = packet.end(layer);
    int at = first(packet, layer);
    while (isTag(bytes, at, end)) {
      int size = bytes.u16(at + 2);
      if (bytes.u16(at) == AC_NAME) {
        out.append(" AC-Name='").append(bytes.utf8(at + TAG_HEADER, size)).append('\'');
      }
      at += TAG_HEADER + size;
    }
  }
}
