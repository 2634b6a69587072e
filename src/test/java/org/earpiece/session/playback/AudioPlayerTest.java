package org.earpiece.session.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sound.sampled.LineUnavailableException;
import org.earpiece.session.CallAudio;
import org.earpiece.session.playback.AudioPlayer.Level;
import org.junit.jupiter.api.Test;

class AudioPlayerTest {
  private static final int RATE = 8000;
  private final AtomicLong clock = new AtomicLong(5_000_000_000L);
  private final Recorder recorder = new Recorder();
  private final AudioPlayer player = new AudioPlayer(rate -> recorder, clock::get);

  /** Hears everything at once and keeps it. */
  private static final class Recorder implements AudioSink {
    final List<Short> left = new ArrayList<>();
    final List<Short> right = new ArrayList<>();
    long played;
    boolean closed;

    @Override
    public int writable() {
      return 400;
    }

    @Override
    public void write(byte[] pcm, int frames) {
      for (int i = 0; i < frames; i++) {
        left.add((short) ((pcm[4 * i] & 0xFF) | pcm[4 * i + 1] << 8));
        right.add((short) ((pcm[4 * i + 2] & 0xFF) | pcm[4 * i + 3] << 8));
      }
      played += frames;
    }

    @Override
    public long played() {
      return played;
    }

    @Override
    public void flush() {
      played = 0;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private static short[] ramp(int from, int count) {
    short[] samples = new short[count];
    for (int i = 0; i < count; i++) {
      samples[i] = (short) (from + i);
    }
    return samples;
  }

  private static CallAudio audio(long start, short[]... tracks) {
    List<CallAudio.Track> all = new ArrayList<>();
    for (short[] samples : tracks) {
      all.add(new CallAudio.Track(all.size() + 1, "", all.isEmpty(), samples, new int[0]));
    }
    return new CallAudio(start, RATE, all, List.of());
  }

  private void runDry() {
    while (player.doWork() > 0) {
      assertThat(recorder.left).hasSizeLessThan(100_000);
    }
    player.doWork();
  }

  @Test
  void playsEverySampleOnceInOrderAndStopsAtTheEnd() {
    player.audio(audio(0, ramp(0, 1000)), false);
    player.play();
    runDry();
    assertThat(recorder.left).hasSize(1000).isSorted();
    assertThat(recorder.right).isEqualTo(recorder.left);
    assertThat(player.playing()).isFalse();
    assertThat(player.position()).isEqualTo(1000);
  }

  @Test
  void levelsPutEachTrackOnItsSide() {
    player.audio(audio(0, new short[] {100, 100}, new short[] {40, 40}), false);
    player.levels(Map.of(1, new Level(1, 0), 2, new Level(0, 0.5f)));
    player.play();
    runDry();
    assertThat(recorder.left).containsExactly((short) 100, (short) 100);
    assertThat(recorder.right).containsExactly((short) 20, (short) 20);
  }

  @Test
  void loudTracksAreClampedNotWrapped() {
    player.audio(audio(0, new short[] {30000, -30000}, new short[] {30000, -30000}), false);
    player.play();
    runDry();
    assertThat(recorder.left).containsExactly(Short.MAX_VALUE, Short.MIN_VALUE);
  }

  @Test
  void seekMovesTheHeadAtOnceWhileItPlays() {
    player.audio(audio(0, ramp(0, 2000)), false);
    player.play();
    player.doWork();
    player.seek(1500);
    assertThat(player.position()).isEqualTo(1500);
    recorder.left.clear();
    player.doWork();
    assertThat(recorder.left.getFirst()).isEqualTo((short) 1500);
    assertThat(player.position()).isEqualTo(1900);
  }

  @Test
  void pauseKeepsThePlaceAndStopGoesBack() {
    player.audio(audio(0, ramp(0, 2000)), false);
    player.play();
    player.doWork();
    player.pause();
    assertThat(player.doWork()).isZero();
    assertThat(player.position()).isEqualTo(400);
    player.play();
    player.doWork();
    assertThat(recorder.left).hasSize(800).isSorted();
    player.stop();
    player.doWork();
    assertThat(player.position()).isZero();
    assertThat(player.playing()).isFalse();
  }

  @Test
  void playAtTheEndBeginsAgain() {
    player.audio(audio(0, ramp(0, 300)), false);
    player.play();
    runDry();
    player.play();
    player.doWork();
    assertThat(recorder.left).hasSize(600);
    assertThat(recorder.left.get(300)).isZero();
  }

  @Test
  void waitsAtTheEndOfACallThatRunsAndGoesOnWhenItGrew() {
    player.audio(audio(0, ramp(0, 400)), true);
    player.play();
    runDry();
    assertThat(player.playing()).isTrue();
    player.audio(audio(0, ramp(0, 1000)), false);
    runDry();
    assertThat(recorder.left).hasSize(1000).isSorted();
    assertThat(player.playing()).isFalse();
  }

  @Test
  void keepsItsMomentWhenTheSoundBeginsEarlier() {
    player.audio(audio(1_000_000_000L, ramp(0, 4000)), false);
    player.seek(2000);
    player.audio(audio(500_000_000L, ramp(0, 8000)), false);
    assertThat(player.position()).isEqualTo(6000);
  }

  @Test
  void withoutASoundCardTheHeadMovesByTheClockAndOneSentenceSaysSo() {
    AudioPlayer silent =
        new AudioPlayer(
            rate -> {
              throw new LineUnavailableException("none");
            },
            clock::get);
    silent.audio(audio(0, ramp(0, RATE)), false);
    silent.play();
    silent.doWork();
    assertThat(silent.notice()).contains("No sound card");
    for (int i = 0; i < 25; i++) {
      clock.addAndGet(20_000_000);
      silent.doWork();
    }
    assertThat(silent.position()).isBetween(RATE / 2 - 2L, RATE / 2 + 2L);
    for (int i = 0; i < 40; i++) {
      clock.addAndGet(20_000_000);
      silent.doWork();
    }
    assertThat(silent.playing()).isFalse();
    assertThat(silent.position()).isEqualTo(RATE);
    silent.close();
  }

  @Test
  void nothingToPlayEndsAtOnce() {
    player.play();
    assertThat(player.doWork()).isZero();
    assertThat(player.playing()).isFalse();
  }

  @Test
  void closeWithoutAThreadReleasesTheSink() {
    player.audio(audio(0, ramp(0, 300)), false);
    player.play();
    player.doWork();
    player.close();
    assertThat(recorder.closed).isTrue();
  }
}
