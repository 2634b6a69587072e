package org.earpiece.store;

import org.earpiece.bytes.IntColumn;
import org.earpiece.bytes.LongColumn;
import org.earpiece.bytes.ShortColumn;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/**
 * What is known of every frame without reading it: 26 bytes each, outside the heap. Row n - 1 is
 * frame n. The pipeline appends; any thread reads rows below {@link #size}.
 */
public final class PacketIndex {
  private final LongColumn positions = new LongColumn();
  private final LongColumn times = new LongColumn();
  private final IntColumn flows = new IntColumn();
  private final IntColumn owners = new IntColumn();
  private final ShortColumn stacks = new ShortColumn();
  private final ProtocolStacks protocols = new ProtocolStacks();

  /** Appends a packet whose layers were walked and which the taps have seen. */
  public void add(long position, Packet packet) {
    positions.add(position);
    times.add(packet.timeNanos());
    flows.add(packet.flow());
    owners.add(packet.stream() != Packet.NONE ? packet.stream() : packet.call());
    stacks.add((short) protocols.number(packet));
  }

  /** Frames indexed. */
  public int size() {
    return stacks.size();
  }

  /** Where the record is: see {@link PacketStore}. */
  long position(int frame) {
    return positions.get(frame - 1);
  }

  /** Arrival, ns since 1970. */
  public long timeNanos(int frame) {
    return times.get(frame - 1);
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
    return protocol(frame) == Protocol.RTP ? Packet.NONE : owners.get(frame - 1);
  }

  /** The number of the frame's sequence of protocols in {@link #protocols}. */
  public int stack(int frame) {
    return stacks.get(frame - 1);
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
