package org.earpiece.dissect.net;

import java.util.List;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/**
 * What the headers of both versions of IP have in common: two addresses at fixed places.
 *
 * @param size bytes of the header without options
 * @param src where the source address is
 * @param dst where the destination address is
 * @param addressType of {@code addressSize} bytes
 */
record IpHeader(
    Protocol protocol, int size, int src, int dst, FieldType addressType, int addressSize) {

  /** The fields of the addresses. Names are not looked up: a host is its address as text. */
  List<Field> addresses() {
    String name = protocol.filterName();
    return List.of(
        Field.range(protocol, name + ".src", "Source Address", addressType, src, addressSize),
        Field.range(protocol, name + ".dst", "Destination Address", addressType, dst, addressSize),
        Field.of(
                protocol,
                name + ".addr",
                "Source or Destination Address",
                addressType,
                (p, layer, out) -> {
                  if (isWhole(p, layer)) {
                    out.addRange(p.offset(layer) + src, addressSize);
                    out.addRange(p.offset(layer) + dst, addressSize);
                  }
                })
            .asHidden(),
        host(name + ".src_host", "Source Host", true, false),
        host(name + ".dst_host", "Destination Host", false, true),
        host(name + ".host", "Source or Destination Host", true, true));
  }

  private Field host(String name, String label, boolean source, boolean destination) {
    return Field.of(
            protocol,
            name,
            label,
            FieldType.STRING,
            (p, layer, out) -> {
              if (source && isWhole(p, layer)) {
                out.addText(address(p, layer, src), p.offset(layer) + src, addressSize);
              }
              if (destination && isWhole(p, layer)) {
                out.addText(address(p, layer, dst), p.offset(layer) + dst, addressSize);
              }
            })
        .asHidden();
  }

  boolean isWhole(Packet p, int layer) {
    return p.end(layer) - p.offset(layer) >= size;
  }

  private String address(Packet p, int layer, int at) {
    int from = p.offset(layer) + at;
    return addressType == FieldType.IPV4
        ? IpAddress.text(0, IpAddress.v4(p.bytes(layer).u32(from)))
        : IpAddress.text(p.bytes(layer).i64(from), p.bytes(layer).i64(from + 8));
  }

  /** The line of the layer: {@code Internet Protocol Version 4, Src: 192.0.2.1, Dst: 192.0.2.2}. */
  String title(Packet p, int layer) {
    return isWhole(p, layer)
        ? protocol.title() + ", Src: " + address(p, layer, src) + ", Dst: " + address(p, layer, dst)
        : protocol.title();
  }

  /**
   * Ends the layer where its header says, {@code length} bytes from {@code offset}; marks the
   * packet where that is behind the bytes that are there.
   */
  static void limit(Packet packet, int offset, int length) {
    if (!packet.has(offset, length) && !packet.quoted()) {
      packet.markTruncated();
    }
    packet.limit(offset + length);
  }
}
