package org.earpiece.dissect.net;

import org.jspecify.annotations.Nullable;

/** Numbers of protocols in IP headers (IANA protocol numbers). */
public final class IpProtocols {
  public static final int HOP_BY_HOP = 0;
  public static final int ICMP = 1;
  public static final int IPV4 = 4;
  public static final int TCP = 6;
  public static final int UDP = 17;
  public static final int IPV6 = 41;
  public static final int ROUTING = 43;
  public static final int FRAGMENT = 44;
  public static final int ESP = 50;
  public static final int AH = 51;
  public static final int ICMPV6 = 58;
  public static final int NO_NEXT = 59;
  public static final int DESTINATION_OPTIONS = 60;

  private IpProtocols() {}

  /** The protocol's name, or null. */
  public static @Nullable String name(long number) {
    return switch ((int) number) {
      case HOP_BY_HOP -> "IPv6 Hop-by-Hop Option";
      case ICMP -> "ICMP";
      case 2 -> "IGMP";
      case IPV4 -> "IPIP";
      case TCP -> "TCP";
      case UDP -> "UDP";
      case 33 -> "DCCP";
      case IPV6 -> "IPv6";
      case ROUTING -> "Routing Header for IPv6";
      case FRAGMENT -> "Fragment Header for IPv6";
      case 46 -> "Reservation Protocol";
      case 47 -> "Generic Routing Encapsulation";
      case ESP -> "Encap Security Payload";
      case AH -> "Authentication Header";
      case ICMPV6 -> "ICMPv6";
      case NO_NEXT -> "No Next Header for IPv6";
      case DESTINATION_OPTIONS -> "Destination Options for IPv6";
      case 88 -> "EIGRP";
      case 89 -> "OSPF IGP";
      case 103 -> "PIM";
      case 112 -> "VRRP";
      case 115 -> "Layer 2 Tunneling";
      case 132 -> "SCTP";
      case 136 -> "UDPlite";
      default -> null;
    };
  }
}
