package org.earpiece.capture.demo;

import java.util.SplittableRandom;

/** Steps one after the other, each a natural time after the one before. */
final class Script {
  private static final double SPREAD = 0.2;

  private final Timeline timeline;
  private final SplittableRandom random;
  private long time;

  Script(Timeline timeline, SplittableRandom random) {
    this.timeline = timeline;
    this.random = random;
    this.time = timeline.now();
  }

  /** The next step, about so many milliseconds after the one before. */
  Script after(double millis, Timeline.Step step) {
    time += (long) (millis * Timeline.MILLI * random.nextDouble(1 - SPREAD, 1 + SPREAD));
    timeline.at(time, step);
    return this;
  }
}
