package org.earpiece.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.earpiece.capture.CaptureStats;
import org.earpiece.capture.Frame;
import org.earpiece.packet.Packet;
import org.earpiece.store.PacketSpool;
import org.earpiece.store.PacketStore;
import org.earpiece.voip.CallSnapshot;
import org.earpiece.voip.StreamSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Takes frames from the store in order, analyses and indexes them, and publishes snapshots between
 * batches. One thread calls {@link #doWork}; a test may do so by hand.
 */
final class Pipeline {
  /** Frames handled before a snapshot may be published. */
  static final int BATCH = 8192;

  /** The same of a capture's first frames, so that the first rows come soon. */
  private static final int FIRST_BATCH = 256;

  /** Snapshots come no faster than this: 20 a second. */
  private static final long PACE_NANOS = 50_000_000L;

  private static final long RATE_WINDOW_NANOS = 1_000_000_000L;

  private final PacketStore store;
  private final @Nullable PacketSpool spool;
  private final Analysis analysis;
  private final SnapshotExchange exchange;
  private final boolean live;
  private final int maxFrames;
  private final Frame frame = new Frame();
  private final Packet packet = new Packet();

  private int frames;
  private int heldFrom = 1;
  private long firstNanos;
  private long previousNanos;
  private long lastNanos;
  private long version;
  private long published = System.nanoTime() - PACE_NANOS;
  private long rateStart;
  private long rateBytes;
  private long bitsPerSecond;

  Pipeline(
      PacketStore store,
      @Nullable PacketSpool spool,
      Analysis analysis,
      SnapshotExchange exchange,
      boolean live,
      int maxFrames) {
    this.maxFrames = maxFrames;
    this.store = store;
    this.spool = spool;
    this.analysis = analysis;
    this.exchange = exchange;
    this.live = live;
  }

  /** Handles one batch of frames that are there; returns how many. */
  int doWork() throws IOException {
    int handled = 0;
    int most = frames < BATCH ? FIRST_BATCH : BATCH;
    try {
      while (handled < most && store.next(frame)) {
        handle();
        handled++;
      }
    } finally {
      store.publish();
    }
    if (store.heldFrom() != heldFrom) {
      heldFrom = store.heldFrom();
      analysis.heldFrom(heldFrom);
    }
    return handled;
  }

  private void handle() {
    rateBytes += frame.length;
    lastNanos = Math.max(lastNanos, frame.timeNanos);
    if (frames == maxFrames) {
      analysis.unnumbered();
      return;
    }
    frames++;
    if (frames == 1) {
      firstNanos = frame.timeNanos;
    }
    packet.begin(
        frames,
        frame.timeNanos,
        frame.length,
        frame.interfaceId,
        frame.linkType,
        frame.array,
        frame.offset,
        frame.captured,
        Packet.NONE);
    packet.context().referenceNanos(firstNanos);
    if (frames > 1) {
      packet.context().previousNanos(previousNanos);
    }
    packet.context().fcs(frame.fcs);
    analysis.packet(packet);
    store.index(frame, packet);
    previousNanos = frame.timeNanos;
  }

  /** Publishes a snapshot if somebody waits for one. */
  void publishIfWanted(Snapshot.State state, CaptureStats stats, List<String> notices) {
    long now = System.nanoTime();
    if (exchange.wanted() && now - published >= PACE_NANOS) {
      published = now;
      publish(state, stats, notices);
    }
  }

  /** Publishes a snapshot. */
  void publish(Snapshot.State state, CaptureStats stats, List<String> notices) {
    measureRate();
    List<StreamSnapshot> streams = analysis.streams.snapshots();
    List<CallSnapshot> calls = analysis.calls.snapshots(streams);
    long behind = spool != null && live && spool.packets() > frames ? behindNanos() : 0;
    exchange.publish(
        new Snapshot(
            ++version,
            state,
            frames,
            firstNanos,
            lastNanos,
            live ? 0 : store.bytesRead(),
            live ? 0 : bytesTotal(),
            store.heldFrom(),
            live && state == Snapshot.State.CAPTURING ? bitsPerSecond : 0,
            behind,
            stats,
            spool == null ? 0 : spool.fileNumber(),
            spool == null ? 0 : spool.files(),
            spool == null ? 0 : spool.bytes(),
            analysis.calls.up(),
            calls,
            streams,
            analysis.registrations.snapshots(),
            analysis.subscriptions.snapshots(),
            new ArrayList<>(notices),
            analysis.discarded()));
  }

  private long bytesTotal() {
    try {
      return store.bytesTotal();
    } catch (IOException e) {
      return store.bytesRead();
    }
  }

  private long behindNanos() {
    return Math.max(0, System.currentTimeMillis() * 1_000_000L - lastNanos);
  }

  private void measureRate() {
    long now = System.nanoTime();
    if (now - rateStart >= RATE_WINDOW_NANOS) {
      bitsPerSecond = rateStart == 0 ? 0 : rateBytes * 8 * RATE_WINDOW_NANOS / (now - rateStart);
      rateBytes = 0;
      rateStart = now;
    }
  }

  int frames() {
    return frames;
  }
}
