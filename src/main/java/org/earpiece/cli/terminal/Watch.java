package org.earpiece.cli.terminal;

import java.io.IOException;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.Snapshot;

/** Looks at a session again and again until it is done: the one loop in which commands wait. */
public final class Watch {
  /** Often enough to print what comes as it comes. */
  public static final long CLOSELY_MILLIS = 20;

  /** Often enough to show progress; every look costs the session a snapshot. */
  public static final long NOW_AND_THEN_MILLIS = 200;

  private final CaptureSession session;
  private final long start = System.nanoTime();
  private final long nanos;
  private final long everyMillis;

  /** Watches a session this often, and stops it after so long; 0 for no limit. */
  public Watch(CaptureSession session, long nanos, long everyMillis) {
    this.session = session;
    this.nanos = nanos;
    this.everyMillis = everyMillis;
  }

  private long untilNext() {
    long left = (nanos - (System.nanoTime() - start)) / 1_000_000;
    return left < 0 ? everyMillis : Math.min(left + 1, everyMillis);
  }

  /** What a command does with each snapshot. */
  @FunctionalInterface
  public interface Look {
    /** Sees where the session is; the last time it is done. */
    void at(Snapshot snapshot) throws IOException, CommandException;
  }

  /** Blocks until the session is done; returns its last snapshot, in which everything is. */
  public Snapshot untilDone(Look look) throws IOException, CommandException, InterruptedException {
    boolean done;
    Snapshot snapshot;
    do {
      done = session.await(untilNext());
      if (nanos > 0 && System.nanoTime() - start >= nanos) {
        session.stop();
      }
      snapshot = session.snapshot();
      look.at(snapshot);
    } while (!done);
    return snapshot;
  }
}
