package org.earpiece.voip.softstate;

import java.util.Comparator;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What changes as time passes, in order of when: each thing once, so that asking costs what is due
 * and not what is kept. Pipeline's thread.
 */
public final class Deadlines {
  /** A time that does not come. */
  public static final long NONE = Long.MAX_VALUE;

  /** Something that time changes. */
  public abstract static class Awaited {
    private final int id;
    private long queued = NONE;

    protected Awaited(int id) {
      this.id = id;
    }

    /** What {@link Identities} gave it. */
    public final int id() {
      return id;
    }

    /** When time changes it next, ns since 1970, or {@link #NONE}. */
    protected abstract long deadline();

    /** Lets time pass. */
    protected abstract void passed(long now);
  }

  private final TreeSet<Awaited> queue =
      new TreeSet<>(
          Comparator.comparingLong((Awaited a) -> a.queued).thenComparingInt(Awaited::id));

  /** Takes note of a deadline that may have changed. */
  public void watch(Awaited thing) {
    long deadline = thing.deadline();
    if (deadline == thing.queued) {
      return;
    }
    if (thing.queued != NONE) {
      queue.remove(thing);
    }
    thing.queued = deadline;
    if (deadline != NONE) {
      queue.add(thing);
    }
  }

  /** Lets time pass for all whose time has come, and hands them over. */
  public void passed(long now, Consumer<Awaited> changed) {
    while (!queue.isEmpty() && queue.first().queued <= now) {
      Awaited thing = queue.removeFirst();
      thing.queued = NONE;
      thing.passed(now);
      changed.accept(thing);
      watch(thing);
    }
  }
}
