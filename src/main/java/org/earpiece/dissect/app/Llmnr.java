package org.earpiece.dissect.app;

import java.util.List;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.packet.Field;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** Link-local multicast name resolution (RFC 4795). */
public final class Llmnr implements Dissector {
  private static final int PORT = 5355;

  @Override
  public Protocol protocol() {
    return Protocol.LLMNR;
  }

  @Override
  public List<Field> fields() {
    return DnsFields.of(Protocol.LLMNR);
  }

  @Override
  public void register(DissectorTable table) {
    table.udpPort(PORT, this);
    table.tcpPort(PORT, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    return DnsMessage.dissect(packet, offset);
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    DnsMessage.info(packet, layer, out);
  }

  @Override
  public String title(Packet packet, int layer) {
    return DnsMessage.title(packet, layer);
  }
}
