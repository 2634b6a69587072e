package org.earpiece.media;

import java.util.function.IntUnaryOperator;

/** µ-law and A-law (ITU-T G.711): a byte a sample, decoded by table to 16 bits. */
public final class G711 implements AudioCodec {
  /** PCMU. */
  public static final G711 MU_LAW = new G711("PCMU", G711::muLaw);

  /** PCMA. */
  public static final G711 A_LAW = new G711("PCMA", G711::aLaw);

  private final String name;
  private final short[] table = new short[256];
  private final Decoder decoder = new TableDecoder();

  private G711(String name, IntUnaryOperator expand) {
    this.name = name;
    for (int code = 0; code < 256; code++) {
      table[code] = (short) expand.applyAsInt(code);
    }
  }

  /** G.711 table 2a, 14 bits scaled to 16. */
  private static int muLaw(int code) {
    int inverted = ~code & 0xFF;
    int segment = inverted >> 4 & 7;
    int magnitude = ((((inverted & 0x0F) << 3) + 0x84) << segment) - 0x84;
    return (inverted & 0x80) != 0 ? -magnitude : magnitude;
  }

  /** G.711 table 1a, 13 bits scaled to 16; even bits are inverted on the line. */
  private static int aLaw(int code) {
    int even = code ^ 0x55;
    int segment = even >> 4 & 7;
    int step = ((even & 0x0F) << 4) + 8;
    int magnitude = segment == 0 ? step : (step + 0x100) << (segment - 1);
    return (even & 0x80) != 0 ? magnitude : -magnitude;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int sampleRate(int clockRate) {
    return clockRate;
  }

  @Override
  public Decoder decoder() {
    return decoder;
  }

  private final class TableDecoder implements Decoder {
    @Override
    public int samples(int payloadLength) {
      return payloadLength;
    }

    @Override
    public int decode(byte[] payload, int offset, int length, short[] out, int at) {
      for (int i = 0; i < length; i++) {
        out[at + i] = table[payload[offset + i] & 0xFF];
      }
      return length;
    }
  }
}
