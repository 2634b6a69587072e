package org.earpiece.cli.terminal;

import java.io.PrintStream;
import java.util.Locale;
import org.earpiece.session.Snapshot;

/** A line on standard error that says how far a long work has come; for a person only. */
public final class Progress {
  private static final long FIRST_NANOS = 300_000_000;
  private static final long EVERY_NANOS = 200_000_000;
  private static final int BAR = 30;
  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream err;
  private final boolean watched;
  private long next = System.nanoTime() + FIRST_NANOS;
  private boolean shown;

  public Progress(Streams streams) {
    err = streams.err();
    watched = streams.watched();
  }

  /** Shows where a session is, if it is time to. */
  public void show(Snapshot snapshot) {
    if (watched && System.nanoTime() >= next) {
      next = System.nanoTime() + EVERY_NANOS;
      shown = true;
      err.print(CLEAR + (snapshot.bytesTotal() > 0 ? bar(snapshot) : counts(snapshot)));
      err.flush();
    }
  }

  /** Takes the line away before other output. */
  public void clear() {
    if (shown) {
      err.print(CLEAR);
      err.flush();
      shown = false;
    }
  }

  private static String bar(Snapshot s) {
    double part = Math.min(1, (double) s.bytesRead() / s.bytesTotal());
    int full = (int) (part * BAR);
    return String.format(
        Locale.ROOT,
        "%s%s %3d %%  %,d packets",
        "█".repeat(full),
        "░".repeat(BAR - full),
        (int) (part * 100),
        s.packets());
  }

  private static String counts(Snapshot s) {
    return String.format(
        Locale.ROOT,
        "%,d packets  %,d calls, %,d up  %,d dropped  (Ctrl+C ends)",
        s.packets(),
        s.calls().size(),
        s.callsUp(),
        s.stats().dropped());
  }
}
