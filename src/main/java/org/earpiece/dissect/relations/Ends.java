package org.earpiece.dissect.relations;

import org.earpiece.bytes.ByteView;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** The addresses and ports of one transport layer of a packet. Reused; one thread. */
final class Ends {
  private static final int IPV4_SOURCE = 12;
  private static final int IPV6_SOURCE = 8;

  long srcHi;
  long srcLo;
  long dstHi;
  long dstLo;
  int sport;
  int dport;

  /** Reads those of a layer of UDP or TCP; false where no IP header is below it. */
  boolean read(Packet packet, int layer) {
    ByteView bytes = packet.bytes(layer);
    int at = packet.offset(layer);
    if (at + 4 > packet.end(layer)) {
      return false;
    }
    sport = bytes.u16(at);
    dport = bytes.u16(at + 2);
    for (int below = layer - 1; below >= 0; below--) {
      if (packet.protocol(below) == Protocol.IPV4) {
        ByteView ip = packet.bytes(below);
        int source = packet.offset(below) + IPV4_SOURCE;
        srcHi = 0;
        srcLo = IpAddress.v4(ip.i32(source));
        dstHi = 0;
        dstLo = IpAddress.v4(ip.i32(source + 4));
        return true;
      }
      if (packet.protocol(below) == Protocol.IPV6) {
        ByteView ip = packet.bytes(below);
        int source = packet.offset(below) + IPV6_SOURCE;
        srcHi = ip.i64(source);
        srcLo = ip.i64(source + 8);
        dstHi = ip.i64(source + 16);
        dstLo = ip.i64(source + 24);
        return true;
      }
    }
    return false;
  }

  /** Whether the source is the end that a key of both directions names first. */
  boolean forward() {
    int order = Long.compareUnsigned(srcHi, dstHi);
    order = order != 0 ? order : Long.compareUnsigned(srcLo, dstLo);
    return order != 0 ? order < 0 : sport <= dport;
  }
}
