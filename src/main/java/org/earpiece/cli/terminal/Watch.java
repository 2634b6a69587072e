package org.earpiece.cli.terminal;

import java.io.IOException;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.Snapshot;

/** Looks at a session again and again until it is done: the one loop in which commands wait. */
public final class Watch {
  private static final long LOOK_MILLIS = 20;

  private final CaptureSession session;
  private final long start = System.nanoTime();
  private final long nanos;

  /** Watches a session, and stops it after so long; 0 for no limit. */
  public Watch(CaptureSession session, long nanos) {
    this.session = session;
    this.nanos = nanos;
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
      done = session.await(LOOK_MILLIS);
      if (nanos > 0 && System.nanoTime() - start >= nanos) {
        session.stop();
      }
      snapshot = session.snapshot();
      look.at(snapshot);
    } while (!done);
    return snapshot;
  }
}
