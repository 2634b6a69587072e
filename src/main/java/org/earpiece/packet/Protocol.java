package org.earpiece.packet;

/** The protocols Earpiece knows, with Wireshark's filter name and the name in lists. */
public enum Protocol {
  FRAME("frame", "Frame", "Frame"),
  ETHERNET("eth", "Ethernet", "Ethernet II"),
  VLAN("vlan", "VLAN", "802.1Q Virtual LAN"),
  PROVIDER_VLAN("ieee8021ad", "802.1ad", "IEEE 802.1ad"),
  SLL("sll", "SLL", "Linux cooked-mode capture"),
  SLL2("sll", "SLL2", "Linux cooked-mode capture v2"),
  NULL("null", "NULL", "Null/Loopback"),
  RAW("raw", "RAW", "Raw packet data"),
  LLC("llc", "LLC", "Logical-Link Control"),
  MPLS("mpls", "MPLS", "MultiProtocol Label Switching Header"),
  PSEUDOWIRE("pwethcw", "PW Ethernet", "PW Ethernet Control Word"),
  PPPOED("pppoed", "PPPoED", "PPP-over-Ethernet Discovery"),
  PPPOES("pppoes", "PPPoES", "PPP-over-Ethernet Session"),
  PPP("ppp", "PPP", "Point-to-Point Protocol"),
  CHDLC("chdlc", "CHDLC", "Cisco HDLC"),
  NFLOG("nflog", "NFLOG", "Linux Netfilter NFLOG"),
  RADIOTAP("radiotap", "802.11 Radiotap", "IEEE 802.11 Radiotap Capture header"),
  PPI("ppi", "PPI", "PPI Packet Header"),
  PRISM("prism", "Prism", "Prism capture header"),
  AVS("wlancap", "AVS WLANCAP", "AVS WLAN Capture header"),
  WLAN("wlan", "802.11", "IEEE 802.11"),
  WLAN_AGGREGATE("wlan_aggregate", "802.11 A-MSDU", "IEEE 802.11 Aggregate MSDU Subframe"),
  ARP("arp", "ARP", "Address Resolution Protocol"),
  IPV4("ip", "IPv4", "Internet Protocol Version 4"),
  IPV6("ipv6", "IPv6", "Internet Protocol Version 6"),
  IPV6_HOP_BY_HOP("ipv6.hopopts", "IPv6", "IPv6 Hop-by-Hop Option"),
  IPV6_ROUTING("ipv6.routing", "IPv6", "Routing Header for IPv6"),
  IPV6_FRAGMENT("ipv6.fraghdr", "IPv6", "Fragment Header for IPv6"),
  IPV6_DESTINATION("ipv6.dstopts", "IPv6", "Destination Options for IPv6"),
  AH("ah", "AH", "Authentication Header"),
  ESP("esp", "ESP", "Encapsulating Security Payload"),
  UDP_ENCAP("udpencap", "UDPENCAP", "UDP Encapsulation of IPsec Packets"),
  GRE("gre", "GRE", "Generic Routing Encapsulation"),
  ERSPAN("erspan", "ERSPAN", "Encapsulated Remote Switch Packet ANalysis"),
  ETHERIP("etherip", "EtherIP", "Ethernet over IP"),
  VXLAN("vxlan", "VxLAN", "Virtual eXtensible Local Area Network"),
  GENEVE("geneve", "Geneve", "Generic Network Virtualization Encapsulation"),
  GTP("gtp", "GTP", "GPRS Tunneling Protocol"),
  L2TP("l2tp", "L2TP", "Layer 2 Tunneling Protocol"),
  TEREDO("teredo", "Teredo", "Teredo IPv6 over UDP tunneling"),
  ICMP("icmp", "ICMP", "Internet Control Message Protocol"),
  ICMPV6("icmpv6", "ICMPv6", "Internet Control Message Protocol v6"),
  UDP("udp", "UDP", "User Datagram Protocol"),
  TCP("tcp", "TCP", "Transmission Control Protocol"),
  SCTP("sctp", "SCTP", "Stream Control Transmission Protocol"),
  DNS("dns", "DNS", "Domain Name System"),
  MDNS("mdns", "MDNS", "Multicast Domain Name System"),
  LLMNR("llmnr", "LLMNR", "Link-local Multicast Name Resolution"),
  DHCP("dhcp", "DHCP", "Dynamic Host Configuration Protocol"),
  STUN("stun", "STUN", "Session Traversal Utilities for NAT"),
  CLASSIC_STUN("classicstun", "CLASSICSTUN", "Simple Traversal of UDP Through NAT"),
  TLS("tls", "TLS", "Transport Layer Security"),
  DTLS("dtls", "DTLS", "Datagram Transport Layer Security"),
  HTTP("http", "HTTP", "Hypertext Transfer Protocol"),
  WEBSOCKET("websocket", "WebSocket", "WebSocket"),
  HEP("hep", "HEP3", "Homer Encapsulation Protocol"),
  MGCP("mgcp", "MGCP", "Media Gateway Control Protocol"),
  SIP("sip", "SIP", "Session Initiation Protocol"),
  SDP("sdp", "SDP", "Session Description Protocol"),
  RTP("rtp", "RTP", "Real-Time Transport Protocol"),
  RTCP("rtcp", "RTCP", "Real-time Transport Control Protocol"),
  RTP_FRAMING("rfc4571", "RFC 4571", "RTP over TCP"),
  T38("t38", "T.38", "ITU-T Recommendation T.38"),
  DATA("data", "Data", "Data");

  private static final Protocol[] ALL = values();

  private final String filterName;
  private final String shortName;
  private final String title;

  Protocol(String filterName, String shortName, String title) {
    this.filterName = filterName;
    this.shortName = shortName;
    this.title = title;
  }

  /** Wireshark's name in display filters: {@code sip}. */
  public String filterName() {
    return filterName;
  }

  /** The name in the protocol column: {@code SIP}. */
  public String shortName() {
    return shortName;
  }

  /** The name in the detail tree: {@code Session Initiation Protocol}. */
  public String title() {
    return title;
  }

  /** The protocol with this ordinal, without a copy of the array. */
  public static Protocol of(int ordinal) {
    return ALL[ordinal];
  }
}
