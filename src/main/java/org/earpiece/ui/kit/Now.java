package org.earpiece.ui.kit;

import org.earpiece.session.Snapshot;

/** What time it is in a capture: the wall clock's while it runs, else its last frame's. */
public final class Now {
  private static final long CLOCKS_AGREE = 5_000_000_000L;

  private Now() {}

  /** The time, ns since 1970. */
  public static long of(Snapshot snapshot) {
    long wall = System.currentTimeMillis() * 1_000_000L;
    boolean live = snapshot.state() == Snapshot.State.CAPTURING;
    return live && Math.abs(wall - snapshot.lastNanos()) < CLOCKS_AGREE
        ? Math.max(wall, snapshot.lastNanos())
        : snapshot.lastNanos();
  }
}
