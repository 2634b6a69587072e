package org.earpiece.session.listing;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.earpiece.packet.Endpoint;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Transport;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.PacketReader;
import org.earpiece.session.Snapshot;
import org.earpiece.store.PacketIndex;
import org.earpiece.voip.StreamSnapshot;

/** Finds the packets that belong with one, before and after it. Blocks: for a worker. */
public final class Neighbours {
  /** What packets have in common. */
  public enum Bond {
    /** The two ends with their ports, both ways. */
    CONVERSATION("conversation"),
    /** Signalling and media of one call. */
    CALL("call"),
    /** One RTP stream. */
    STREAM("stream");

    private final String word;

    Bond(String word) {
      this.word = word;
    }

    /** The word in menus and sentences. */
    public String word() {
      return word;
    }
  }

  private final PacketIndex index;
  private final PacketReader reader;
  private final Snapshot snapshot;

  public Neighbours(CaptureSession session) {
    index = session.index();
    reader = session.reader();
    snapshot = session.snapshot();
  }

  /**
   * The row that has the next packet of the same bond.
   *
   * @param from the row of the packet
   * @param rows how many there are
   * @param frames the frame of each
   * @return -1 where there is none, or {@code stopped} said so
   */
  public int next(
      Bond bond,
      int from,
      boolean forward,
      int rows,
      IntUnaryOperator frames,
      BooleanSupplier stopped)
      throws IOException {
    IntPredicate belongs = belonging(bond, frames.applyAsInt(from));
    int step = forward ? 1 : -1;
    for (int row = from + step; row >= 0 && row < rows && !stopped.getAsBoolean(); row += step) {
      if (belongs.test(frames.applyAsInt(row))) {
        return row;
      }
    }
    return -1;
  }

  private IntPredicate belonging(Bond bond, int frame) throws IOException {
    return switch (bond) {
      case CONVERSATION -> conversation(frame);
      case STREAM -> stream(index.stream(frame));
      case CALL -> call(callOf(frame));
    };
  }

  private IntPredicate stream(int stream) {
    return frame -> stream >= 0 && index.stream(frame) == stream;
  }

  private int callOf(int frame) {
    int stream = index.stream(frame);
    return snapshot.streams().stream()
        .filter(known -> known.id() == stream)
        .mapToInt(StreamSnapshot::call)
        .findFirst()
        .orElse(index.call(frame));
  }

  private IntPredicate call(int call) {
    Set<Integer> streams = new HashSet<>();
    snapshot.streams().stream()
        .filter(stream -> call > 0 && stream.call() == call)
        .forEach(stream -> streams.add(stream.id()));
    return frame ->
        call > 0
            && (index.protocol(frame) == Protocol.RTP
                ? streams.contains(index.stream(frame))
                : index.call(frame) == call);
  }

  /** Two flows make a conversation: the other one is known by its first packet. */
  private IntPredicate conversation(int frame) throws IOException {
    Packet packet = reader.read(frame);
    if (packet == null || !packet.hasAddresses()) {
      return other -> false;
    }
    Ends ends = Ends.of(packet);
    Set<Integer> same = new HashSet<>();
    Set<Integer> others = new HashSet<>();
    return other -> {
      int flow = index.flow(other);
      if (flow >= 0 && (same.contains(flow) || others.contains(flow))) {
        return same.contains(flow);
      }
      boolean belongs = ends(other, ends);
      if (flow >= 0) {
        (belongs ? same : others).add(flow);
      }
      return belongs;
    };
  }

  private boolean ends(int frame, Ends wanted) {
    try {
      Packet packet = reader.read(frame);
      return packet != null && packet.hasAddresses() && wanted.same(Ends.of(packet));
    } catch (IOException e) {
      return false;
    }
  }

  private record Ends(Endpoint one, Endpoint other, Transport transport) {
    static Ends of(Packet p) {
      return new Ends(
          new Endpoint(new IpAddress(p.srcHi(), p.srcLo()), p.sport()),
          new Endpoint(new IpAddress(p.dstHi(), p.dstLo()), p.dport()),
          p.transport());
    }

    /** Whether these are the same two ends, whichever of them sends. */
    boolean same(Ends ends) {
      boolean straight = one.equals(ends.one) && other.equals(ends.other);
      boolean turned = one.equals(ends.other) && other.equals(ends.one);
      return transport == ends.transport && (straight || turned);
    }
  }
}
