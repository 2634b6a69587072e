package org.earpiece.session;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command end in order when the process is told to (Ctrl+C, SIGTERM): an action runs, and
 * the process waits until this is closed. Its exit code is the system's then: 128 and the signal's
 * number.
 */
public final class Interruption implements AutoCloseable {
  /** A command that does not end by then is cut off. */
  private static final long PATIENCE_SECONDS = 30;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook;
  private volatile boolean happened;

  /** From now on an interruption runs {@code action}, on a thread of its own. */
  public Interruption(Runnable action) {
    hook = new Thread(() -> interrupt(action), "interruption");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void interrupt(Runnable action) {
    happened = true;
    action.run();
    try {
      finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the process was told to end. */
  public boolean happened() {
    return happened;
  }

  /** The command has ended. */
  @Override
  public void close() {
    finished.countDown();
    if (!happened) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The process ends right now; the hook finds that the command has ended.
      }
    }
  }
}
