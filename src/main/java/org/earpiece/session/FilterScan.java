package org.earpiece.session;

import java.io.IOException;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.concurrent.CountDownLatch;
import org.earpiece.bytes.IntColumn;
import org.earpiece.filter.PacketFilter;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.store.PacketIndex;
import org.earpiece.voip.StreamSnapshot;
import org.earpiece.voip.subscription.SubscriptionSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * The growing result of a display filter over a session: judges the frames there are, then each as
 * it comes. Its own thread works; any thread asks.
 */
public final class FilterScan implements AutoCloseable {
  private static final int BATCH = 4096;

  private final PacketReader reader;
  private final PacketIndex index;
  private final PacketFilter filter;
  private final SnapshotExchange exchange;
  private final EnumSet<Protocol> needs;
  private final IntColumn accepted = new IntColumn();
  private final BitSet calls = new BitSet();
  private final BitSet streams = new BitSet();
  private final BitSet softStates = new BitSet();
  private boolean[] possible = new boolean[0];
  private volatile int judged;
  private volatile boolean closed;
  private volatile @Nullable IOException failure;
  private final CountDownLatch ended = new CountDownLatch(1);

  FilterScan(
      PacketReader reader, PacketIndex index, PacketFilter filter, SnapshotExchange exchange) {
    this.reader = reader;
    this.index = index;
    this.filter = filter;
    this.exchange = exchange;
    needs = filter.needs();
  }

  /** Judges some of the frames that are there; returns how many. The scan's thread. */
  int doWork() throws IOException {
    int to = Math.min(index.size(), judged + BATCH);
    int from = judged;
    for (int frame = from + 1; frame <= to && !closed; frame++) {
      if (possible(index.stack(frame))) {
        judge(frame);
      }
      judged = frame;
    }
    return to - from;
  }

  private void judge(int frame) throws IOException {
    Packet packet = reader.read(frame);
    if (packet != null && filter.test(packet)) {
      synchronized (this) {
        if (packet.call() >= 0) {
          calls.set(packet.call());
        }
        if (packet.stream() >= 0) {
          streams.set(packet.stream());
        }
        if (packet.softState() >= 0) {
          softStates.set(packet.softState());
        }
      }
      accepted.add(frame);
    }
  }

  private boolean possible(int stack) {
    if (needs.isEmpty()) {
      return true;
    }
    if (stack >= possible.length) {
      boolean[] more = new boolean[index.protocols().size()];
      for (int i = 0; i < more.length; i++) {
        for (Protocol protocol : needs) {
          more[i] |= index.protocols().has(i, protocol);
        }
      }
      possible = more;
    }
    return possible[stack];
  }

  /** Frames judged so far, from the first. */
  public int judged() {
    return judged;
  }

  /** Frames accepted so far. */
  public int size() {
    return accepted.size();
  }

  /** The frame number of an accepted row, from 0. */
  public int frame(int row) {
    return accepted.get(row);
  }

  /** Whether a call (by number) has an accepted packet, its media included. */
  public synchronized boolean hasCall(int call) {
    if (calls.get(call)) {
      return true;
    }
    Snapshot snapshot = exchange.latest();
    if (call > snapshot.calls().size()) {
      return false;
    }
    for (int stream : snapshot.calls().get(call - 1).streams()) {
      if (streams.get(snapshot.streams().get(stream - 1).id())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a stream (by number), or the signalling of its call, has an accepted packet. */
  public synchronized boolean hasStream(int stream) {
    Snapshot snapshot = exchange.latest();
    if (stream > snapshot.streams().size()) {
      return false;
    }
    StreamSnapshot s = snapshot.streams().get(stream - 1);
    return streams.get(s.id()) || (s.call() > 0 && calls.get(s.call()));
  }

  /** Whether a registration, subscription or publication (by identity) has an accepted packet. */
  public synchronized boolean hasSoftState(int id) {
    return softStates.get(id);
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

  void fail(IOException e) {
    failure = e;
  }

  void end() {
    ended.countDown();
  }

  boolean closed() {
    return closed;
  }

  /** Ends the scan; what was accepted stays readable. */
  @Override
  public void close() {
    closed = true;
  }
}
