package org.earpiece.capture.demo.sound;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A person's voice: a formant synthesiser (after Klatt 1980) that speaks sentences and is otherwise
 * as quiet as a room is.
 */
public final class Voice implements Sound {
  private static final double LEVEL = 5800;
  private static final double LOUDEST = 24_000;
  private static final double OPEN_PART = 0.62;

  private final SplittableRandom random;
  private final double pitch;
  private final double size;
  private final double pace;
  private final double room;
  private final Resonator r1 = new Resonator();
  private final Resonator r2 = new Resonator();
  private final Resonator r3 = new Resonator();
  private final Resonator r4 = new Resonator();
  private final Resonator narrowing = new Resonator();
  private @Nullable Utterance utterance;
  private int sample;
  private double period = 80;
  private double phase;
  private double hum;
  private double lastFlow;

  /**
   * A voice.
   *
   * @param pitch of a sentence's middle, Hz
   * @param size of the vocal tract: 1 a man's, smaller a woman's
   * @param pace 1 is calm; smaller is faster
   */
  public Voice(SplittableRandom random, double pitch, double size, double pace) {
    this.random = random;
    this.pitch = pitch;
    this.size = size;
    this.pace = pace;
    this.room = random.nextDouble(60, 160);
    r4.tune(3500, size < 0.95 ? 900 : 300);
  }

  /** Begins a sentence of {@link Phrases}. */
  public void say(String arpabet) {
    utterance = Utterance.of(arpabet, pace);
    sample = 0;
  }

  public boolean isSpeaking() {
    return utterance != null;
  }

  @Override
  public void next(short[] pcm) {
    for (int i = 0; i < pcm.length; i++) {
      hum = 0.9 * hum + 0.1 * random.nextDouble(-1, 1) * room;
      double out = hum + LEVEL * speech();
      pcm[i] = (short) (LOUDEST * Math.tanh(out / LOUDEST));
    }
  }

  private double speech() {
    Utterance u = utterance;
    if (u == null) {
      return 0;
    }
    int frame = sample / Utterance.FRAME;
    if (frame >= u.frames()) {
      utterance = null;
      return 0;
    }
    if (sample++ % Utterance.FRAME == 0) {
      tune(u, frame);
    }
    double noise = random.nextDouble(-1, 1);
    double source =
        u.get(Utterance.VOICING, frame) * cords(u, frame) + u.get(Utterance.BREATH, frame) * noise;
    double tract = r1.next(r2.next(r3.next(r4.next(source))));
    double hiss = narrowing.next(noise * u.get(Utterance.NOISE, frame));
    return tract + hiss;
  }

  private void tune(Utterance u, int frame) {
    r1.tune(u.f1(frame) / size, 70);
    r2.tune(Math.min(2700, u.f2(frame) / size), 110);
    r3.tune(Math.min(3150, u.f3(frame) / size), 200);
    narrowing.tuneBand(u.get(Utterance.NOISE_HERTZ, frame), u.get(Utterance.NOISE_WIDTH, frame));
  }

  /** The flow through the vocal cords, differentiated (Klatt and Klatt 1990), about -1 to 1. */
  private double cords(Utterance u, int frame) {
    phase++;
    if (phase >= period) {
      phase -= period;
      double hertz = pitch * u.get(Utterance.PITCH, frame) * random.nextDouble(0.988, 1.012);
      period = RATE / hertz;
    }
    double t = phase / (period * OPEN_PART);
    double flow = t < 1 ? 2 * t - 3 * t * t : 0;
    double tilted = flow - 0.3 * lastFlow;
    lastFlow = flow;
    return tilted;
  }
}
