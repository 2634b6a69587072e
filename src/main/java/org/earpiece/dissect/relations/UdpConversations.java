package org.earpiece.dissect.relations;

import java.util.Arrays;
import org.earpiece.bytes.FlowTable;
import org.earpiece.bytes.IntColumn;
import org.earpiece.bytes.SparseRows;
import org.earpiece.dissect.Flows;
import org.earpiece.packet.Transport;

/**
 * Numbers UDP conversations in order of appearance as Wireshark does: what goes from or to an
 * endpoint that was announced as media is one, the source's before the destination's; all other
 * packets between two endpoints are one. Made from the index alone and only when somebody asks, up
 * to the frame that is asked of: capturing costs it nothing. Any thread.
 */
final class UdpConversations {
  private static final int NONE = -1;

  private final FlowTable flows;
  private final Announcements announcements;
  private final FrameFlows frames;
  private final SparseRows layers;

  private final FlowTable pairs = new FlowTable(Flows.MAX_FLOWS);
  private int[] ofPair = new int[1 << 6];
  private int[] ofFlow = new int[1 << 6];
  private int[] ofAnnouncement = new int[1 << 6];
  private int[] firsts = new int[1 << 6];
  private int[] lasts = new int[1 << 6];
  private int count;

  private final IntColumn streams = new IntColumn();
  private final IntColumn previous = new IntColumn();

  /** The same of the rows of {@link #layers}. */
  private final IntColumn streamsOfLayers = new IntColumn();

  private final IntColumn previousOfLayers = new IntColumn();

  UdpConversations(
      FlowTable flows, Announcements announcements, FrameFlows frames, SparseRows layers) {
    this.flows = flows;
    this.announcements = announcements;
    this.frames = frames;
    this.layers = layers;
  }

  /** The conversation of a row of layers, in this frame. */
  synchronized int streamOf(int frame, int row) {
    advance(frame);
    return streamsOfLayers.get(row);
  }

  /** The frame before in the same conversation; 0 for none. */
  synchronized int previousOf(int frame, int row) {
    advance(frame);
    return previousOfLayers.get(row);
  }

  /** The conversation of a frame that has one layer of UDP, or -1. */
  synchronized int stream(int frame) {
    advance(frame);
    return streams.get(frame - 1);
  }

  /** The frame before in the same conversation; 0 for none. */
  synchronized int previous(int frame) {
    advance(frame);
    return previous.get(frame - 1);
  }

  /** The first frame of a conversation. */
  synchronized int first(int stream) {
    return firsts[stream];
  }

  private void advance(int to) {
    for (int frame = streams.size() + 1; frame <= to; frame++) {
      boolean several = false;
      int row = streamsOfLayers.size();
      for (; row < layers.size() && Key.frame(layers.key(row)) == frame; row++) {
        add(stream(layers.get(row, 0), frame), frame, streamsOfLayers, previousOfLayers);
        several = true;
      }
      int flow = several ? NONE : frames.udpFlow(frame);
      boolean udp = flow >= 0 && flows.kind(flow) == Transport.UDP.ordinal();
      add(udp ? stream(flow, frame) : NONE, frame, streams, previous);
    }
  }

  private void add(int stream, int frame, IntColumn ofStream, IntColumn before) {
    before.add(stream < 0 ? 0 : lasts[stream]);
    ofStream.add(stream);
    if (stream >= 0) {
      lasts[stream] = frame;
    }
  }

  private int stream(int flow, int frame) {
    if (flow >= ofFlow.length) {
      ofFlow = Arrays.copyOf(ofFlow, 2 * flow);
    }
    if (ofFlow[flow] != 0) {
      return ofFlow[flow] - 1;
    }
    int pair = pair(flow, false);
    if (pair == NONE) {
      int announced =
          announcements.find(flows.srcHi(flow), flows.srcLo(flow), flows.sport(flow), frame);
      if (announced == Announcements.NONE) {
        announced =
            announcements.find(flows.dstHi(flow), flows.dstLo(flow), flows.dport(flow), frame);
      }
      if (announced != Announcements.NONE) {
        return ofAnnouncement(announced, frame);
      }
      pair = pair(flow, true);
    }
    if (pair == NONE) {
      return NONE;
    }
    if (pair >= ofPair.length) {
      ofPair = Arrays.copyOf(ofPair, 2 * pair);
    }
    if (ofPair[pair] == 0) {
      ofPair[pair] = begin(frame) + 1;
    }
    ofFlow[flow] = ofPair[pair];
    return ofPair[pair] - 1;
  }

  /** The pair of endpoints of a flow, whichever way it goes. */
  private int pair(int flow, boolean add) {
    long srcHi = flows.srcHi(flow);
    long srcLo = flows.srcLo(flow);
    long dstHi = flows.dstHi(flow);
    long dstLo = flows.dstLo(flow);
    int sport = flows.sport(flow);
    int dport = flows.dport(flow);
    int order = Long.compareUnsigned(srcHi, dstHi);
    order = order != 0 ? order : Long.compareUnsigned(srcLo, dstLo);
    boolean forward = order != 0 ? order < 0 : sport <= dport;
    if (add) {
      return forward
          ? pairs.flow(srcHi, srcLo, dstHi, dstLo, sport, dport, 0)
          : pairs.flow(
              /* srcHi= */ dstHi,
              /* srcLo= */ dstLo,
              /* dstHi= */ srcHi,
              /* dstLo= */ srcLo,
              /* sport= */ dport,
              /* dport= */ sport,
              0);
    }
    return forward
        ? pairs.find(srcHi, srcLo, dstHi, dstLo, sport, dport, 0)
        : pairs.find(
            /* srcHi= */ dstHi,
            /* srcLo= */ dstLo,
            /* dstHi= */ srcHi,
            /* dstLo= */ srcLo,
            /* sport= */ dport,
            /* dport= */ sport,
            0);
  }

  private int ofAnnouncement(int announced, int frame) {
    if (announced >= ofAnnouncement.length) {
      ofAnnouncement = Arrays.copyOf(ofAnnouncement, 2 * announced);
    }
    if (ofAnnouncement[announced] == 0) {
      ofAnnouncement[announced] = begin(frame) + 1;
    }
    return ofAnnouncement[announced] - 1;
  }

  private int begin(int frame) {
    if (count == firsts.length) {
      firsts = Arrays.copyOf(firsts, 2 * count);
      lasts = Arrays.copyOf(lasts, 2 * count);
    }
    firsts[count] = frame;
    return count++;
  }
}
