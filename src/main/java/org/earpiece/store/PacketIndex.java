package org.earpiece.store;

import org.earpiece.bytes.IntColumn;
import org.earpiece.bytes.LongColumn;
import org.earpiece.bytes.ShortColumn;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/**
 * What is known of every frame without reading it: 26 bytes each, outside the heap. Row n - 1 is
 * frame n. The pipeline adds rows and publishes them a batch at a time; any thread reads rows below
 * {@link #size}.
 */
public final class PacketIndex {
  /** Frames that are numbered at most. */
  public static final int MAX_FRAMES = 2_000_000_000;

  /** Rows gathered before they are copied to the columns. */
  private static final int BATCH = 512;

  /** Beside the number of the protocols: numbers have no more bits than {@link #STACK}. */
  private static final int IRREGULAR = 0x8000;

  private static final int STACK = ProtocolStacks.MAX_STACKS;

  private final LongColumn positions = new LongColumn();
  private final LongColumn times = new LongColumn();
  private final IntColumn flows = new IntColumn();
  private final IntColumn owners = new IntColumn();
  private final ShortColumn stacks = new ShortColumn();
  private final ProtocolStacks protocols = new ProtocolStacks();

  private final long[] newPositions = new long[BATCH];
  private final long[] newTimes = new long[BATCH];
  private final int[] newFlows = new int[BATCH];
  private final int[] newOwners = new int[BATCH];
  private final short[] newStacks = new short[BATCH];
  private int gathered;
  private volatile long firstTime;

  /**
   * Adds a packet whose layers were walked and which the taps have seen; it can be read after
   * {@link #publish}.
   */
  public void add(long position, Packet packet) {
    int row = gathered;
    newPositions[row] = position;
    newTimes[row] = packet.timeNanos();
    if (packet.number() == 1) {
      firstTime = packet.timeNanos();
    }
    newFlows[row] = packet.flow();
    newOwners[row] = owner(packet);
    newStacks[row] = (short) (protocols.number(packet) | (packet.irregular() ? IRREGULAR : 0));
    gathered = row + 1;
    if (gathered == BATCH) {
      publish();
    }
  }

  /** A stream's identity, a call's number, or below {@link Packet#NONE} a soft state's identity. */
  private static int owner(Packet packet) {
    if (packet.stream() != Packet.NONE) {
      return packet.stream();
    }
    boolean softState = packet.call() == Packet.NONE && packet.softState() != Packet.NONE;
    return softState ? Packet.NONE - packet.softState() : packet.call();
  }

  /** Makes all rows added readable, the column that {@link #size} counts last. */
  public void publish() {
    positions.append(newPositions, gathered);
    times.append(newTimes, gathered);
    flows.append(newFlows, gathered);
    owners.append(newOwners, gathered);
    stacks.append(newStacks, gathered);
    gathered = 0;
  }

  /**
   * Lets go of what is known of the frames before this one, which are no longer held; when the
   * first frame came stays known. The pipeline's thread.
   */
  void release(int frame) {
    int row = frame - 2; // the time of the frame before is asked for
    positions.release(row);
    times.release(row);
    flows.release(row);
    owners.release(row);
    stacks.release(row);
  }

  /** Frames that can be read. */
  public int size() {
    return stacks.size();
  }

  /** Where the record is: see {@link PacketStore}. */
  long position(int frame) {
    return positions.get(frame - 1);
  }

  /** Arrival, ns since 1970. */
  public long timeNanos(int frame) {
    return frame == 1 ? firstTime : times.get(frame - 1);
  }

  /** The number of the frame's flow, or {@link Packet#NONE}. */
  public int flow(int frame) {
    return flows.get(frame - 1);
  }

  /** The identity of the RTP stream that an RTP frame belongs to, or {@link Packet#NONE}. */
  public int stream(int frame) {
    return protocol(frame) == Protocol.RTP ? owners.get(frame - 1) : Packet.NONE;
  }

  /** The number of the call that a SIP or RTCP frame belongs to, or {@link Packet#NONE}. */
  public int call(int frame) {
    return protocol(frame) == Protocol.RTP
        ? Packet.NONE
        : Math.max(Packet.NONE, owners.get(frame - 1));
  }

  /**
   * The identity of the registration, subscription or publication that a SIP frame of no call
   * belongs to, or {@link Packet#NONE}.
   */
  public int softState(int frame) {
    int owner = owners.get(frame - 1);
    boolean softState = owner < Packet.NONE && protocol(frame) != Protocol.RTP;
    return softState ? Packet.NONE - owner : Packet.NONE;
  }

  /** The number of the frame's sequence of protocols in {@link #protocols}. */
  public int stack(int frame) {
    return stacks.get(frame - 1) & STACK;
  }

  /** The same of {@code count} frames, from one on. */
  public void stacks(int frame, short[] to, int count) {
    stacks.copy(frame - 1, to, count);
    for (int i = 0; i < count; i++) {
      to[i] &= STACK;
    }
  }

  /** Whether the frame is not the one that was due, see {@link Packet#irregular()}. */
  public boolean irregular(int frame) {
    return (stacks.get(frame - 1) & IRREGULAR) != 0;
  }

  /** The innermost protocol. */
  public Protocol protocol(int frame) {
    return protocols.innermost(stack(frame));
  }

  public ProtocolStacks protocols() {
    return protocols;
  }

  /** Bytes held outside the heap. */
  public long bytes() {
    return positions.bytes() + times.bytes() + flows.bytes() + owners.bytes() + stacks.bytes();
  }
}
