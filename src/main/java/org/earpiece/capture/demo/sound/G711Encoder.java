package org.earpiece.capture.demo.sound;

/** Linear samples to G.711 (ITU-T G.711 tables 1a and 2a). */
public final class G711Encoder {
  private static final int MU_BIAS = 33 << 2;
  private static final int MU_CLIP = 8158 << 2;
  private static final byte[] MU = new byte[1 << 16];
  private static final byte[] A = new byte[1 << 16];

  static {
    for (int i = 0; i < 1 << 16; i++) {
      MU[i] = (byte) mu((short) i);
      A[i] = (byte) a((short) i);
    }
  }

  private G711Encoder() {}

  /** The samples in A-law, or else in µ-law. */
  public static byte[] encode(short[] pcm, boolean aLaw) {
    byte[] table = aLaw ? A : MU;
    byte[] payload = new byte[pcm.length];
    for (int i = 0; i < pcm.length; i++) {
      payload[i] = table[pcm[i] & 0xFFFF];
    }
    return payload;
  }

  private static int mu(int sample) {
    int sign = sample < 0 ? 0x80 : 0;
    int magnitude = Math.min(Math.abs(sample), MU_CLIP) + MU_BIAS;
    int segment = 24 - Integer.numberOfLeadingZeros(magnitude);
    int step = magnitude >> (segment + 3) & 0x0F;
    return ~(sign | segment << 4 | step) & 0xFF;
  }

  private static int a(int sample) {
    int sign = sample < 0 ? 0 : 0x80;
    int magnitude = sample < 0 ? ~sample : sample;
    int segment = Math.max(0, 24 - Integer.numberOfLeadingZeros(magnitude));
    int step = magnitude >> (segment == 0 ? 4 : segment + 3) & 0x0F;
    return (sign | segment << 4 | step) ^ 0x55;
  }
}
