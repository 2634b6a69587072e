package org.earpiece.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.earpiece.bytes.ByteView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamDecoderTest {
  private static final int SAMPLES = 160;
  private static final long PTIME = 20_000_000L;
  private final StreamDecoder decoder = new StreamDecoder(8000);

  @Test
  void packetsInOrderGiveTheirPayloadAndNothingElse() {
    for (int i = 0; i < 5; i++) {
      packet(i, i * PTIME, 65533 + i, 0xFFFF_FF00L + (long) i * SAMPLES);
    }
    DecodedStream sound = decoder.decode();
    assertThat(sound.samples()).hasSize(5 * SAMPLES);
    for (int i = 0; i < 5; i++) {
      assertThat(block(sound, i)).isEqualTo(i);
    }
    assertThat(sound.gaps()).isEmpty();
  }

  @Test
  void lostPacketsAreSilenceAndAGap() {
    packet(1, 0, 10, 0);
    packet(4, 3 * PTIME, 13, 3 * SAMPLES);
    DecodedStream sound = decoder.decode();
    assertThat(sound.samples()).hasSize(4 * SAMPLES);
    assertThat(sound.gaps()).containsExactly(SAMPLES, 3 * SAMPLES);
    assertThat(block(sound, 0)).isEqualTo(1);
    assertThat(sound.samples()[SAMPLES]).isZero();
    assertThat(sound.samples()[3 * SAMPLES - 1]).isZero();
    assertThat(block(sound, 3)).isEqualTo(4);
  }

  @Test
  void reorderedPacketsAreInOrderAndDuplicatesSoundOnce() {
    packet(1, 0, 10, 0);
    packet(3, PTIME, 12, 2 * SAMPLES);
    packet(2, PTIME + 1, 11, SAMPLES);
    packet(2, PTIME + 2, 11, SAMPLES);
    DecodedStream sound = decoder.decode();
    assertThat(sound.samples()).hasSize(3 * SAMPLES);
    assertThat(List.of(block(sound, 0), block(sound, 1), block(sound, 2))).containsExactly(1, 2, 3);
    assertThat(sound.gaps()).isEmpty();
  }

  @Test
  void aPauseOfTheSenderIsSilenceWithoutAGap() {
    packet(1, 0, 10, 0);
    packet(2, 50 * PTIME, 11, 50 * SAMPLES);
    DecodedStream sound = decoder.decode();
    assertThat(sound.samples()).hasSize(51 * SAMPLES);
    assertThat(sound.gaps()).isEmpty();
  }

  @Test
  void aSenderThatStartsAnewGoesOnWhereItArrives() {
    packet(1, 0, 10, 0);
    packet(2, PTIME, 11, 0x7000_0000L);
    packet(3, 2 * PTIME, 12, 0x7000_0000L + SAMPLES);
    DecodedStream sound = decoder.decode();
    assertThat(sound.samples()).hasSize(3 * SAMPLES);
    assertThat(List.of(block(sound, 0), block(sound, 1), block(sound, 2))).containsExactly(1, 2, 3);
  }

  @Test
  void soundBeyondTheLimitIsLeftOutAndTold() {
    packet(1, 0, 10, 0);
    long late = (StreamDecoder.MAX_SECONDS + 10L) * 1_000_000_000L;
    packet(2, late, 11, 0);
    DecodedStream sound = decoder.decode();
    assertThat(sound.samples()).hasSize(SAMPLES);
    assertThat(sound.cut()).isTrue();
  }

  @Test
  void whatNoCodecKnowsIsSilenceAndCounted() {
    decoder.add(0, 1, 0, null, new ByteView(), 0, 0);
    packet(1, PTIME, 2, SAMPLES);
    DecodedStream sound = decoder.decode();
    assertThat(sound.undecoded()).isEqualTo(1);
    assertThat(sound.samples()).hasSize(2 * SAMPLES);
    assertThat(block(sound, 1)).isEqualTo(1);
  }

  @Test
  void resamplingKeepsDurationAndGaps() {
    packet(1, 0, 10, 0);
    packet(1, 3 * PTIME, 13, 3 * SAMPLES);
    DecodedStream sound = decoder.decode().resampled(16_000);
    assertThat(sound.samples()).hasSize(8 * SAMPLES);
    assertThat(sound.gaps()).containsExactly(2 * SAMPLES, 6 * SAMPLES);
  }

  @Test
  void aWavFileIsReadBackByTheJdkAsItWasWritten(@TempDir Path folder)
      throws IOException, UnsupportedAudioFileException {
    Path file = folder.resolve("call.wav");
    WavWriter.write(file, 8000, List.of(new short[] {1, -2, 300}, new short[] {-32768}));
    try (AudioInputStream in = AudioSystem.getAudioInputStream(file.toFile())) {
      AudioFormat format = in.getFormat();
      assertThat(format.getChannels()).isEqualTo(2);
      assertThat(format.getSampleRate()).isEqualTo(8000f);
      assertThat(format.getSampleSizeInBits()).isEqualTo(16);
      assertThat(in.getFrameLength()).isEqualTo(3);
      assertThat(in.readAllBytes()).containsExactly(1, 0, 0, 0x80, 0xFE, 0xFF, 0, 0, 0x2C, 1, 0, 0);
    }
    assertThat(Files.size(file)).isEqualTo(44 + 12);
  }

  @Test
  void mixingClips() {
    short[] target = {30_000, -30_000, 5};
    Mixer.add(target, new short[] {30_000, 7, 7}, 1);
    assertThat(target).containsExactly(30_000, 0, 12);
    Mixer.add(target, new short[] {30_000}, 0);
    assertThat(target[0]).isEqualTo(Short.MAX_VALUE);
  }

  /** A packet whose samples all have the value {@code mark}. */
  private void packet(int mark, long arrival, int sequence, long timestamp) {
    byte[] payload = new byte[2 * SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      payload[2 * i + 1] = (byte) mark;
    }
    AudioCodec codec = AudioCodecs.named("L16");
    decoder.add(
        arrival,
        sequence & 0xFFFF,
        timestamp & 0xFFFF_FFFFL,
        codec,
        new ByteView().wrap(payload),
        0,
        payload.length);
  }

  private static int block(DecodedStream sound, int i) {
    int first = sound.samples()[i * SAMPLES];
    assertThat(sound.samples()[(i + 1) * SAMPLES - 1]).isEqualTo((short) first);
    return first;
  }
}
