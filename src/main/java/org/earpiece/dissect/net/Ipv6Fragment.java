package org.earpiece.dissect.net;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.ReassemblyFields;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** The fragment header of IPv6 (RFC 8200 section 4.5). */
public final class Ipv6Fragment implements Dissector {
  private static final Protocol P = Protocol.IPV6_FRAGMENT;
  private static final int SIZE = 8;
  private static final int OFFSET = 0xFFF8;
  private static final int RESERVED = 0x0006;

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
        Field.uint(P, "ipv6.fraghdr.nxt", "Next header", Display.DECIMAL, 0, 1)
            .named(IpProtocols::name),
        Field.bits(
            P, "ipv6.fraghdr.offset", "Offset", FieldType.UINT, Display.DECIMAL, 2, 2, OFFSET),
        Field.bits(
            P, "ipv6.fraghdr.more", "More Fragments", FieldType.BOOLEAN, Display.DECIMAL, 2, 2, 1),
        Field.uint(P, "ipv6.fraghdr.reserved_octet", "Reserved octet", Display.HEX, 1, 1),
        Field.bits(
            P,
            "ipv6.fraghdr.reserved_bits",
            "Reserved bits",
            FieldType.UINT,
            Display.DECIMAL,
            2,
            2,
            RESERVED),
        Field.uint(P, "ipv6.fraghdr.ident", "Identification", Display.HEX, 4, 4));
    fields.addAll(ReassemblyFields.of(P, "ipv6", "IPv6", FieldType.LABEL));
    return fields;
  }

  @Override
  public void register(DissectorTable table) {
    table.ipProtocol(IpProtocols.FRAGMENT, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, SIZE)) {
      return TRUNCATED;
    }
    ByteView bytes = packet.bytes();
    int next = bytes.u8(offset);
    int field = bytes.u16(offset + 2);
    boolean more = (field & 1) != 0;
    if ((field & OFFSET) != 0 || more) {
      packet.fragment().set(bytes.u32(offset + 4), field & OFFSET, more);
      packet.next(NextHeader.IP_FRAGMENT, next);
    } else if (next != IpProtocols.NO_NEXT) { // an atomic fragment (RFC 6946) is the whole
      packet.next(NextHeader.IP_PROTOCOL, next);
    }
    return SIZE;
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    int at = packet.offset(layer);
    if (packet.end(layer) - at < SIZE) {
      return;
    }
    ByteView bytes = packet.bytes(layer);
    int field = bytes.u16(at + 2);
    out.append("IPv6 fragment (off=").append(field & OFFSET);
    out.append(" more=").append((field & 1) != 0 ? "y" : "n");
    out.append(String.format(" ident=0x%08x", bytes.i32(at + 4)));
    out.append(" nxt=").append(bytes.u8(at)).append(')');
  }
}
