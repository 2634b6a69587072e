package org.earpiece.capture.demo;

import java.util.SplittableRandom;

/**
 * What happens to packets between two hosts: delay, jitter, loss in bursts (the model of Gilbert),
 * now and then one that overtakes another.
 */
final class Path {
  private static final long STEP = 20_000;
  private static final long OVERTAKEN = 34 * Timeline.MILLI;
  private static final double OVERTAKEN_SHARE = 0.01;
  private static final long ROUGH_PERIOD = 32 * Timeline.SECOND;
  private static final long ROUGH_FROM = 9 * Timeline.SECOND;
  private static final long ROUGH_UNTIL = 23 * Timeline.SECOND;
  private static final double ROUGH_JITTER = 14 * Timeline.MILLI;
  private static final double BURST_BEGINS = 0.025;
  private static final double BURST_ENDS = 0.22;

  private enum Kind {
    SMOOTH,
    ROUGH,
    BLOCKED
  }

  private final SplittableRandom random;
  private final Kind kind;
  private final long delay;
  private final double jitter;
  private long began = -1;
  private long last;
  private boolean burst;

  private Path(SplittableRandom random, Kind kind, long delay, double jitter) {
    this.random = random;
    this.kind = kind;
    this.delay = delay;
    this.jitter = jitter;
  }

  /** Within the exchange. */
  static Path inside(SplittableRandom random) {
    return new Path(random, Kind.SMOOTH, 90_000, 60_000);
  }

  /** Within the house. */
  static Path local(SplittableRandom random) {
    return new Path(random, Kind.SMOOTH, 300_000, 160_000);
  }

  /** Across the Internet. */
  static Path distant(SplittableRandom random) {
    return new Path(random, Kind.SMOOTH, 9 * Timeline.MILLI, 700_000);
  }

  /** Across the Internet on a bad day: good and bad stretches take turns. */
  static Path rough(SplittableRandom random) {
    return new Path(random, Kind.ROUGH, 24 * Timeline.MILLI, 900_000);
  }

  /** A firewall that lets nothing through. */
  static Path blocked(SplittableRandom random) {
    return new Path(random, Kind.BLOCKED, 0, 0);
  }

  /** Whether the next packet is lost. */
  boolean loses(long now) {
    if (kind == Kind.BLOCKED) {
      return true;
    }
    boolean rough = isRough(now);
    burst = rough && random.nextDouble() < (burst ? 1 - BURST_ENDS : BURST_BEGINS);
    return burst;
  }

  /** When a packet sent now arrives. */
  long arrival(long now) {
    boolean rough = isRough(now);
    double wait = -Math.log(1 - random.nextDouble()) * (rough ? ROUGH_JITTER : jitter);
    long time = now + delay + (long) wait;
    if (rough && random.nextDouble() < OVERTAKEN_SHARE) {
      return Math.max(time, last) + OVERTAKEN;
    }
    last = Math.max(last + STEP, time);
    return last;
  }

  private boolean isRough(long now) {
    if (kind != Kind.ROUGH) {
      return false;
    }
    if (began < 0) {
      began = now;
    }
    long at = (now - began) % ROUGH_PERIOD;
    return at >= ROUGH_FROM && at < ROUGH_UNTIL;
  }
}
