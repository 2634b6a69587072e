package org.earpiece.session;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Hands snapshots from the pipeline to whoever watches: the latest wins, none queues. The watcher
 * sets the pace: a snapshot is made only after somebody took the one before.
 */
final class SnapshotExchange {
  private final AtomicReference<Snapshot> latest = new AtomicReference<>(Snapshot.EMPTY);
  private volatile boolean wanted = true;

  /** The latest snapshot; makes the pipeline prepare the next. Any thread. */
  Snapshot take() {
    wanted = true;
    return latest.get();
  }

  /** The latest snapshot, without asking for another. Any thread. */
  Snapshot latest() {
    return latest.get();
  }

  /** Whether a new snapshot would be looked at. */
  boolean wanted() {
    return wanted;
  }

  /** Publishes a snapshot. The pipeline's thread. */
  void publish(Snapshot snapshot) {
    wanted = false;
    latest.set(snapshot);
  }
}
