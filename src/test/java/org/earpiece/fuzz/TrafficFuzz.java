package org.earpiece.fuzz;

import java.util.List;
import org.earpiece.bytes.IntColumn;
import org.earpiece.bytes.LongColumn;
import org.earpiece.dissect.relations.FrameFlows;
import org.earpiece.dissect.relations.Relations;
import org.earpiece.dissect.tls.TlsSecrets;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.voip.CallTracker;
import org.earpiece.voip.MediaDirectory;
import org.earpiece.voip.StreamSnapshot;
import org.earpiece.voip.rtp.StreamTracker;

/** Traffic, frame by frame, through the walk and all that follows calls and streams. */
public final class TrafficFuzz {
  private static final int MAX_FRAMES = 64;

  private TrafficFuzz() {}

  /** Two bytes of link type; then frames: two bytes of length, one of ms passed, the bytes. */
  public static void fuzzerTestOneInput(byte[] data) {
    FuzzInput input = new FuzzInput(data);
    LinkType link = LinkType.of(input.u16());
    Tracking tracking = new Tracking();
    long nanos = 0;
    for (int i = 0; i < MAX_FRAMES && input.more(); i++) {
      int length = input.u16();
      nanos += input.u8() * 1_000_000L;
      tracking.frame(link, input.bytes(length), nanos);
    }
    tracking.end();
  }

  /** What the index would say of the frames so far. */
  private record Seen(LongColumn times, IntColumn flows) implements FrameFlows {
    @Override
    public long timeNanos(int frame) {
      return times.get(frame - 1);
    }

    @Override
    public int udpFlow(int frame) {
      return flows.get(frame - 1);
    }
  }

  /** The walk and the taps in the order of the pipeline. */
  static final class Tracking {
    final Reading reading;
    final CallTracker calls;
    final StreamTracker streams;
    private final Relations relations;
    private final LongColumn times = new LongColumn();
    private final IntColumn flows = new IntColumn();

    Tracking() {
      this(new TlsSecrets());
    }

    Tracking(TlsSecrets secrets) {
      reading = new Reading(secrets);
      MediaDirectory directory = new MediaDirectory(reading.flows);
      calls = new CallTracker(directory);
      streams = new StreamTracker(directory);
      relations = new Relations(reading.flows);
      reading.knows(relations.facts(new Seen(times, flows)));
    }

    void frame(LinkType link, byte[] frame, long nanos) {
      Packet packet = reading.walk(link, frame, nanos);
      if (!packet.quoted()) {
        calls.packet(packet);
        streams.packet(packet);
      }
      relations.packet(packet);
      times.add(packet.timeNanos());
      flows.add(packet.find(Protocol.UDP) >= 0 ? packet.flow() : Packet.NONE);
      reading.everything();
    }

    void end() {
      List<StreamSnapshot> all = streams.snapshots();
      calls.over();
      if (calls.snapshots(all).size() != calls.count()) {
        throw new AssertionError("a call is missing from the list");
      }
    }
  }
}
