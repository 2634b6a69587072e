package org.earpiece.dissect.tunnel;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** IPsec in UDP (RFC 3948): ESP, IKE behind a marker, or a byte that keeps a NAT's binding. */
public final class UdpEncap implements Dissector {
  private static final Protocol P = Protocol.UDP_ENCAP;
  private static final int PORT = 4500;
  private static final int KEEPALIVE = 0xFF;
  private static final int MARKER = 4;
  private static final int LEAST_ESP = 8;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.protocol(P),
        Field.of(
            P,
            "udpencap.nat_keepalive",
            "NAT-keepalive packet",
            FieldType.BYTES,
            (p, layer, out) -> {
              if (isKeepalive(p.bytes(layer), p.offset(layer), p.end(layer))) {
                out.addRange(p.offset(layer), 1);
              }
            }),
        Field.of(
            P,
            "udpencap.non_esp_marker",
            "Non-ESP Marker",
            FieldType.BYTES,
            (p, layer, out) -> {
              if (isMarked(p.bytes(layer), p.offset(layer), p.end(layer))) {
                out.addRange(p.offset(layer), MARKER);
              }
            }));
  }

  private static boolean isKeepalive(ByteView bytes, int at, int end) {
    return end - at == 1 && bytes.u8(at) == KEEPALIVE;
  }

  private static boolean isMarked(ByteView bytes, int at, int end) {
    return end - at >= MARKER && bytes.i32(at) == 0;
  }

  @Override
  public void register(DissectorTable table) {
    table.udpPort(PORT, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    ByteView bytes = packet.bytes();
    int end = packet.limit();
    if (isKeepalive(bytes, offset, end)) {
      return 1;
    }
    if (isMarked(bytes, offset, end)) {
      if (end - offset > MARKER) {
        packet.next(NextHeader.PROTOCOL, Protocol.DATA.ordinal());
      }
      return MARKER;
    }
    if (end - offset < LEAST_ESP) {
      return NOT_MINE;
    }
    packet.next(NextHeader.PROTOCOL, Protocol.ESP.ordinal());
    return 0;
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    int at = packet.offset(layer);
    out.append(
        isKeepalive(packet.bytes(layer), at, packet.end(layer)) ? "NAT-keepalive" : "ISAKMP");
  }
}
