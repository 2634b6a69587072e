package org.earpiece.capture.demo;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.FrameSink;
import org.earpiece.packet.LinkType;

/** Makes frames of payloads, with right lengths and checksums, and gives them to the sink. */
final class Wire {
  /** Differentiated services of signalling (CS3) and of voice (EF), as they stand in the header. */
  static final int CS3 = 0x60;

  static final int EF = 0xB8;
  static final int BEST_EFFORT = 0;

  private static final int ETHERNET = 14;
  private static final int IP = 20;
  private static final int UDP = 8;
  private static final int SMALLEST = 60;
  private static final long BROADCAST = 0xFFFF_FFFF_FFFFL;
  private static final long NANOS_PER_MICRO = 1000;

  private final Timeline timeline;
  private final FrameSink sink;
  private final int interfaceId;
  private final byte[] frame = new byte[2048];
  private final Map<Host, Integer> idents = new HashMap<>();
  private long frames;
  private long shift;

  Wire(Timeline timeline, FrameSink sink) throws IOException {
    this.timeline = timeline;
    this.sink = sink;
    this.interfaceId =
        sink.addInterface(
            new CaptureInterface("demo", "Demonstration network", LinkType.ETHERNET, 6, 0));
  }

  /** Frames so far. */
  long frames() {
    return frames;
  }

  /** How much later than on the timeline frames come: time that was slept through, ns. */
  void shift(long nanos) {
    shift = nanos;
  }

  /** A UDP datagram over IPv4 (RFC 768, RFC 791), now. */
  void udp(Host from, int sport, Host to, int dport, int dscp, byte[] payload) throws IOException {
    int total = IP + UDP + payload.length;
    ethernet(to.mac(), from.mac(), 0x0800);
    u16(14, 0x4500 | dscp);
    u16(16, total);
    u16(18, idents.merge(from, 1, (a, b) -> a + b & 0xFFFF));
    u16(20, 0x4000);
    u16(22, from.ttl() << 8 | 17);
    u16(24, 0);
    u32(26, from.ip());
    u32(30, to.ip());
    u16(24, checksum(sum(14, IP)));
    int udp = ETHERNET + IP;
    u16(udp, sport);
    u16(udp + 2, dport);
    u16(udp + 4, UDP + payload.length);
    u16(udp + 6, 0);
    System.arraycopy(payload, 0, frame, udp + UDP, payload.length);
    int pseudo = 17 + UDP + payload.length + sum(26, 8);
    int check = checksum(pseudo + sum(udp, UDP + payload.length));
    u16(udp + 6, check == 0 ? 0xFFFF : check);
    emit(ETHERNET + total);
  }

  /** An ARP question and its answer (RFC 826), now. */
  void arp(Host asks, Host asked, boolean answer) throws IOException {
    Host from = answer ? asked : asks;
    Host to = answer ? asks : asked;
    ethernet(answer ? to.mac() : BROADCAST, from.mac(), 0x0806);
    u16(14, 1);
    u16(16, 0x0800);
    u16(18, 0x0604);
    u16(20, answer ? 2 : 1);
    mac(22, from.mac());
    u32(28, from.ip());
    mac(32, answer ? to.mac() : 0);
    u32(38, to.ip());
    emit(42);
  }

  private void ethernet(long to, long from, int type) {
    mac(0, to);
    mac(6, from);
    u16(12, type);
  }

  private void emit(int length) throws IOException {
    int padded = Math.max(length, SMALLEST);
    Arrays.fill(frame, length, padded, (byte) 0);
    frames++;
    long time = (timeline.now() + shift) / NANOS_PER_MICRO * NANOS_PER_MICRO;
    sink.frame(interfaceId, time, padded, frame, 0, padded);
  }

  /** The Internet checksum's sum of 16-bit words (RFC 1071). */
  private int sum(int offset, int length) {
    int sum = 0;
    for (int i = 0; i < length; i++) {
      int octet = frame[offset + i] & 0xFF;
      sum += (i & 1) == 0 ? octet << 8 : octet;
    }
    return sum;
  }

  private static int checksum(int sum) {
    int folded = sum;
    while (folded >>> 16 != 0) {
      folded = (folded & 0xFFFF) + (folded >>> 16);
    }
    return ~folded & 0xFFFF;
  }

  private void u16(int offset, int value) {
    frame[offset] = (byte) (value >> 8);
    frame[offset + 1] = (byte) value;
  }

  private void u32(int offset, int value) {
    u16(offset, value >>> 16);
    u16(offset + 2, value);
  }

  private void mac(int offset, long value) {
    u16(offset, (int) (value >> 32));
    u32(offset + 2, (int) value);
  }
}
