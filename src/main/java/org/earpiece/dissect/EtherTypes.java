package org.earpiece.dissect;

import org.jspecify.annotations.Nullable;

/** Numbers of network protocols in link-layer headers (IEEE 802 numbers registry). */
public final class EtherTypes {
  public static final int IPV4 = 0x0800;
  public static final int ARP = 0x0806;
  public static final int RARP = 0x8035;
  public static final int VLAN = 0x8100;
  public static final int IPV6 = 0x86DD;
  public static final int TRANSPARENT_ETHERNET = 0x6558;
  public static final int PPP = 0x880B;
  public static final int MPLS = 0x8847;
  public static final int MPLS_MULTICAST = 0x8848;
  public static final int PPPOE_DISCOVERY = 0x8863;
  public static final int PPPOE_SESSION = 0x8864;
  public static final int PROVIDER_VLAN = 0x88A8;
  public static final int OLD_QINQ = 0x9100;

  /** Smaller numbers are the length of an IEEE 802.3 frame. */
  public static final int LEAST = 0x0600;

  private EtherTypes() {}

  /** The ethertype of IP whose first byte this is: its upper half is the version. Else 0. */
  public static int ofIpVersion(int first) {
    return switch (first >> 4) {
      case 4 -> IPV4;
      case 6 -> IPV6;
      default -> 0;
    };
  }

  /** The protocol's name, or null. */
  public static @Nullable String name(long ethertype) {
    return switch ((int) ethertype) {
      case IPV4 -> "IPv4";
      case ARP -> "ARP";
      case RARP -> "RARP";
      case VLAN -> "802.1Q Virtual LAN";
      case IPV6 -> "IPv6";
      case 0x8808 -> "MAC Control";
      case TRANSPARENT_ETHERNET -> "Transparent Ethernet bridging";
      case PPP -> "PPP";
      case MPLS -> "MPLS label switched packet";
      case MPLS_MULTICAST -> "MPLS multicast label switched packet";
      case PPPOE_DISCOVERY -> "PPPoE Discovery";
      case PPPOE_SESSION -> "PPPoE Session";
      case 0x888E -> "802.1X Authentication";
      case PROVIDER_VLAN -> "802.1ad Provider Bridge (Q-in-Q)";
      case 0x88CC -> "802.1 Link Layer Discovery Protocol (LLDP)";
      case OLD_QINQ -> "802.1ad Q-in-Q, deprecated number";
      default -> null;
    };
  }
}
