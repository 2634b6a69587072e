package org.earpiece.capture.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.earpiece.capture.CaptureStats;
import org.earpiece.capture.FrameSink;
import org.earpiece.capture.FrameSource;

/**
 * A network that is not there: phones, an exchange and a trunk whose SIP, RTP and RTCP frames are
 * made as time passes, as an interface at the exchange would see them. What happens depends on the
 * seed alone.
 */
public final class DemoNetwork implements FrameSource {
  /** When {@link #frames} begins: 2026-01-05 09:00 UTC. */
  private static final long START = 1_767_603_600L * Timeline.SECOND;

  private static final long TICK_MILLIS = 4;
  private static final long MOST_BEHIND = 2 * Timeline.SECOND;

  private final long seed;
  private final InstantSource clock;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile long frames;

  /** A network whose calls are others each time. */
  public DemoNetwork() {
    this(System.nanoTime(), InstantSource.system());
  }

  public DemoNetwork(long seed, InstantSource clock) {
    this.seed = seed;
    this.clock = clock;
  }

  /** All frames of a time, at once. */
  public static void frames(long seed, Duration duration, FrameSink sink) throws IOException {
    Timeline timeline = new Timeline(START);
    open(seed, timeline, sink);
    timeline.runUntil(START + duration.toNanos());
  }

  @Override
  public String name() {
    return "demo";
  }

  @Override
  public void run(FrameSink sink) throws IOException {
    Timeline timeline = new Timeline(now());
    Wire wire = open(seed, timeline, sink);
    long skipped = 0;
    while (!waited()) {
      long time = now() - skipped;
      long behind = time - timeline.now();
      if (behind > MOST_BEHIND) {
        skipped += behind;
        time -= behind;
      }
      wire.shift(skipped);
      timeline.runUntil(time);
      frames = wire.frames();
    }
  }

  /** Waits a moment; true when it is time to stop. */
  private boolean waited() {
    try {
      return stopped.await(TICK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private long now() {
    Instant now = clock.instant();
    return now.getEpochSecond() * Timeline.SECOND + now.getNano();
  }

  private static Wire open(long seed, Timeline timeline, FrameSink sink) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    Wire wire = new Wire(timeline, sink);
    Site site = new Site(timeline, wire, random.split());
    new Registrations(site, random.split()).start();
    new Background(site, random.split()).start();
    new Programme(site, random.split()).start();
    return wire;
  }

  @Override
  public void stop() {
    stopped.countDown();
  }

  @Override
  public CaptureStats stats() {
    return new CaptureStats(frames, 0, 0, 0);
  }
}
