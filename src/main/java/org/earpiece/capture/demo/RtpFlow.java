package org.earpiece.capture.demo;

import java.io.IOException;
import java.util.SplittableRandom;
import org.earpiece.capture.demo.sound.G711Encoder;
import org.earpiece.capture.demo.sound.Sound;
import org.jspecify.annotations.Nullable;

/**
 * RTP in one direction of a leg. The network is watched at the exchange: what comes to it has
 * passed its path before it is seen, what goes from it has the path before it.
 */
final class RtpFlow {
  static final long INTERVAL = 20 * Timeline.MILLI;

  /** Where packets go on to when they have arrived. */
  @FunctionalInterface
  interface Arrival {
    void packet(RtpPacket packet) throws IOException;
  }

  /**
   * A transport address.
   *
   * @param port of RTP; RTCP has the next
   */
  record Address(Host host, int port) {}

  private final Timeline timeline;
  private final Wire wire;
  private final Address from;
  private final Address to;
  private final Path path;
  private final boolean toExchange;
  private final Reception reception;
  private final int ssrc;
  private final int payloadType;
  private int sequence;
  private long timestamp;
  private long lastTime = -1;
  private int sequenceOffset;
  private long timestampOffset;
  private boolean following;
  private int packets;
  private int octets;
  private @Nullable Arrival arrival;

  RtpFlow(
      Site site, Address from, Address to, int payloadType, Path path, SplittableRandom random) {
    this.timeline = site.timeline();
    this.wire = site.wire();
    this.from = from;
    this.to = to;
    this.path = path;
    this.toExchange = to.host().equals(site.exchange());
    this.payloadType = payloadType;
    this.ssrc = random.nextInt();
    this.sequence = random.nextInt(0x8000);
    this.timestamp = random.nextLong(1L << 31);
    this.reception = new Reception(ssrc);
  }

  void onArrival(Arrival next) {
    arrival = next;
  }

  int ssrc() {
    return ssrc;
  }

  int payloadType() {
    return payloadType;
  }

  int packets() {
    return packets;
  }

  int octets() {
    return octets;
  }

  Reception reception() {
    return reception;
  }

  /** The timestamp of a sample taken now. */
  long timestampNow() {
    return lastTime < 0 ? timestamp : timestamp + samples(timeline.now() - lastTime);
  }

  /** Sends sound of the sender's own, 20 ms of it, taken now. */
  void sound(short[] pcm) throws IOException {
    boolean talkspurt = lastTime < 0 || timeline.now() - lastTime > 2 * INTERVAL;
    advance();
    byte[] payload = G711Encoder.encode(pcm, payloadType == Sdp.PCMA);
    transmit(new RtpPacket(sequence, timestamp, talkspurt, payloadType, payload, pcm));
  }

  /** Sends a telephone-event that began at a timestamp (RFC 4733 2.3). */
  void event(byte[] payload, long began, boolean first) throws IOException {
    advance();
    transmit(new RtpPacket(sequence, began, first, Sdp.TELEPHONE_EVENT, payload, null));
  }

  /** Sends on what came from elsewhere: sequence and timestamp keep their steps, gaps too. */
  void follow(RtpPacket packet) throws IOException {
    boolean resumed = !following;
    if (resumed) {
      following = true;
      sequenceOffset = sequence + 1 - packet.sequence();
      timestampOffset = timestampNow() - packet.timestamp();
    }
    sequence = packet.sequence() + sequenceOffset & 0xFFFF;
    timestamp = packet.timestamp() + timestampOffset;
    lastTime = timeline.now();
    short[] pcm = packet.pcm();
    byte[] payload =
        pcm == null ? packet.payload() : G711Encoder.encode(pcm, payloadType == Sdp.PCMA);
    int type = pcm == null ? packet.payloadType() : payloadType;
    boolean marker = resumed || packet.marker();
    transmit(new RtpPacket(sequence, timestamp, marker, type, payload, pcm));
  }

  /** What is followed next has other numbers. */
  void forgetSource() {
    following = false;
  }

  /** Sends a report of this flow's sender. */
  void control(byte[] rtcp, int ntpMiddle) throws IOException {
    boolean isSender = packets > 0;
    carry(
        rtcp,
        1,
        () -> {
          if (isSender) {
            reception.senderReport(ntpMiddle, timeline.now());
          }
        });
  }

  private void advance() {
    sequence = sequence + 1 & 0xFFFF;
    timestamp = timestampNow();
    lastTime = timeline.now();
  }

  private static long samples(long nanos) {
    return Math.round((double) nanos / INTERVAL) * Sound.PACKET;
  }

  private void transmit(RtpPacket packet) throws IOException {
    packets++;
    octets += packet.payload().length;
    carry(
        packet.bytes(ssrc),
        0,
        () -> {
          reception.arrived(packet.sequence(), packet.timestamp(), timeline.now());
          if (arrival != null) {
            arrival.packet(packet);
          }
        });
  }

  private void carry(byte[] datagram, int port, Timeline.Step arrived) throws IOException {
    if (!toExchange) {
      put(datagram, port);
    }
    if (path.loses(timeline.now())) {
      return;
    }
    timeline.at(
        path.arrival(timeline.now()),
        () -> {
          if (toExchange) {
            put(datagram, port);
          }
          arrived.run();
        });
  }

  private void put(byte[] datagram, int port) throws IOException {
    wire.udp(from.host(), from.port() + port, to.host(), to.port() + port, Wire.EF, datagram);
  }
}
