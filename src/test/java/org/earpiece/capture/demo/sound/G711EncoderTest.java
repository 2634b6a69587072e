package org.earpiece.capture.demo.sound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class G711EncoderTest {
  @Test
  void everyMuLawValueComesBack() {
    for (int code = 0; code < 256; code++) {
      byte[] encoded = G711Encoder.encode(new short[] {mu(code)}, false);
      int expected = code == 0x7F ? 0xFF : code;
      assertThat(encoded[0] & 0xFF).as("code %02x, sample %d", code, mu(code)).isEqualTo(expected);
    }
  }

  @Test
  void everyALawValueComesBack() {
    for (int code = 0; code < 256; code++) {
      byte[] encoded = G711Encoder.encode(new short[] {a(code)}, true);
      assertThat(encoded[0] & 0xFF).as("code %02x, sample %d", code, a(code)).isEqualTo(code);
    }
  }

  @Test
  void extremesAreTheLoudestCodes() {
    short[] extremes = {Short.MAX_VALUE, Short.MIN_VALUE};
    assertThat(G711Encoder.encode(extremes, false)).containsExactly(0x80, 0x00);
    assertThat(G711Encoder.encode(extremes, true)).containsExactly(0xAA, 0x2A);
  }

  /** ITU-T G.711 table 2a, in 16 bits. */
  private static short mu(int code) {
    int v = ~code & 0xFF;
    int magnitude = (((v & 0x0F) * 8 + 132) << (v >> 4 & 7)) - 132;
    return (short) ((v & 0x80) != 0 ? -magnitude : magnitude);
  }

  /** ITU-T G.711 table 1a, in 16 bits. */
  private static short a(int code) {
    int v = code ^ 0x55;
    int segment = v >> 4 & 7;
    int magnitude = (v & 0x0F) * 16 + 8;
    if (segment > 0) {
      magnitude = (magnitude + 256) << (segment - 1);
    }
    return (short) ((v & 0x80) != 0 ? magnitude : -magnitude);
  }
}
