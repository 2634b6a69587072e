package org.earpiece.capture.demo;

import java.io.IOException;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What happens when: steps in order of time, ns since 1970. One thread. */
final class Timeline {
  static final long MILLI = 1_000_000;
  static final long SECOND = 1_000_000_000;

  /** Something that happens; it may put frames on the wire. */
  @FunctionalInterface
  interface Step {
    void run() throws IOException;
  }

  private record Entry(long time, long order, Step step) {}

  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparingLong(Entry::time).thenComparingLong(Entry::order));
  private long now;
  private long added;

  Timeline(long start) {
    now = start;
  }

  /** The time of the step that runs. */
  long now() {
    return now;
  }

  /** Runs a step at a time; what is past runs at once, but after what is due before it. */
  void at(long time, Step step) {
    entries.add(new Entry(Math.max(time, now), added++, step));
  }

  void after(long nanos, Step step) {
    at(now + nanos, step);
  }

  /** When the next step is due, or {@link Long#MAX_VALUE}. */
  long next() {
    Entry entry = entries.peek();
    return entry == null ? Long.MAX_VALUE : entry.time;
  }

  /** Runs everything that is due until a time. */
  void runUntil(long time) throws IOException {
    for (Entry e = entries.peek(); e != null && e.time <= time; e = entries.peek()) {
      entries.poll();
      now = e.time;
      e.step.run();
    }
    now = Math.max(now, time);
  }
}
