package org.earpiece.fuzz;

import org.earpiece.packet.LinkType;

/** Every dissector above UDP and TCP: whatever the bytes, the layers below are right. */
public final class PayloadFuzz {
  private PayloadFuzz() {}

  /** A byte for the transport, two ports, the payload. */
  public static void fuzzerTestOneInput(byte[] data) {
    FuzzInput input = new FuzzInput(data);
    boolean tcp = (input.u8() & 1) == 1;
    int sport = input.u16();
    int dport = input.u16();
    byte[] payload = input.rest();
    byte[] frame =
        tcp
            ? Frames.tcp(1, 2, sport, dport, 1, 0x18, payload)
            : Frames.udp(1, 2, sport, dport, payload);
    Reading reading = new Reading();
    reading.walk(LinkType.RAW, frame, 0);
    reading.everything();
    reading.walkAgain(LinkType.RAW, frame, 0);
  }
}
