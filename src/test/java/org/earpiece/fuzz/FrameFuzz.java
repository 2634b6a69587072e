package org.earpiece.fuzz;

import org.earpiece.packet.LinkType;

/** Every dissector by whole frames: the first two bytes are the link type. */
public final class FrameFuzz {
  private FrameFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    FuzzInput input = new FuzzInput(data);
    LinkType link = LinkType.of(input.u16());
    byte[] frame = input.rest();
    Reading reading = new Reading();
    reading.walk(link, frame, 0);
    reading.everything();
    reading.walkAgain(link, frame, 0);
    reading.everything();
  }
}
