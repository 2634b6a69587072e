package org.earpiece.bench;

import java.util.concurrent.TimeUnit;
import org.earpiece.bytes.FlowTable;
import org.earpiece.packet.IpAddress;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The number of a flow that is known, when packets of so many flows take turns. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FlowTableBenchmark {
  private static final long HOST = IpAddress.v4(0x0A000001);

  @Param({"2", "1700", "100000"})
  private int flows;

  private final FlowTable table = new FlowTable(1_000_000);
  private int next;

  @Benchmark
  public int flow() {
    next = next + 1 == flows ? 0 : next + 1;
    return table.flow(0, HOST + (next >> 14), 0, HOST, next & 0x3FFF, 5060, 1);
  }
}
