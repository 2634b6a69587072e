package org.earpiece.dissect.wlan;

import org.earpiece.packet.Packet;

/** What the header that a capture put before an 802.11 frame tells about the frame's ends. */
final class CaptureHeader {
  private CaptureHeader() {}

  /** Whether the frame in a layer ends with its check sequence. */
  static boolean hasFcs(Packet packet, int layer) {
    return layer > 0
        && switch (packet.protocol(layer - 1)) {
          case RADIOTAP -> (Radiotap.flags(packet, layer - 1) & Radiotap.FCS_AT_END) != 0;
          case PPI -> Ppi.hasFcs(packet, layer - 1);
          default -> false;
        };
  }

  /** Whether the header of the frame is padded to whole words. */
  static boolean padded(Packet packet, int layer) {
    return layer > 0
        && switch (packet.protocol(layer - 1)) {
          case RADIOTAP -> (Radiotap.flags(packet, layer - 1) & Radiotap.PADDED) != 0;
          default -> false;
        };
  }
}
