package org.earpiece.dissect.tunnel;

import java.util.List;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** Ethernet within IP (RFC 3378). */
public final class EtherIp implements Dissector {
  private static final Protocol P = Protocol.ETHERIP;
  private static final int NUMBER = 97;
  private static final int HEADER = 2;
  private static final int VERSION = 3;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.protocol(P),
        Field.bits(P, "etherip.ver", "Version", FieldType.UINT, Display.DECIMAL, 0, 2, 0xF000),
        Field.bits(P, "etherip.reserved", "Reserved", FieldType.UINT, Display.HEX, 0, 2, 0xFFF));
  }

  @Override
  public void register(DissectorTable table) {
    table.ipProtocol(NUMBER, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, HEADER)) {
      return TRUNCATED;
    }
    if (packet.bytes().u8(offset) >> 4 != VERSION) {
      packet.markMalformed();
      return HEADER;
    }
    packet.next(NextHeader.PROTOCOL, Protocol.ETHERNET.ordinal());
    return HEADER;
  }
}
