package org.earpiece.fuzz;

import java.nio.charset.StandardCharsets;
import org.earpiece.packet.LinkType;

/** Reassembly of TCP: messages cut anywhere, out of order, overlapping, lost. */
public final class SegmentFuzz {
  private static final int MAX_SEGMENTS = 64;
  private static final byte[] STREAM =
      (Seeds.text(Seeds.INVITE) + Seeds.text(Seeds.OK) + Seeds.text(Seeds.REGISTER))
          .getBytes(StandardCharsets.UTF_8);

  private SegmentFuzz() {}

  /** Segments: flags, place in the stream, length, and whether their bytes are the stream's. */
  public static void fuzzerTestOneInput(byte[] data) {
    FuzzInput input = new FuzzInput(data);
    TrafficFuzz.Tracking tracking = new TrafficFuzz.Tracking();
    int origin = input.i32();
    long nanos = 0;
    for (int i = 0; i < MAX_SEGMENTS && input.more(); i++) {
      int choice = input.u8();
      int at = input.u16();
      int length = input.u16() % (STREAM.length + 64);
      byte[] part = new byte[length];
      for (int k = 0; k < length; k++) {
        part[k] = at + k < STREAM.length ? STREAM[at + k] : (byte) choice;
      }
      byte[] payload = (choice & 0x80) == 0 ? part : input.bytes(length & 0xFF);
      boolean back = (choice & 0x40) != 0;
      nanos += 20_000_000;
      byte[] frame =
          Frames.tcp(
              back ? 2 : 1,
              back ? 1 : 2,
              back ? 5060 : 40_000,
              back ? 40_000 : 5060,
              origin + at,
              choice & 0x3F,
              payload);
      tracking.frame(LinkType.RAW, frame, nanos);
    }
    tracking.end();
  }
}
