package org.earpiece.ui;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import org.earpiece.bench.PbxCalls;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.CaptureStats;
import org.earpiece.capture.FrameSink;
import org.earpiece.capture.FrameSource;
import org.earpiece.packet.LinkType;

/**
 * Calls as time passes: 500 begin each second, as many end, and after {@link #SECONDS} seconds more than 10 000 are up. Every
 * fiftieth conversation has media, 20 000 packets a second in all.
 */
final class CallsUp implements FrameSource {
  /** From INVITE to BYE. */
  static final int SECONDS = 23;

  private static final long TICK = 20_000_000L;
  private static final long ANSWERED = 2_020_000_000L;
  private static final long TALKED = SECONDS * 1_000_000_000L;
  private static final int MEDIA_EVERY = 50;

  private volatile boolean stopped;
  private volatile long sent;
  private int id;

  @Override
  public String name() {
    return "bench";
  }

  @Override
  public void run(FrameSink sink) throws IOException {
    id = sink.addInterface(new CaptureInterface("bench", "", LinkType.RAW, 9, 65_535));
    PbxCalls calls = new PbxCalls(Integer.MAX_VALUE, SECONDS);
    long start = System.nanoTime();
    long wall = System.currentTimeMillis() * 1_000_000L;
    for (int tick = 0; !stopped; tick++) {
      long now = tick * TICK;
      while (calls.time() <= now) {
        long time = calls.time();
        send(sink, wall + time, calls.take());
      }
      media(sink, wall, now);
      while (System.nanoTime() - start < now && !stopped) {
        LockSupport.parkNanos(200_000);
      }
    }
  }

  private void media(FrameSink sink, long wall, long now) throws IOException {
    long oldest = Math.max(0, (now - TALKED) / PbxCalls.EVERY);
    long first = (oldest + MEDIA_EVERY - 1) / MEDIA_EVERY * MEDIA_EVERY;
    for (long n = first; n * PbxCalls.EVERY + ANSWERED < now; n += MEDIA_EVERY) {
      int sequence = (int) ((now - n * PbxCalls.EVERY - ANSWERED) / TICK);
      for (int way = 0; way < 4; way++) {
        send(sink, wall + now, PbxCalls.media((int) n, way >> 1, (way & 1) == 0, sequence));
      }
    }
  }

  private void send(FrameSink sink, long time, byte[] frame) throws IOException {
    sink.frame(id, time, frame.length, frame, 0, frame.length);
    sent++;
  }

  @Override
  public void stop() {
    stopped = true;
  }

  @Override
  public CaptureStats stats() {
    return new CaptureStats(sent, 0, 0, 0);
  }
}
