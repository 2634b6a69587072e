package org.earpiece.capture.demo.sound;

import java.util.Locale;

/**
 * A sentence as the movements of a vocal tract, one row of targets every 5 ms: the pieces of its
 * phonemes one after the other, blurred as a tongue blurs them.
 */
final class Utterance {
  static final int FRAME = Sound.RATE / 200;
  private static final int FRAME_MILLIS = 5;
  private static final int F1 = 0;
  private static final int F2 = 1;
  private static final int F3 = 2;
  static final int VOICING = 3;
  static final int BREATH = 4;
  static final int NOISE = 5;
  static final int NOISE_HERTZ = 6;
  static final int NOISE_WIDTH = 7;
  static final int PITCH = 8;
  private static final int TRACKS = 9;
  private static final int FORMANT_BLUR = 4;
  private static final int LEVEL_BLUR = 1;
  private static final int PITCH_BLUR = 8;

  private final double[][] tracks;
  private int frames;

  private Utterance(int capacity) {
    tracks = new double[TRACKS][capacity];
  }

  /**
   * A sentence.
   *
   * @param arpabet phonemes between spaces, a 1 behind a stressed vowel, {@code ,} for a pause,
   *     {@code ?} at the end of a question
   * @param pace 1 is calm; smaller is faster
   */
  static Utterance of(String arpabet, double pace) {
    String[] words = arpabet.trim().split(" +", -1);
    Utterance utterance = new Utterance(words.length * 80);
    for (String word : words) {
      boolean stressed = word.endsWith("1");
      switch (word) {
        case "?" -> utterance.raiseEnd();
        case "," -> utterance.add(Phoneme.PAUSE, pace, false);
        default -> {
          String name = stressed ? word.substring(0, word.length() - 1) : word;
          utterance.add(Phoneme.valueOf(name.toUpperCase(Locale.ROOT)), pace, stressed);
        }
      }
    }
    utterance.add(Phoneme.PAUSE, pace, false);
    utterance.intone();
    utterance.blur();
    return utterance;
  }

  int frames() {
    return frames;
  }

  double f1(int frame) {
    return tracks[F1][frame];
  }

  double f2(int frame) {
    return tracks[F2][frame];
  }

  double f3(int frame) {
    return tracks[F3][frame];
  }

  double get(int track, int frame) {
    return tracks[track][frame];
  }

  private void add(Phoneme phoneme, double pace, boolean stressed) {
    for (Phoneme.Piece p : phoneme.pieces()) {
      double stretch = phoneme.isVowel() ? pace * (stressed ? 1.35 : 0.9) : pace;
      int length = Math.max(1, (int) Math.round(p.millis() * stretch / FRAME_MILLIS));
      for (int i = 0; i < length; i++, frames++) {
        tracks[F1][frames] = p.f1();
        tracks[F2][frames] = p.f2();
        tracks[F3][frames] = p.f3();
        tracks[VOICING][frames] = p.voicing() * (stressed ? 1.15 : 0.9);
        tracks[BREATH][frames] = p.breath();
        tracks[NOISE][frames] = p.noise();
        tracks[NOISE_HERTZ][frames] = p.noiseHertz();
        tracks[NOISE_WIDTH][frames] = p.noiseWidth();
        tracks[PITCH][frames] += stressed ? 0.16 : 0;
      }
    }
  }

  private void raiseEnd() {
    int from = Math.max(0, frames - 70);
    for (int i = from; i < frames; i++) {
      tracks[PITCH][i] += 0.45 * (i - from) / (frames - from);
    }
  }

  /** Pitch falls slowly from start to end of a sentence. */
  private void intone() {
    for (int i = 0; i < frames; i++) {
      tracks[PITCH][i] += 1.08 - 0.25 * i / frames;
    }
  }

  private void blur() {
    blur(F1, FORMANT_BLUR);
    blur(F2, FORMANT_BLUR);
    blur(F3, FORMANT_BLUR);
    blur(VOICING, LEVEL_BLUR);
    blur(BREATH, LEVEL_BLUR);
    blur(NOISE, LEVEL_BLUR);
    blur(PITCH, PITCH_BLUR);
  }

  private void blur(int track, int reach) {
    double[] in = tracks[track];
    double[] out = new double[in.length];
    for (int i = 0; i < frames; i++) {
      int from = Math.max(0, i - reach);
      int to = Math.min(frames - 1, i + reach);
      double sum = 0;
      for (int j = from; j <= to; j++) {
        sum += in[j];
      }
      out[i] = sum / (to - from + 1);
    }
    tracks[track] = out;
  }
}
