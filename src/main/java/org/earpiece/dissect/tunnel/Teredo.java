package org.earpiece.dissect.tunnel;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.EtherTypes;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** IPv6 through UDP and NATs (RFC 4380): authentication and origin, then the packet. */
public final class Teredo implements Dissector {
  private static final Protocol P = Protocol.TEREDO;
  private static final int PORT = 3544;
  private static final int AUTHENTICATION = 0x0001;
  private static final int AUTHENTICATION_FIXED = 4;

  /** Nonce and confirmation byte. */
  private static final int AUTHENTICATION_REST = 9;

  private static final int ORIGIN = 0x0000;
  private static final int ORIGIN_SIZE = 8;
  private static final int IPV6_HEADER = 40;

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
                "teredo.orig.port",
                "Origin UDP port",
                FieldType.UINT,
                (p, layer, out) -> {
                  int at = originAt(p, layer);
                  if (at >= 0) {
                    out.addNumber(p.bytes(layer).u16(at + 2) ^ 0xFFFF, at + 2, 2);
                  }
                })
            .bits(16),
        Field.of(
            P,
            "teredo.auth.nonce",
            "Nonce value",
            FieldType.BYTES,
            (p, layer, out) -> {
              int at = p.offset(layer);
              int size = authentication(p.bytes(layer), at, p.end(layer));
              if (size > 0) {
                out.addRange(at + size - AUTHENTICATION_REST, AUTHENTICATION_REST - 1);
              }
            }));
  }

  private static int originAt(Packet p, int layer) {
    ByteView bytes = p.bytes(layer);
    int at = p.offset(layer) + authentication(bytes, p.offset(layer), p.end(layer));
    return isOrigin(bytes, at, p.end(layer)) ? at : -1;
  }

  /** Bytes of the authentication, or 0 where there is none. */
  private static int authentication(ByteView bytes, int at, int end) {
    if (end - at < AUTHENTICATION_FIXED || bytes.u16(at) != AUTHENTICATION) {
      return 0;
    }
    int size = AUTHENTICATION_FIXED + bytes.u8(at + 2) + bytes.u8(at + 3) + AUTHENTICATION_REST;
    return size <= end - at ? size : 0;
  }

  private static boolean isOrigin(ByteView bytes, int at, int end) {
    return end - at >= ORIGIN_SIZE && bytes.u16(at) == ORIGIN;
  }

  @Override
  public void register(DissectorTable table) {
    table.udpPort(PORT, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    ByteView bytes = packet.bytes();
    int header = authentication(bytes, offset, packet.limit());
    if (isOrigin(bytes, offset + header, packet.limit())) {
      header += ORIGIN_SIZE;
    }
    if (!packet.has(offset + header, IPV6_HEADER)
        || EtherTypes.ofIpVersion(bytes.u8(offset + header)) != EtherTypes.IPV6) {
      return NOT_MINE;
    }
    packet.next(NextHeader.ETHERTYPE, EtherTypes.IPV6);
    return header;
  }
}
