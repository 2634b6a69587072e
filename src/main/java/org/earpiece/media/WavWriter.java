package org.earpiece.media;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes 16-bit PCM as a WAV file (RIFF, little endian), one channel a track. */
public final class WavWriter {
  private static final int HEADER = 44;
  private static final int BYTES_A_SAMPLE = 2;

  private WavWriter() {}

  /**
   * Writes channels side by side; shorter ones end in silence.
   *
   * @param sampleRate of all channels, Hz
   * @throws IOException where the file cannot be written
   */
  public static void write(Path file, int sampleRate, List<short[]> channels) throws IOException {
    int frames = channels.stream().mapToInt(c -> c.length).max().orElse(0);
    int frameBytes = channels.size() * BYTES_A_SAMPLE;
    long data = (long) frames * frameBytes;
    if (data > 0xFFFF_FFFFL - HEADER) {
      throw new IOException("the sound is longer than a WAV file can hold (4 GiB)");
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      out.write(header(sampleRate, channels.size(), (int) data));
      byte[] frame = new byte[frameBytes];
      for (int i = 0; i < frames; i++) {
        for (int c = 0; c < channels.size(); c++) {
          short[] channel = channels.get(c);
          int sample = i < channel.length ? channel[i] : 0;
          frame[2 * c] = (byte) sample;
          frame[2 * c + 1] = (byte) (sample >> 8);
        }
        out.write(frame);
      }
    }
  }

  private static byte[] header(int sampleRate, int channels, int data) {
    ByteBuffer b = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    b.put(ascii("RIFF")).putInt(HEADER - 8 + data).put(ascii("WAVE"));
    b.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) channels);
    b.putInt(sampleRate).putInt(sampleRate * channels * BYTES_A_SAMPLE);
    b.putShort((short) (channels * BYTES_A_SAMPLE)).putShort((short) (8 * BYTES_A_SAMPLE));
    b.put(ascii("data")).putInt(data);
    return b.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
