package org.earpiece.dissect.link;

import java.util.List;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.EtherTypes;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** The control word before an Ethernet frame in a pseudowire (RFC 4448 section 4.6). */
public final class Pseudowire implements Dissector {
  static final int CONTROL_WORD = 4;
  private static final int ETHERNET_HEADER = 14;
  private static final int ETHERNET_TYPE = 12;
  private static final Protocol P = Protocol.PSEUDOWIRE;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.protocol(P),
        Field.uint(
            P, "pweth.cw.sequence_number", "PW sequence number (ethernet)", Display.DECIMAL, 2, 2));
  }

  /** Whether the bytes can be an Ethernet frame: a known ethertype, or a length that fits. */
  static boolean isEthernet(Packet packet, int at) {
    if (!packet.has(at, ETHERNET_HEADER)) {
      return false;
    }
    int type = packet.bytes().u16(at + ETHERNET_TYPE);
    return type < EtherTypes.LEAST
        ? packet.has(at + ETHERNET_HEADER, type)
        : EtherTypes.name(type) != null;
  }

  @Override
  public void register(DissectorTable table) {}

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, CONTROL_WORD)) {
      return TRUNCATED;
    }
    packet.next(NextHeader.PROTOCOL, Protocol.ETHERNET.ordinal());
    return CONTROL_WORD;
  }
}
