package org.earpiece.ui.packets;

import org.earpiece.filter.phrase.Phrases;
import org.earpiece.packet.Protocol;

/** Display filters made of what a row shows. */
final class PacketFilters {
  private PacketFilters() {}

  /** A filter on the value of a cell, or empty where there is none. */
  static String ofCell(PacketLine line, int frame, int column) {
    return switch (column) {
      case 0 -> "frame.number == " + frame;
      case PacketRows.SOURCE -> address(line.source(), "src");
      case PacketRows.DESTINATION -> address(line.destination(), "dst");
      case PacketRows.PROTOCOL -> protocol(line.protocol());
      case 5 -> line.length() == 0 ? "" : "frame.len == " + line.length();
      default -> "";
    };
  }

  private static String address(String address, String which) {
    return address.isEmpty() ? "" : Phrases.address(which, address);
  }

  private static String protocol(String name) {
    if (name.equals("SIP/SDP")) {
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
