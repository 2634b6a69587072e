package org.earpiece.dissect.app;

import java.util.List;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.packet.Field;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** The domain name system (RFC 1035), over UDP and, where a message is whole in a segment, TCP. */
public final class Dns implements Dissector {
  private static final int PORT = 53;

  @Override
  public Protocol protocol() {
    return Protocol.DNS;
  }

  @Override
  public List<Field> fields() {
    return DnsFields.of(Protocol.DNS);
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
