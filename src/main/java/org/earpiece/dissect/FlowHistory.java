package org.earpiece.dissect;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The flows that carried first one thing, then another (a fax, later a call; HTTP, then WebSocket):
 * whoever reads an earlier frame again reads it as what it was. Bounded; the pipeline's thread
 * adds, any asks.
 */
final class FlowHistory {
  /** Flows whose changes are remembered at most; of further ones the latest kind counts. */
  static final int MAX_CHANGED = 50_000;

  /** Changes of one flow that are remembered at most, the latest. */
  static final int MAX_CHANGES = 16;

  /** The kinds of one flow in order, each with the first frame it is true of. */
  private record Changes(int[] frames, byte[] kinds) {
    byte at(int frame) {
      int i = kinds.length - 1;
      while (i > 0 && frames[i] > frame) {
        i--;
      }
      return kinds[i];
    }

    Changes and(int frame, byte kind) {
      int from = kinds.length == MAX_CHANGES ? 1 : 0;
      int size = kinds.length + 1 - from;
      int[] moreFrames = Arrays.copyOfRange(frames, from, from + size);
      byte[] moreKinds = Arrays.copyOfRange(kinds, from, from + size);
      moreFrames[size - 1] = frame;
      moreKinds[size - 1] = kind;
      return new Changes(moreFrames, moreKinds);
    }
  }

  private final Map<Integer, Changes> flows = new ConcurrentHashMap<>();

  /** Remembers what a flow carries from a frame on; false where there are too many flows. */
  boolean add(int flow, byte before, byte after, int frame) {
    Changes known = flows.get(flow);
    if (known == null && flows.size() >= MAX_CHANGED) {
      return false;
    }
    Changes sofar = known == null ? new Changes(new int[1], new byte[] {before}) : known;
    flows.put(flow, sofar.and(frame, after));
    return true;
  }

  /** What a flow that was added carried in a frame. */
  byte at(int flow, int frame) {
    Changes known = flows.get(flow);
    return known == null ? MediaEndpoints.UNKNOWN : known.at(frame);
  }
}
