package org.earpiece.dissect;

import java.util.Arrays;
import org.earpiece.bytes.FlowTable;
import org.earpiece.packet.Packet;

/**
 * What SDP told last of each address and port: which media is to be expected there. Bounded; the
 * pipeline's thread.
 */
final class MediaEndpoints {
  /** Kinds of media, what holds more than another having the higher number. */
  static final byte UNKNOWN = 0;

  static final byte RTP = 1;

  /** RTP and RTCP encrypted by SRTP. */
  static final byte SECURE = 2;

  /** Fax over UDPTL, or RTP before or after it: version 2 tells RTP. */
  static final byte FAX = 3;

  private final FlowTable table = new FlowTable(Flows.MAX_ENDPOINTS);
  private byte[] kinds = new byte[1 << 8];
  private byte[] redundant = new byte[1 << 8];
  private int[] frames = new int[1 << 8];
  private int changes;

  /**
   * Remembers an announcement. A later one counts instead of an earlier one, several of one frame
   * count together.
   *
   * @param redundancy the payload type of RED (RFC 2198), or {@link Packet#NONE}
   */
  void announce(long hi, long lo, int port, byte kind, int redundancy, int frame) {
    int known = table.size();
    int i = table.flow(hi, lo, 0, 0, port, 0, 0);
    if (i == FlowTable.NONE) {
      return;
    }
    if (i == kinds.length) {
      kinds = Arrays.copyOf(kinds, 2 * i);
      redundant = Arrays.copyOf(redundant, 2 * i);
      frames = Arrays.copyOf(frames, 2 * i);
    }
    boolean again = i < known && frames[i] == frame;
    byte told = again && kinds[i] > kind ? kinds[i] : kind;
    byte red = again && redundancy == Packet.NONE ? redundant[i] : (byte) redundancy;
    if (i < known && (kinds[i] != told || redundant[i] != red)) {
      changes++;
    }
    kinds[i] = told;
    redundant[i] = red;
    frames[i] = frame;
  }

  /** The endpoint of a packet that was announced last, its destination or its source, or -1. */
  int latest(Packet p) {
    int to = table.find(p.dstHi(), p.dstLo(), 0, 0, p.dport(), 0, 0);
    int from = table.find(p.srcHi(), p.srcLo(), 0, 0, p.sport(), 0, 0);
    if (to < 0 || from < 0) {
      return Math.max(to, from);
    }
    if (frames[to] == frames[from]) {
      return kinds[from] > kinds[to] ? from : to;
    }
    return frames[from] > frames[to] ? from : to;
  }

  byte kind(int endpoint) {
    return endpoint < 0 ? UNKNOWN : kinds[endpoint];
  }

  /**
   * The payload type of redundant data in a packet, or {@link Packet#NONE}: as its receiver told,
   * else its sender (RFC 3264 section 5.1).
   */
  int redundancy(Packet p) {
    int to = table.find(p.dstHi(), p.dstLo(), 0, 0, p.dport(), 0, 0);
    if (to >= 0) {
      return redundant[to];
    }
    int from = table.find(p.srcHi(), p.srcLo(), 0, 0, p.sport(), 0, 0);
    return from < 0 ? Packet.NONE : redundant[from];
  }

  /** Grows with every endpoint that is new. */
  int size() {
    return table.size();
  }

  /** Grows when something else is announced of an endpoint than before. */
  int changes() {
    return changes;
  }
}
