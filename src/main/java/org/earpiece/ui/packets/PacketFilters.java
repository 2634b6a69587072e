package org.earpiece.ui.packets;

import java.util.regex.Pattern;
import org.earpiece.filter.phrase.Phrases;
import org.earpiece.packet.Protocol;
import org.earpiece.settings.PacketColumn;

/** Display filters made of what a row shows. */
final class PacketFilters {
  private static final Pattern ETHER = Pattern.compile("(?:[0-9a-f]{2}:){5}[0-9a-f]{2}");

  private PacketFilters() {}

  /** A filter on the value of a cell, or empty where there is none. */
  static String ofCell(PacketLine line, int frame, PacketColumn column) {
    return switch (column.kind()) {
      case NUMBER -> "frame.number == " + frame;
      case SOURCE -> address(line.source(), "src");
      case DESTINATION -> address(line.destination(), "dst");
      case PROTOCOL -> protocol(line.protocol());
      case LENGTH -> line.length() == 0 ? "" : "frame.len == " + line.length();
      case SOURCE_PORT -> port(line, line.sport());
      case DESTINATION_PORT -> port(line, line.dport());
      case TIME, INFO, FIELDS -> "";
    };
  }

  private static String port(PacketLine line, int port) {
    return port == 0 ? "" : line.transport() + ".port == " + port;
  }

  private static String address(String address, String which) {
    if (ETHER.matcher(address).matches()) {
      return "eth." + which + " == " + address;
    }
    return address.isEmpty() ? "" : Phrases.address(which, address);
  }

  private static String protocol(String name) {
    if (name.endsWith("/SDP")) {
      return Protocol.SDP.filterName();
    }
    for (Protocol protocol : Protocol.values()) {
      if (protocol.shortName().equals(name)) {
        return protocol.filterName();
      }
    }
    return "";
  }
}
