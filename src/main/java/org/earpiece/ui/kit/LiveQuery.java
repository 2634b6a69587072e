package org.earpiece.ui.kit;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an answer that takes long up to date: asked again on a worker when what it depends on has
 * changed, never twice at once, and paced so that a costly question is asked less often. A
 * superseded answer never shows. FX thread.
 *
 * @param <K> what is asked about (which call)
 * @param <T> the answer
 */
public final class LiveQuery<K, T> {
  /** Has work done elsewhere: {@link Background.Slot#run}. */
  @FunctionalInterface
  interface Asker<T> {
    void ask(Callable<T> question, Consumer<T> done, Consumer<Exception> failed);
  }

  /** Runs a task after some time. */
  @FunctionalInterface
  interface Later {
    void run(long nanos, Runnable task);
  }

  /** A question is asked again no sooner than this many times what the last answer took. */
  private static final int REST = 4;

  private final Asker<T> asker;
  private final Later later;
  private final LongSupplier clock;
  private final long leastNanos;
  private final Consumer<T> answer;
  private final Consumer<Exception> failure;

  private @Nullable K subject;
  private @Nullable Object version;
  private @Nullable Callable<T> question;
  private boolean due;
  private boolean busy;
  private boolean waiting;
  private int generation;
  private long startedAt;
  private long restUntil;

  /**
   * A query with nothing to ask yet.
   *
   * @param leastNanos time between an answer and the next question about the same subject, at least
   * @param answer is given answers
   * @param failure is given what a question threw
   */
  public LiveQuery(
      Background background, long leastNanos, Consumer<T> answer, Consumer<Exception> failure) {
    this(background.slot()::run, LiveQuery::pause, System::nanoTime, leastNanos, answer, failure);
  }

  LiveQuery(
      Asker<T> asker,
      Later later,
      LongSupplier clock,
      long leastNanos,
      Consumer<T> answer,
      Consumer<Exception> failure) {
    this.asker = asker;
    this.later = later;
    this.clock = clock;
    this.leastNanos = leastNanos;
    this.answer = answer;
    this.failure = failure;
  }

  private static void pause(long nanos, Runnable task) {
    PauseTransition pause = new PauseTransition(Duration.millis(nanos / 1e6));
    pause.setOnFinished(e -> task.run());
    pause.play();
  }

  /**
   * Says what is wanted now. The same subject and version again does nothing; another subject is
   * asked about at once.
   *
   * @param newVersion changes when the answer may have changed
   */
  public void want(K newSubject, Object newVersion, Callable<T> newQuestion) {
    boolean other = !newSubject.equals(subject);
    if (!other && newVersion.equals(version)) {
      return;
    }
    if (other) {
      drop();
    }
    subject = newSubject;
    version = newVersion;
    question = newQuestion;
    due = true;
    askWhenRested();
  }

  /** Nothing is wanted any more; an answer that is to come is dropped. */
  public void drop() {
    generation++;
    subject = null;
    version = null;
    question = null;
    due = false;
    busy = false;
    restUntil = Long.MIN_VALUE;
  }

  /** Whether an answer is to come. */
  public boolean pending() {
    return busy || due;
  }

  private void askWhenRested() {
    Callable<T> asked = question;
    if (!due || busy || asked == null) {
      return;
    }
    long now = clock.getAsLong();
    if (restUntil <= now) {
      ask(asked, now);
    } else if (!waiting) {
      waiting = true;
      later.run(
          restUntil - now,
          () -> {
            waiting = false;
            askWhenRested();
          });
    }
  }

  private void ask(Callable<T> asked, long now) {
    due = false;
    busy = true;
    startedAt = now;
    int mine = generation;
    asker.ask(
        asked,
        got -> finish(mine, () -> answer.accept(got)),
        e -> finish(mine, () -> failure.accept(e)));
  }

  private void finish(int mine, Runnable deliver) {
    if (mine != generation) {
      return;
    }
    busy = false;
    long now = clock.getAsLong();
    restUntil = now + Math.max(leastNanos, REST * (now - startedAt));
    deliver.run();
    askWhenRested();
  }
}
