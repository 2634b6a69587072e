package org.earpiece.dissect.net;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldText;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/**
 * An extension header of IPv6 that says how long it is and what follows (RFC 8200 section 4). Each
 * is a layer of its own, so that a chain is as long as a packet may have layers.
 */
public final class Ipv6Extension implements Dissector {
  private static final int UNIT = 8;

  private final Protocol protocol;
  private final int number;

  private Ipv6Extension(Protocol protocol, int number) {
    this.protocol = protocol;
    this.number = number;
  }

  /** Options for every router on the way (section 4.3). */
  public static Ipv6Extension hopByHop() {
    return new Ipv6Extension(Protocol.IPV6_HOP_BY_HOP, IpProtocols.HOP_BY_HOP);
  }

  /** Stations on the way (section 4.4). */
  public static Ipv6Extension routing() {
    return new Ipv6Extension(Protocol.IPV6_ROUTING, IpProtocols.ROUTING);
  }

  /** Options for the destination (section 4.6). */
  public static Ipv6Extension destination() {
    return new Ipv6Extension(Protocol.IPV6_DESTINATION, IpProtocols.DESTINATION_OPTIONS);
  }

  @Override
  public Protocol protocol() {
    return protocol;
  }

  @Override
  public List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.protocol(protocol));
    fields.add(number("nxt", "Next Header", 0).named(IpProtocols::name));
    fields.add(number("len", "Length", 1));
    fields.add(
        Field.number(
                protocol,
                protocol.filterName() + ".len_oct",
                "Length in bytes",
                FieldType.UINT,
                Display.DECIMAL,
                1,
                1,
                (p, layer) -> {
                  int at = p.offset(layer) + 1;
                  return at < p.end(layer) ? UNIT * (p.bytes(layer).u8(at) + 1L) : Field.ABSENT;
                })
            .asGenerated());
    if (protocol == Protocol.IPV6_ROUTING) {
      fields.add(number("type", "Type", 2));
      fields.add(number("segleft", "Segments Left", 3));
    } else {
      fields.addAll(Ipv6Options.of(protocol));
    }
    return fields;
  }

  private Field number(String name, String label, int at) {
    return Field.uint(protocol, protocol.filterName() + "." + name, label, Display.DECIMAL, at, 1);
  }

  @Override
  public void register(DissectorTable table) {
    table.ipProtocol(number, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, UNIT)) {
      return TRUNCATED;
    }
    int size = UNIT * (packet.bytes().u8(offset + 1) + 1);
    if (!packet.has(offset, size)) {
      return TRUNCATED;
    }
    int next = packet.bytes().u8(offset);
    if (next != IpProtocols.NO_NEXT) {
      packet.next(NextHeader.IP_PROTOCOL, next);
    }
    return size;
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    int at = packet.offset(layer);
    if (at < packet.end(layer)) {
      int next = packet.bytes(layer).u8(at);
      String name = IpProtocols.name(next);
      out.append(name == null ? FieldText.hex(next, 1) : name);
    }
  }
}
