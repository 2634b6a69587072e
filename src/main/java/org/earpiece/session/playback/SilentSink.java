package org.earpiece.session.playback;

import java.util.function.LongSupplier;

/** Takes sound at the pace of a clock and drops it: the play head moves without a sound card. */
final class SilentSink implements AudioSink {
  private static final int BUFFER_MS = 120;

  private final int sampleRate;
  private final LongSupplier nanoClock;
  private final int capacity;
  private long written;
  private long heard;
  private long since;

  /**
   * A sink that runs.
   *
   * @param nanoClock as {@link System#nanoTime}
   */
  SilentSink(int sampleRate, LongSupplier nanoClock) {
    this.sampleRate = sampleRate;
    this.nanoClock = nanoClock;
    capacity = sampleRate * BUFFER_MS / 1000;
    since = nanoClock.getAsLong();
  }

  /** Frames written are heard as the clock goes on; a sink that ran dry waits for more. */
  private void advance() {
    long now = nanoClock.getAsLong();
    long due = heard + (long) ((now - since) * 1e-9 * sampleRate);
    if (due >= written) {
      heard = written;
      since = now;
    } else {
      since += (long) ((due - heard) * 1e9 / sampleRate);
      heard = due;
    }
  }

  @Override
  public int writable() {
    advance();
    return (int) (capacity - (written - heard));
  }

  @Override
  public void write(byte[] pcm, int frames) {
    advance();
    written += frames;
  }

  @Override
  public long played() {
    advance();
    return heard;
  }

  @Override
  public void flush() {
    written = 0;
    heard = 0;
    since = nanoClock.getAsLong();
  }

  @Override
  public void close() {}
}
