package org.earpiece.dissect.app;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.packet.Field;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/**
 * The domain name system (RFC 1035), and what has its messages on ports of its own. Over TCP the
 * length of a message stands before it (section 4.2.2).
 */
public final class Dns implements Dissector {
  private final Protocol protocol;
  private final int port;
  private final boolean tcp;

  private Dns(Protocol protocol, int port, boolean tcp) {
    this.protocol = protocol;
    this.port = port;
    this.tcp = tcp;
  }

  /** DNS itself. */
  public static Dns unicast() {
    return new Dns(Protocol.DNS, 53, true);
  }

  /** Multicast DNS (RFC 6762). */
  public static Dns multicast() {
    return new Dns(Protocol.MDNS, 5353, false);
  }

  /** Link-local multicast name resolution (RFC 4795). */
  public static Dns linkLocal() {
    return new Dns(Protocol.LLMNR, 5355, true);
  }

  @Override
  public Protocol protocol() {
    return protocol;
  }

  @Override
  public List<Field> fields() {
    return DnsFields.of(protocol);
  }

  @Override
  public void register(DissectorTable table) {
    table.udpPort(port, this);
    if (tcp) {
      table.tcpPort(port, this);
    }
  }

  @Override
  public int dissect(Packet packet, int offset) {
    return DnsMessage.dissect(packet, offset);
  }

  @Override
  public int streamLength(ByteView bytes, int from, int to) {
    return DnsMessage.streamLength(bytes, from, to);
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
