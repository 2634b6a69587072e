package org.earpiece.ui.kit;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.earpiece.session.Workers;
import org.jspecify.annotations.Nullable;

/** Work off the FX thread whose answer comes back on it. FX thread. */
public final class Background {
  private final Workers workers;
  private final Executor fx;

  /**
   * @param fx runs a task on the FX thread
   */
  public Background(Workers workers, Executor fx) {
    this.workers = workers;
    this.fx = fx;
  }

  /** A place for one answer at a time: who asks again never sees the answer of before. */
  public Slot slot() {
    return new Slot();
  }

  /** Work of which only the latest answer counts. FX thread. */
  public final class Slot {
    private int generation;
    private @Nullable Future<?> running;

    private Slot() {}

    /**
     * Does {@code work} on a worker, then gives its answer to {@code done} or its exception to
     * {@code failed}, both on the FX thread, unless {@link #run} or {@link #cancel} was called
     * meanwhile.
     */
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
      cancel();
      int mine = generation;
      running =
          workers.submit(() -> {
            try {
              T answer = work.call();
              fx.execute(() -> deliver(mine, () -> done.accept(answer)));
            } catch (Exception e) {
              fx.execute(() -> deliver(mine, () -> failed.accept(e)));
            }
            return null;
          });
    }

    /** Whether an answer is still to come. */
    public boolean busy() {
      return running != null;
    }

    /** Drops the answer that is to come; work that has not begun does not begin. */
    public void cancel() {
      generation++;
      if (running != null) {
        running.cancel(false);
        running = null;
      }
    }

    private void deliver(int mine, Runnable answer) {
      if (mine == generation) {
        running = null;
        answer.run();
      }
    }
  }
}
