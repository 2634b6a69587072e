package org.earpiece.capture.demo.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class VoiceTest {
  private static final double FULL_SCALE = 32768;

  static Stream<String> phrases() {
    return Stream.of(Phrases.GREETINGS, Phrases.TALK, Phrases.NODS, Phrases.MENU)
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void everySentenceIsAsLoudAsSpeechAndNeverClips(String phrase) {
    for (double size : new double[] {1.03, 0.88}) {
      short[] speech = speak(phrase, size < 1 ? 205 : 110, size);
      assertThat(speech.length).as("samples").isBetween(Sound.RATE / 5, Sound.RATE * 6);
      assertThat(decibels(speech)).as("dB of full scale, size %s", size).isBetween(-32.0, -15.0);
      assertThat(peak(speech)).as("peak, size %s", size).isLessThan(30_000);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "IY1 IY1 IY1, 2250, 1000",
    "AA1 AA1 AA1, 1000, 2250",
    "UW1 UW1 UW1, 870, 1700",
    "S S S S, 3600, 500",
    "SH SH SH SH, 2500, 500"
  })
  void soundsHaveTheirFormants(String phonemes, double strong, double weak) {
    short[] speech = speak(phonemes, 110, 1);
    assertThat(band(speech, strong)).isGreaterThan(4 * band(speech, weak));
  }

  private static short[] speak(String phrase, double pitch, double size) {
    Voice voice = new Voice(new SplittableRandom(7), pitch, size, 1);
    voice.say(phrase);
    List<Short> all = new ArrayList<>();
    short[] packet = new short[Sound.PACKET];
    while (voice.isSpeaking()) {
      voice.next(packet);
      for (short s : packet) {
        all.add(s);
      }
    }
    short[] speech = new short[all.size()];
    for (int i = 0; i < speech.length; i++) {
      speech[i] = all.get(i);
    }
    return speech;
  }

  private static double decibels(short[] pcm) {
    double sum = 0;
    for (short s : pcm) {
      sum += (double) s * s;
    }
    return 20 * Math.log10(Math.sqrt(sum / pcm.length) / FULL_SCALE);
  }

  private static int peak(short[] pcm) {
    int peak = 0;
    for (short s : pcm) {
      peak = Math.max(peak, Math.abs(s));
    }
    return peak;
  }

  /** Power within 150 Hz of a frequency. */
  private static double band(short[] pcm, double hertz) {
    double power = 0;
    for (double f = hertz - 150; f <= hertz + 150; f += 10) {
      double re = 0;
      double im = 0;
      for (int i = 0; i < pcm.length; i++) {
        re += pcm[i] * Math.cos(2 * Math.PI * f * i / Sound.RATE);
        im += pcm[i] * Math.sin(2 * Math.PI * f * i / Sound.RATE);
      }
      power += re * re + im * im;
    }
    return power;
  }
}
