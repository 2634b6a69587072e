package org.earpiece.session;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.earpiece.capture.CaptureStats;
import org.earpiece.capture.FrameSource;
import org.earpiece.store.OpenFiles;
import org.earpiece.store.PacketSpool;

/** What brings frames to where the pipeline reads them, on a thread of its own. */
sealed interface Intake extends AutoCloseable {
  /** Brings frames until they end or {@link #stop} is called. Blocks. */
  void run() throws IOException;

  /** Makes {@link #run} end soon. From any thread; again does nothing. */
  void stop();

  /** Makes everything that was brought readable. From any thread. */
  void flush() throws IOException;

  /** What was counted so far. From any thread. */
  CaptureStats stats();

  @Override
  void close() throws IOException;

  /** A live source, whose frames are appended to a spool. */
  record Live(FrameSource source, PacketSpool spool) implements Intake {
    @Override
    public void run() throws IOException {
      try {
        source.run(spool);
      } finally {
        spool.finish();
      }
    }

    @Override
    public void stop() {
      source.stop();
    }

    @Override
    public void flush() throws IOException {
      spool.flush();
    }

    @Override
    public CaptureStats stats() {
      return source.stats();
    }

    @Override
    public void close() throws IOException {
      spool.close();
    }
  }

  /**
   * Files, which are there, are unpacked, or are still being written.
   *
   * @param follows whether to go on until told to stop
   */
  record Stored(OpenFiles files, boolean follows, CountDownLatch stopped) implements Intake {
    /** How often files that are followed are looked at. */
    private static final long LOOK_MILLIS = 100;

    Stored(OpenFiles files, boolean follows) {
      this(files, follows, new CountDownLatch(1));
    }

    @Override
    public void run() throws IOException {
      files.unpack();
      try {
        while (follows && files.follow() && !stopped.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {}
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void stop() {
      files.stop();
      stopped.countDown();
    }

    @Override
    public void flush() {}

    @Override
    public CaptureStats stats() {
      return files.store().stats();
    }

    @Override
    public void close() throws IOException {
      files.close();
    }
  }
}
