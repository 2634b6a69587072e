package org.earpiece.report.statistics;

import java.util.Locale;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/** The layers whose addresses conversations and endpoints are counted by. */
public enum TalkLayer {
  ETHERNET("Ethernet", false),
  IPV4("IPv4", false),
  IPV6("IPv6", false),
  TCP("TCP", true),
  UDP("UDP", true);

  private static final int NO_PORT = -1;

  /**
   * An address, with the port where the layer has ports.
   *
   * @param low of an address of the link, the address
   */
  record Place(boolean link, long high, long low, int port) {
    String address() {
      if (!link) {
        return IpAddress.text(high, low);
      }
      StringBuilder text = new StringBuilder();
      for (int shift = 40; shift >= 0; shift -= 8) {
        text.append(text.isEmpty() ? "" : ":")
            .append(String.format(Locale.ROOT, "%02x", low >> shift & 0xFF));
      }
      return text.toString();
    }

    @Nullable Integer portOrNull() {
      return port == NO_PORT ? null : port;
    }
  }

  /** Is told who sent a packet to whom. */
  @FunctionalInterface
  interface Taker {
    void take(Place from, Place to);
  }

  private final String title;
  private final boolean ports;

  TalkLayer(String title, boolean ports) {
    this.title = title;
    this.ports = ports;
  }

  public String title() {
    return title;
  }

  boolean ports() {
    return ports;
  }

  /** The word on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The layer of this word, or null. */
  public static @Nullable TalkLayer of(String word) {
    for (TalkLayer layer : values()) {
      if (layer.word().equals(word)) {
        return layer;
      }
    }
    return null;
  }

  /** A display filter on what goes between two places, or to and from one. */
  String filter(
      @Nullable Object a, @Nullable Object portA, @Nullable Object b, @Nullable Object portB) {
    StringBuilder filter = new StringBuilder();
    place(filter, a, portA);
    place(filter, b, portB);
    return filter.toString();
  }

  private void place(StringBuilder filter, @Nullable Object address, @Nullable Object port) {
    if (address != null) {
      boolean six = String.valueOf(address).indexOf(':') >= 0;
      String field = this == ETHERNET ? "eth.addr" : six ? "ipv6.addr" : "ip.addr";
      filter.append(filter.isEmpty() ? "" : " && ").append(field).append(" == ").append(address);
    }
    if (port != null) {
      filter.append(" && ").append(word()).append(".port == ").append(port);
    }
  }

  /**
   * Says who sent a packet to whom, once for each time that it has this layer: in a tunnel there
   * are several. What an ICMP error quotes is no traffic.
   */
  void each(Packet packet, Taker taker) {
    Place from = null;
    Place to = null;
    for (int layer = 0; layer < packet.layers(); layer++) {
      Protocol protocol = packet.protocol(layer);
      if (protocol == Protocol.ICMP || protocol == Protocol.ICMPV6) {
        return;
      }
      ByteView bytes = packet.bytes(layer);
      int at = packet.offset(layer);
      if (protocol == Protocol.IPV4 || protocol == Protocol.IPV6) {
        from = ip(bytes, at, protocol == Protocol.IPV6, false);
        to = ip(bytes, at, protocol == Protocol.IPV6, true);
      }
      if (!isAt(protocol)) {
        continue;
      }
      if (this == ETHERNET && bytes.has(at, 12)) {
        taker.take(link(bytes, at + 6), link(bytes, at));
      } else if (!ports && this != ETHERNET && from != null && to != null) {
        taker.take(from, to);
      } else if (ports && from != null && to != null && bytes.has(at, 4)) {
        taker.take(port(from, bytes.u16(at)), port(to, bytes.u16(at + 2)));
      }
    }
  }

  private boolean isAt(Protocol protocol) {
    return switch (this) {
      case ETHERNET -> protocol == Protocol.ETHERNET;
      case IPV4 -> protocol == Protocol.IPV4;
      case IPV6 -> protocol == Protocol.IPV6;
      case TCP -> protocol == Protocol.TCP;
      case UDP -> protocol == Protocol.UDP;
    };
  }

  private static Place link(ByteView bytes, int at) {
    return new Place(true, 0, (long) bytes.u16(at) << 32 | bytes.u32(at + 2), NO_PORT);
  }

  private static @Nullable Place ip(ByteView bytes, int at, boolean six, boolean target) {
    int address = at + (six ? 8 : 12) + (target ? (six ? 16 : 4) : 0);
    if (!bytes.has(address, six ? 16 : 4)) {
      return null;
    }
    return six
        ? new Place(false, bytes.i64(address), bytes.i64(address + 8), NO_PORT)
        : new Place(false, 0, IpAddress.v4(bytes.u32(address)), NO_PORT);
  }

  private static Place port(Place address, int port) {
    return new Place(false, address.high(), address.low(), port);
  }
}
