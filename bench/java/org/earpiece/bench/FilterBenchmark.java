package org.earpiece.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.earpiece.dissect.Dissectors;
import org.earpiece.filter.FilterCompiler;
import org.earpiece.filter.FilterResult;
import org.earpiece.filter.PacketFilter;
import org.earpiece.packet.FieldRegistry;
import org.earpiece.packet.Packet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One answer of a display filter about a packet whose layers are known. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FilterBenchmark {
  private static final int PACKETS = 1 << 10;

  @Param({
    "sip.Method == \"INVITE\"",
    "rtp.ssrc == 0x12345678",
    "ip.addr == 10.0.0.1 && udp.port == 5060",
    "frame.len > 200 and not rtp"
  })
  private String filter;

  private final List<Packet> packets = Frames.of(60).walked(new Walks(), PACKETS, p -> true);
  private PacketFilter compiled;
  private int next;

  @Setup
  public void compile() {
    FieldRegistry fields = new FieldRegistry(Dissectors.fields());
    compiled =
        switch (FilterCompiler.compile(filter, fields)) {
          case FilterResult.Accepted accepted -> accepted.filter();
          case FilterResult.Refused refused ->
              throw new IllegalStateException(refused.error().message());
        };
  }

  @Benchmark
  public boolean test() {
    next = next + 1 & PACKETS - 1;
    return compiled.test(packets.get(next));
  }
}
