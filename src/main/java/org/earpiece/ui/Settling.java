package org.earpiece.ui;

import org.earpiece.ui.kit.Selection;

/**
 * What panes are about while a key that is held runs down the list: they follow the first step at
 * once, and then when it rests, or now and then, so that the list itself runs smoothly. FX thread.
 */
final class Settling {
  /** A selection that stays this long rests. */
  private static final long REST_NANOS = 60_000_000L;

  /** The panes are at most this far behind. */
  private static final long LATEST_NANOS = 1_000_000_000L;

  private final boolean walks;
  private Selection shown = Selection.NONE;
  private Selection seen = Selection.NONE;
  private long seenAt;
  private long shownAt;

  /**
   * @param walks whether another frame of the same call, stream or registration is followed at once
   */
  Settling(boolean walks) {
    this.walks = walks;
  }

  /**
   * What to show.
   *
   * @param now what is selected
   * @param nanos the time of this beat
   */
  Selection of(Selection now, long nanos) {
    if (!now.equals(seen)) {
      seen = now;
      seenAt = nanos;
    }
    boolean rests = nanos - seenAt >= REST_NANOS || nanos - shownAt >= LATEST_NANOS;
    if (!now.equals(shown) && (rests || (walks && sameSubject(now)))) {
      shown = now;
      shownAt = nanos;
    }
    return shown;
  }

  private boolean sameSubject(Selection now) {
    boolean some = !now.calls().isEmpty() || now.stream() > 0 || now.softState() > 0;
    return some
        && now.calls().equals(shown.calls())
        && now.stream() == shown.stream()
        && now.softState() == shown.softState();
  }
}
