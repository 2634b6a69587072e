package org.earpiece.fuzz;

import org.earpiece.packet.LinkType;

/** What runs over TCP in messages: DNS, STUN, HEP, SIP, HTTP and WebSocket, cut anywhere. */
public final class StreamFuzz {
  private static final int MAX_SEGMENTS = 64;
  private static final int ACK = 0x10;
  private static final int[] PORTS = {53, 3478, 9060, 5060, 80, 40_001};

  private StreamFuzz() {}

  /** A byte for the port; then segments: a byte for side and kind, two of length, the bytes. */
  public static void fuzzerTestOneInput(byte[] data) {
    FuzzInput input = new FuzzInput(data);
    int port = PORTS[input.u8() % PORTS.length];
    TrafficFuzz.Tracking tracking = new TrafficFuzz.Tracking();
    int[] next = new int[2];
    for (int i = 0; i < MAX_SEGMENTS && input.more(); i++) {
      int choice = input.u8();
      int side = choice & 1;
      int length = input.u16();
      boolean framed = (choice & 2) != 0;
      int first = framed ? input.u8() : 0;
      byte[] bytes = input.bytes(length);
      byte[] sent = framed ? webSocketFrame(first, bytes) : bytes;
      next[side] += (choice & 4) == 0 ? 0 : 1 + (choice >> 3); // lost before
      int sport = side == 0 ? 40_000 : port;
      int dport = side == 0 ? port : 40_000;
      byte[] frame = Frames.tcp(1 + side, 2 - side, sport, dport, next[side], ACK, sent);
      next[side] += sent.length;
      tracking.frame(LinkType.RAW, frame, i * 1_000_000L);
    }
    tracking.end();
  }

  /** A frame whose length is right: fuzzing alone seldom makes one. */
  private static byte[] webSocketFrame(int first, byte[] payload) {
    byte[] frame = new byte[4 + payload.length];
    frame[0] = (byte) first;
    frame[1] = 126;
    frame[2] = (byte) (payload.length >> 8);
    frame[3] = (byte) payload.length;
    System.arraycopy(payload, 0, frame, 4, payload.length);
    return frame;
  }
}
