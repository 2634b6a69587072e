package org.earpiece.ui;

import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;

/**
 * The window's one timer: asks for what is new at most 20 times a second, as often as the window
 * can draw and no more. FX thread.
 */
public final class FramePulse extends AnimationTimer {
  /** The least time between two beats, ns. */
  public static final long BEAT_NANOS = 50_000_000;

  private final LongConsumer beat;
  private long last;

  /**
   * @param beat called with the time of the frame, ns
   */
  public FramePulse(LongConsumer beat) {
    this.beat = beat;
  }

  @Override
  public void handle(long now) {
    if (now - last >= BEAT_NANOS) {
      last = now;
      beat.accept(now);
    }
  }
}
