package org.earpiece.dissect;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Transport;
import org.jspecify.annotations.Nullable;

/**
 * Leads from a key in one layer to the dissector of the next: link type, ethertype, IP protocol,
 * port, media type; and holds the heuristics in their order. Filled once at start, then read by any
 * thread.
 */
public final class DissectorTable {
  private final EnumMap<LinkType, Dissector> links = new EnumMap<>(LinkType.class);
  private final @Nullable Dissector[] ethertypes = new Dissector[1 << 16];
  private final @Nullable Dissector[] ipProtocols = new Dissector[256];
  private final @Nullable Dissector[] llcSaps = new Dissector[256];
  private final @Nullable Dissector[] pppProtocols = new Dissector[1 << 16];
  private final @Nullable Dissector[] sctpPayloads = new Dissector[256];
  private final @Nullable Dissector[] udpPorts = new Dissector[1 << 16];
  private final @Nullable Dissector[] tcpPorts = new Dissector[1 << 16];
  private static final @Nullable Dissector[] NONE_CHOSEN = {};

  private final @Nullable Dissector[] chosenUdp;
  private final @Nullable Dissector[] chosenTcp;
  private final EnumMap<Protocol, Dissector> byProtocol = new EnumMap<>(Protocol.class);
  private final List<Dissector> udpHeuristics = new ArrayList<>();
  private final List<Dissector> tcpHeuristics = new ArrayList<>();

  /** A table of these dissectors, each hooked in where it says. */
  public DissectorTable(List<Dissector> dissectors) {
    this(dissectors, List.of());
  }

  private void register(List<Dissector> dissectors) {
    for (Dissector dissector : dissectors) {
      byProtocol.put(dissector.protocol(), dissector);
      dissector.register(this);
    }
  }

  /**
   * A table of these dissectors, with a user's word on ports.
   *
   * @param rules of several on one port the last one counts
   */
  public DissectorTable(List<Dissector> dissectors, List<PortRule> rules) {
    chosenUdp = rules.isEmpty() ? NONE_CHOSEN : new Dissector[1 << 16];
    chosenTcp = rules.isEmpty() ? NONE_CHOSEN : new Dissector[1 << 16];
    register(dissectors);
    for (PortRule rule : rules) {
      @Nullable Dissector[] ports = rule.transport() == Transport.UDP ? chosenUdp : chosenTcp;
      ports[rule.port()] = byProtocol.get(rule.protocol());
    }
  }

  public void link(LinkType type, Dissector dissector) {
    links.put(type, dissector);
  }

  public void ethertype(int ethertype, Dissector dissector) {
    ethertypes[ethertype] = dissector;
  }

  public void ipProtocol(int number, Dissector dissector) {
    ipProtocols[number] = dissector;
  }

  /** A service access point of LLC. */
  public void llcSap(int sap, Dissector dissector) {
    llcSaps[sap] = dissector;
  }

  public void pppProtocol(int number, Dissector dissector) {
    pppProtocols[number] = dissector;
  }

  /** A payload protocol identifier of SCTP (IANA), below 256. */
  public void sctpPayload(int identifier, Dissector dissector) {
    sctpPayloads[identifier] = dissector;
  }

  public void udpPort(int port, Dissector dissector) {
    udpPorts[port] = dissector;
  }

  public void tcpPort(int port, Dissector dissector) {
    tcpPorts[port] = dissector;
  }

  /** Tried in order on UDP payloads that neither flow nor port explains; must be strict. */
  public void udpHeuristic(Dissector dissector) {
    udpHeuristics.add(dissector);
  }

  /** Tried in order on TCP payloads that no port explains; must be strict. */
  public void tcpHeuristic(Dissector dissector) {
    tcpHeuristics.add(dissector);
  }

  public @Nullable Dissector link(LinkType type) {
    return links.get(type);
  }

  /** The dissector of a protocol, or null where none is registered. */
  public @Nullable Dissector of(Protocol protocol) {
    return byProtocol.get(protocol);
  }

  @Nullable Dissector ethertype(int key) {
    return ethertypes[key & 0xFFFF];
  }

  @Nullable Dissector ipProtocol(int key) {
    return ipProtocols[key & 0xFF];
  }

  @Nullable Dissector llcSap(int key) {
    return llcSaps[key & 0xFF];
  }

  @Nullable Dissector pppProtocol(int key) {
    return pppProtocols[key & 0xFFFF];
  }

  @Nullable Dissector sctpPayload(int key) {
    return key >= 0 && key < sctpPayloads.length ? sctpPayloads[key] : null;
  }

  /** The dissector that a user chose for one of the ports, the lower port first; or null. */
  @Nullable Dissector chosen(Packet packet, boolean udp) {
    @Nullable Dissector[] ports = udp ? chosenUdp : chosenTcp;
    if (ports.length == 0) {
      return null;
    }
    Dissector byLow = ports[Math.min(packet.sport(), packet.dport())];
    return byLow != null ? byLow : ports[Math.max(packet.sport(), packet.dport())];
  }

  /** The dissector of a payload by its ports, the chosen one, then the lower port first. */
  @Nullable Dissector port(Packet packet, boolean udp) {
    Dissector chosen = chosen(packet, udp);
    if (chosen != null) {
      return chosen;
    }
    @Nullable Dissector[] ports = udp ? udpPorts : tcpPorts;
    int low = Math.min(packet.sport(), packet.dport());
    int high = Math.max(packet.sport(), packet.dport());
    Dissector byLow = ports[low];
    return byLow != null ? byLow : ports[high];
  }

  List<Dissector> heuristics(boolean udp) {
    return udp ? udpHeuristics : tcpHeuristics;
  }
}
