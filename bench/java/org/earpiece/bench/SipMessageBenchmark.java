package org.earpiece.bench;

import java.util.concurrent.TimeUnit;
import org.earpiece.dissect.voip.sdp.SessionDescription;
import org.earpiece.dissect.voip.sip.SipMessage;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** An INVITE with SDP, parsed as the call tracker does it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SipMessageBenchmark {
  private final SipMessage message = new SipMessage();
  private final Packet invite =
      Frames.of(60).walked(new Walks(), 1, p -> p.find(Protocol.SDP) >= 0).getFirst();
  private final int layer = invite.find(Protocol.SIP);

  @Benchmark
  public boolean parse() {
    int offset = invite.offset(layer);
    return message.parse(invite.bytes(layer), offset, invite.end(layer) - offset);
  }

  @Benchmark
  public int parseAndAskWhatTheCallTrackerAsks() {
    parse();
    return message.callId().length()
        + message.branch().hashCode()
        + message.cseqMethod().length()
        + (message.from() == null ? 0 : 1)
        + (message.to() == null ? 0 : 1);
  }

  @Benchmark
  public SessionDescription parseWithSdp() {
    parse();
    return message.sdp();
  }
}
