package org.earpiece.bench;

import java.util.concurrent.TimeUnit;
import org.earpiece.dissect.Flows;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Transport;
import org.earpiece.voip.MediaDirectory;
import org.earpiece.voip.rtp.StreamTracker;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The update of a stream by one RTP packet, its layers known, when packets of so many streams take
 * turns: with many of them, what is measured is how much of a stream's state the caches hold.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StreamBenchmark {
  private static final long PACKET_NANOS = 20_000_000;
  private static final int RTP = 42;
  private static final int BYTES = 214;

  @Param({"1", "100", "1700"})
  private int streams;

  private final StreamTracker tracker = new StreamTracker(new MediaDirectory(new Flows()));
  private final Packet packet = new Packet();
  private final byte[] frame = new byte[BYTES];
  private int stream;
  private int round;

  @Benchmark
  public int packet() {
    if (++stream == streams) {
      stream = 0;
      round++;
    }
    put(RTP, 0x8000_0000 | round & 0xFFFF);
    put(RTP + 4, 160 * round);
    put(RTP + 8, stream);
    packet.begin(
        1, round * PACKET_NANOS, BYTES, 0, LinkType.ETHERNET, frame, 0, BYTES, stream);
    packet.addLayer(Protocol.ETHERNET, 0);
    packet.addLayer(Protocol.IPV4, 14);
    packet.addLayer(Protocol.UDP, 34);
    packet.addLayer(Protocol.RTP, RTP);
    packet.addresses(0, IpAddress.v4(0x0A000001), 0, IpAddress.v4(0x0A000002));
    packet.ports(Transport.UDP, 10_000 + stream, 20_000 + stream);
    tracker.packet(packet);
    return packet.stream();
  }

  private void put(int at, int value) {
    frame[at] = (byte) (value >> 24);
    frame[at + 1] = (byte) (value >> 16);
    frame[at + 2] = (byte) (value >> 8);
    frame[at + 3] = (byte) value;
  }
}
