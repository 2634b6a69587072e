package org.earpiece.media;

/** Uncompressed 16-bit sound, one channel, network byte order (RFC 3551 section 4.5.11). */
final class L16 implements AudioCodec, AudioCodec.Decoder {
  @Override
  public String name() {
    return "L16";
  }

  @Override
  public int sampleRate(int clockRate) {
    return clockRate;
  }

  @Override
  public Decoder decoder() {
    return this;
  }

  @Override
  public int samples(int payloadLength) {
    return payloadLength / 2;
  }

  @Override
  public int decode(byte[] payload, int offset, int length, short[] out, int at) {
    int samples = length / 2;
    for (int i = 0; i < samples; i++) {
      out[at + i] = (short) (payload[offset + 2 * i] << 8 | (payload[offset + 2 * i + 1] & 0xFF));
    }
    return samples;
  }
}
