package org.earpiece.capture.demo.sound;

/** A signalling tone with its cadence (ITU-T E.180). */
public final class Tone implements Sound {
  private static final double LEVEL = 3200;
  private static final int FADE = RATE / 200;

  private final double[] hertz;
  private final int on;
  private final int period;
  private int sample;

  private Tone(int onMillis, int offMillis, double... hertz) {
    this.hertz = hertz;
    this.on = onMillis * RATE / 1000;
    this.period = on + offMillis * RATE / 1000;
  }

  /** What a caller hears while it rings in Europe. */
  public static Tone ringing() {
    return new Tone(1000, 4000, 425);
  }

  @Override
  public void next(short[] pcm) {
    for (int i = 0; i < pcm.length; i++, sample++) {
      int at = sample % period;
      int edge = Math.min(at, on - at);
      double gain = edge <= 0 ? 0 : Math.min(1, (double) edge / FADE);
      double sum = 0;
      for (double f : hertz) {
        sum += Math.sin(2 * Math.PI * f * sample / RATE);
      }
      pcm[i] = (short) (LEVEL * gain * sum / hertz.length);
    }
  }
}
