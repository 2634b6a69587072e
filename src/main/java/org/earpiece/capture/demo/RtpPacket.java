package org.earpiece.capture.demo;

import org.jspecify.annotations.Nullable;

/**
 * A packet of media.
 *
 * @param pcm its sound, for who must encode it again; null for a telephone-event
 */
record RtpPacket(
    int sequence,
    long timestamp,
    boolean marker,
    int payloadType,
    byte[] payload,
    short @Nullable [] pcm) {
  /** The bytes on the wire (RFC 3550 5.1). */
  byte[] bytes(int ssrc) {
    Octets out = new Octets();
    out.u8(0x80).u8((marker ? 0x80 : 0) | payloadType).u16(sequence);
    return out.u32((int) timestamp).u32(ssrc).bytes(payload).toBytes();
  }
}
