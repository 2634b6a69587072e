package org.earpiece.dissect.app;

import java.util.List;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.packet.Field;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** Multicast DNS (RFC 6762). */
public final class Mdns implements Dissector {
  private static final int PORT = 5353;

  @Override
  public Protocol protocol() {
    return Protocol.MDNS;
  }

  @Override
  public List<Field> fields() {
    return DnsFields.of(Protocol.MDNS);
  }

  @Override
  public void register(DissectorTable table) {
    table.udpPort(PORT, this);
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
