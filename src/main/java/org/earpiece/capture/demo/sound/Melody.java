package org.earpiece.capture.demo.sound;

/** Music on hold: broken chords of plucked notes, round and round. */
public final class Melody implements Sound {
  private static final int[] CHORDS = {60, 64, 67, 57, 60, 64, 65, 69, 72, 67, 71, 74};
  private static final int[] PATTERN = {0, 1, 2, 1, 0, 2, 1, 2};
  private static final int NOTE = RATE * 28 / 100;
  private static final int VOICES = 3;
  private static final double LEVEL = 3000;

  private final double[] frequency = new double[VOICES];
  private final int[] age = new int[VOICES];
  private int sample;
  private int note;

  @Override
  public void next(short[] pcm) {
    for (int i = 0; i < pcm.length; i++, sample++) {
      if (sample % NOTE == 0) {
        pluck();
      }
      double sum = 0;
      for (int v = 0; v < VOICES; v++) {
        sum += string(v);
      }
      pcm[i] = (short) (LEVEL * sum);
    }
  }

  private void pluck() {
    int chord = note / PATTERN.length % (CHORDS.length / 3);
    int pitch = CHORDS[chord * 3 + PATTERN[note % PATTERN.length]];
    int voice = note % VOICES;
    frequency[voice] = 440 * Math.pow(2, (pitch - 69) / 12.0);
    age[voice] = 0;
    note++;
  }

  private double string(int voice) {
    double t = (double) age[voice]++ / RATE;
    double phase = 2 * Math.PI * frequency[voice] * t;
    double attack = Math.min(1, t * 200);
    return attack
        * (Math.exp(-4 * t) * Math.sin(phase)
            + 0.4 * Math.exp(-7 * t) * Math.sin(2 * phase)
            + 0.2 * Math.exp(-11 * t) * Math.sin(3 * phase));
  }
}
