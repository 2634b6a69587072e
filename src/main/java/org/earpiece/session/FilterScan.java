package org.earpiece.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.earpiece.bytes.IntColumn;
import org.earpiece.packet.Packet;
import org.earpiece.store.PacketIndex;
import org.earpiece.voip.StreamSnapshot;
import org.earpiece.voip.subscription.SubscriptionSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * The growing result of a display filter over a session: judges the frames there are, then each as
 * it comes; a filter on calls and streams judges again as they go on. Its own threads work; any
 * thread asks.
 */
public final class FilterScan implements AutoCloseable {
  /** Frames judged at a time: few at first, so that the first rows come at once. */
  private static final int LEAST = 2_048;

  private static final int MOST = 65_536;
  static final int MAX_THREADS = 4;

  /** What is judged again rests for this long, and for a multiple of what it took. */
  private static final long IDLE_NANOS = 2_000_000;

  private static final long REST_NANOS = 500_000_000L;

  private static final int REST = 4;

  /** What was accepted, up to some frame. Written by the scan's thread. */
  private static final class Result {
    final IntColumn accepted = new IntColumn();
    final BitSet calls = new BitSet();
    final BitSet streams = new BitSet();
    final BitSet softStates = new BitSet();
    final int generation;
    volatile int judged;

    Result(int generation) {
      this.generation = generation;
    }
  }

  /** Accepted frames of a range, in order. */
  private static final class Found {
    int[] frames = new int[64];
    int count;

    void add(int frame) {
      if (count == frames.length) {
        frames = Arrays.copyOf(frames, 2 * count);
      }
      frames[count++] = frame;
    }
  }

  private final List<Judge> judges = new ArrayList<>();
  private final Supplier<Judge> newJudge;
  private final PacketIndex index;
  private final IntSupplier heldFrom;
  private final SnapshotExchange exchange;
  private final boolean joined;
  private final boolean sequential;
  private volatile Result result = new Result(0);
  private volatile boolean closed;
  private volatile @Nullable IOException failure;
  private final CountDownLatch ended = new CountDownLatch(1);
  private @Nullable ExecutorService helpers;
  private int portion = LEAST;
  private long version = -1;
  private long restUntil;

  /**
   * A scan without a frame judged.
   *
   * @param judges makes the judges: one a thread
   * @param heldFrom the first frame that can be read
   * @param joined whether verdicts may change with calls and streams
   * @param sequential whether frames must be judged one after the other
   */
  FilterScan(
      Supplier<Judge> judges,
      PacketIndex index,
      IntSupplier heldFrom,
      SnapshotExchange exchange,
      boolean joined,
      boolean sequential) {
    newJudge = judges;
    this.index = index;
    this.heldFrom = heldFrom;
    this.exchange = exchange;
    this.joined = joined;
    this.sequential = sequential;
    this.judges.add(judges.get());
  }

  /**
   * Judges until all is judged. The scan's thread.
   *
   * @param done whether no frame will follow
   * @param over whether nobody wants it any more
   */
  void run(BooleanSupplier done, BooleanSupplier over) {
    try {
      while (!closed && !over.getAsBoolean()) {
        boolean last = done.getAsBoolean();
        if (doWork(last) == 0) {
          if (last) {
            return;
          }
          LockSupport.parkNanos(IDLE_NANOS);
        }
      }
    } catch (IOException e) {
      failure = e;
    } catch (RuntimeException e) {
      failure = new IOException("the filter failed: " + e, e);
    } finally {
      end();
    }
  }

  /**
   * Judges some of the frames that are there, or those judged before anew; returns how many. The
   * scan's thread.
   *
   * @param last whether no frame will follow
   */
  int doWork(boolean last) throws IOException {
    Result now = result;
    int judged = joined ? again(now, last) : 0;
    now = result;
    return judged + onward(now, index.size());
  }

  /** Judges anew what was judged, where calls and streams have changed so that it matters. */
  private int again(Result now, boolean last) throws IOException {
    Snapshot snapshot = exchange.latest();
    long start = System.nanoTime();
    if (snapshot.version() == version || (start < restUntil && !last && now.judged > 0)) {
      return 0;
    }
    version = snapshot.version();
    boolean changed = false;
    for (Judge judge : judges) {
      changed |= judge.changed(snapshot);
    }
    int to = now.judged;
    if (changed && to > 0) {
      Result fresh = new Result(now.generation + 1);
      int frames = 1;
      while (fresh.judged < to && frames > 0) {
        frames = onward(fresh, to);
      }
      if (!closed) {
        result = fresh;
      }
    }
    long took = System.nanoTime() - start;
    restUntil = start + took + Math.max(REST_NANOS, REST * took);
    return changed ? to : 0;
  }

  /** Judges the next frames, by several threads where there are many. */
  private int onward(Result into, int end) throws IOException {
    int from = into.judged;
    int open = end - from;
    if (open <= 0 || closed) {
      return 0;
    }
    int threads = open <= 2 * LEAST || sequential ? 1 : threads();
    int size = Math.min(portion, (open + threads - 1) / threads);
    portion = open > 2 * MOST ? Math.min(MOST, 2 * portion) : LEAST;
    List<Future<Found>> others = new ArrayList<>();
    for (int i = 1; i < threads; i++) {
      Judge judge = judge(i);
      int first = from + i * size + 1;
      int behind = Math.min(end + 1, first + size);
      others.add(helpers().submit(() -> judge(judge, first, behind)));
    }
    int done = Math.min(end, from + size);
    keep(into, judge(judge(0), from + 1, done + 1), done);
    for (Future<Found> other : others) {
      done = Math.min(end, done + size);
      keep(into, of(other), done);
    }
    return done - from;
  }

  private static Found of(Future<Found> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IOException("the filter failed: " + e.getCause(), e.getCause());
    }
  }

  private static int threads() {
    return Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());
  }

  private Judge judge(int i) {
    while (judges.size() <= i) {
      Judge judge = newJudge.get();
      if (joined) {
        judge.changed(exchange.latest());
      }
      judges.add(judge);
    }
    return judges.get(i);
  }

  private ExecutorService helpers() {
    ExecutorService pool = helpers;
    if (pool == null) {
      pool =
          Executors.newFixedThreadPool(
              threads() - 1,
              task -> {
                Thread thread = new Thread(task, "filter");
                thread.setDaemon(true);
                return thread;
              });
      helpers = pool;
    }
    return pool;
  }

  private Found judge(Judge judge, int from, int behind) throws IOException {
    Found found = new Found();
    int held = heldFrom.getAsInt();
    int frame = judge.next(Math.max(from, held), behind);
    while (frame < behind && !closed) {
      if (judge.accepts(frame)) {
        found.add(frame);
      }
      frame = judge.next(frame + 1, behind);
    }
    return found;
  }

  private void keep(Result into, Found found, int judged) {
    synchronized (this) {
      for (int i = 0; i < found.count; i++) {
        int frame = found.frames[i];
        set(into.calls, index.call(frame));
        set(into.streams, index.stream(frame));
        set(into.softStates, index.softState(frame));
      }
    }
    into.accepted.append(found.frames, found.count);
    into.judged = judged;
  }

  private static void set(BitSet of, int number) {
    if (number != Packet.NONE) {
      of.set(number);
    }
  }

  /** Changes when the rows that were accepted are others than before, and not only more. */
  public int generation() {
    return result.generation;
  }

  /** Frames judged so far, from the first. */
  public int judged() {
    return result.judged;
  }

  /** Frames accepted so far. */
  public int size() {
    return result.accepted.size();
  }

  /** The frame number of an accepted row, from 0. */
  public int frame(int row) {
    IntColumn accepted = result.accepted;
    return row < accepted.size() ? accepted.get(row) : 0;
  }

  /** Whether a call (by number) has an accepted packet, its media included. */
  public synchronized boolean hasCall(int call) {
    Result now = result;
    if (now.calls.get(call)) {
      return true;
    }
    Snapshot snapshot = exchange.latest();
    if (call > snapshot.calls().size()) {
      return false;
    }
    for (int stream : snapshot.calls().get(call - 1).streams()) {
      if (now.streams.get(snapshot.streams().get(stream - 1).id())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a stream (by number), or the signalling of its call, has an accepted packet. */
  public synchronized boolean hasStream(int stream) {
    Result now = result;
    Snapshot snapshot = exchange.latest();
    if (stream > snapshot.streams().size()) {
      return false;
    }
    StreamSnapshot s = snapshot.streams().get(stream - 1);
    return now.streams.get(s.id()) || (s.call() > 0 && now.calls.get(s.call()));
  }

  /** Whether a registration, subscription or publication (by identity) has an accepted packet. */
  public synchronized boolean hasSoftState(int id) {
    return result.softStates.get(id);
  }

  /** Whether a subscription, or the call that it is part of, has an accepted packet. */
  public boolean hasSubscription(SubscriptionSnapshot s) {
    return hasSoftState(s.id()) || (s.call() > 0 && hasCall(s.call()));
  }

  /** Why the scan ended before all frames were judged, or null. */
  public @Nullable IOException failure() {
    return failure;
  }

  /** Blocks until all frames of a session that is done are judged, or the scan was closed. */
  public void await() throws InterruptedException {
    ended.await();
  }

  private void end() {
    if (helpers != null) {
      helpers.shutdown();
    }
    ended.countDown();
  }

  /** Ends the scan; what was accepted stays readable. */
  @Override
  public void close() {
    closed = true;
  }
}
