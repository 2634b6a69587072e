package org.earpiece.dissect.tunnel;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.net.IpProtocols;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldText;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** The authentication header of IPsec (RFC 4302): what is behind it is in clear. */
public final class Ah implements Dissector {
  private static final Protocol P = Protocol.AH;
  private static final int FIXED = 12;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.protocol(P),
        Field.uint(P, "ah.next_header", "Next header", Display.DECIMAL, 0, 1)
            .named(IpProtocols::name),
        Field.uint(P, "ah.length", "Length", Display.DECIMAL, 1, 1),
        Field.range(P, "ah.reserved", "Reserved", FieldType.BYTES, 2, 2),
        Field.uint(P, "ah.spi", "AH SPI", Display.HEX, 4, 4),
        Field.uint(P, "ah.sequence", "AH Sequence", Display.DECIMAL, 8, 4),
        Field.of(
            P,
            "ah.icv",
            "AH ICV",
            FieldType.BYTES,
            (p, layer, out) -> {
              int at = p.offset(layer);
              if (p.end(layer) - at > FIXED) {
                int size = Math.min(header(p.bytes(layer), at), p.end(layer) - at) - FIXED;
                if (size > 0) {
                  out.addRange(at + FIXED, size);
                }
              }
            }));
  }

  private static int header(ByteView bytes, int at) {
    return 4 * (bytes.u8(at + 1) + 2);
  }

  @Override
  public void register(DissectorTable table) {
    table.ipProtocol(IpProtocols.AH, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, FIXED)) {
      return TRUNCATED;
    }
    int header = header(packet.bytes(), offset);
    if (header < FIXED) {
      packet.markMalformed();
      return FIXED;
    }
    if (!packet.has(offset, header)) {
      return TRUNCATED;
    }
    packet.next(NextHeader.IP_PROTOCOL, packet.bytes().u8(offset));
    return header;
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    int at = packet.offset(layer);
    if (packet.end(layer) - at >= FIXED) {
      out.append("AH (SPI=").append(FieldText.hex(packet.bytes(layer).u32(at + 4), 4)).append(')');
    }
  }
}
