package org.earpiece.bench;

import java.util.concurrent.TimeUnit;
import org.earpiece.packet.Packet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The layers of one frame after the other of a mixed capture: mostly RTP, some SIP, RTCP and else. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LayerWalkBenchmark {
  private final Frames frames = Frames.of(60);
  private final Walks walks = new Walks();
  private final Packet packet = new Packet();
  private int next;

  @Setup
  public void learn() {
    frames.walked(walks, Integer.MAX_VALUE, p -> false);
  }

  @Benchmark
  public int walk() {
    next = next + 1 == frames.size() ? 0 : next + 1;
    frames.begin(next, packet, Packet.NONE);
    walks.layers().walk(packet);
    return packet.layers();
  }
}
