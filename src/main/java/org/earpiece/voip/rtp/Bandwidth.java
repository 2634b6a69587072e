package org.earpiece.voip.rtp;

import org.earpiece.packet.IpAddress;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** The bandwidth of the last second of a stream, as Wireshark's RTP analysis has it. */
final class Bandwidth {
  /** Packets of one second counted at most; a stream with more shows less than it has. */
  static final int MAX_PACKETS = 1 << 16;

  private static final long SECOND = 1_000_000_000L;
  private static final int UDP_HEADER = 8;
  private static final int IPV4_AND_UDP = 28;
  private static final int IPV6_AND_UDP = 48;

  private long[] times = new long[128];
  private int[] sizes = new int[128];
  private int first;
  private int count;
  private long total;

  /** Bytes of a packet from the IP header on, as far as options and extensions go uncounted. */
  static int bytes(Packet packet, int layer) {
    int rtpBytes = packet.end(layer) - packet.offset(layer);
    int udp = packet.find(Protocol.UDP);
    if (udp >= 0 && packet.end(udp) - packet.offset(udp) >= UDP_HEADER) {
      int told = packet.bytes(udp).u16(packet.offset(udp) + 4) - UDP_HEADER;
      rtpBytes = Math.max(rtpBytes, told);
    }
    boolean v4 = IpAddress.isV4(packet.srcHi(), packet.srcLo());
    return rtpBytes + (v4 ? IPV4_AND_UDP : IPV6_AND_UDP);
  }

  /** Adds a packet of so many bytes; answers the kbit/s of the last second with it. */
  double add(long nanos, int bytes) {
    if (count == times.length && count < MAX_PACKETS) {
      grow();
    }
    while (count > 0 && (count == times.length || times[first] + SECOND < nanos)) {
      total -= sizes[first];
      first = first + 1 & times.length - 1;
      count--;
    }
    int last = first + count & times.length - 1;
    times[last] = nanos;
    sizes[last] = bytes;
    total += bytes;
    count++;
    return total * 8 / 1000.0;
  }

  private void grow() {
    long[] moreTimes = new long[2 * count];
    int[] moreSizes = new int[2 * count];
    for (int i = 0; i < count; i++) {
      moreTimes[i] = times[first + i & count - 1];
      moreSizes[i] = sizes[first + i & count - 1];
    }
    times = moreTimes;
    sizes = moreSizes;
    first = 0;
  }
}
