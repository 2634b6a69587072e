package org.earpiece.capture.live;

import java.io.IOException;
import java.sql.Timestamp;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.earpiece.capture.CaptureException;
import org.earpiece.capture.CaptureException.Kind;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.CaptureStats;
import org.earpiece.capture.FrameSink;
import org.earpiece.capture.FrameSource;
import org.jspecify.annotations.Nullable;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapHandle.BlockingMode;
import org.pcap4j.core.PcapHandle.TimestampPrecision;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface.PromiscuousMode;
import org.pcap4j.core.PcapStat;
import org.pcap4j.core.RawPacketListener;

/** Captures on an interface of this machine through libpcap, with times in ns. */
public final class LiveCapture implements FrameSource {
  /** Frames wait this long at most before the kernel hands them over, ms. */
  private static final int TIMEOUT_MILLIS = 10;

  /** More MiB than this libpcap cannot count. */
  private static final int MAX_BUFFER = 2047;

  private static final int NANO_DIGITS = 9;
  private static final long NANOS = 1_000_000_000L;
  private static final long NANOS_A_MILLI = 1_000_000L;
  private static final long DRAIN_NANOS = 2 * TIMEOUT_MILLIS * NANOS_A_MILLI;
  private static final String LOOP_PREFIX = "Error occurred: ";

  private final CaptureOptions options;
  private final Losses losses = new Losses();
  private final AtomicLong received = new AtomicLong();
  private volatile @Nullable PcapHandle handle;
  private volatile boolean stopped;
  private long stopNanos;
  private boolean drained;
  private @Nullable Exception sinkFailure;

  public LiveCapture(CaptureOptions options) {
    this.options = options;
  }

  @Override
  public String name() {
    return options.interfaceName();
  }

  @Override
  public void run(FrameSink sink) throws IOException {
    try (PcapHandle opened = open()) {
      handle = opened;
      int number = sink.addInterface(describe(opened));
      if (!stopped) {
        loop(opened, number, sink);
      }
      losses.update(opened);
    } catch (NotOpenException e) {
      throw new IllegalStateException(e);
    } finally {
      handle = null;
    }
    switch (sinkFailure) {
      case null -> {}
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      case Exception e -> throw new IllegalStateException(e);
    }
  }

  private PcapHandle open() throws CaptureException, NotOpenException {
    PcapHandle opened;
    try {
      opened =
          new PcapHandle.Builder(options.interfaceName())
              .snaplen(options.snaplen())
              .promiscuousMode(
                  options.promiscuous()
                      ? PromiscuousMode.PROMISCUOUS
                      : PromiscuousMode.NONPROMISCUOUS)
              .timeoutMillis(TIMEOUT_MILLIS)
              .bufferSize(Math.clamp(options.bufferMebibytes(), 1, MAX_BUFFER) << 20)
              .timestampPrecision(TimestampPrecision.NANO)
              .build();
    } catch (PcapNativeException e) {
      throw Refusals.notOpened(options.interfaceName(), e);
    } catch (LinkageError e) {
      throw Refusals.noLibrary(e);
    }
    String wrong = CaptureFilter.set(opened, options.filter());
    if (wrong != null) {
      opened.close();
      throw new CaptureException(
          Kind.COMMAND, "the capture filter is wrong: %s: %s".formatted(options.filter(), wrong));
    }
    return opened;
  }

  private CaptureInterface describe(PcapHandle opened) {
    return new CaptureInterface(
        options.interfaceName(),
        "",
        CaptureFilter.linkType(opened.getDlt()),
        NANO_DIGITS,
        options.snaplen());
  }

  private void loop(PcapHandle opened, int number, FrameSink sink)
      throws CaptureException, NotOpenException {
    RawPacketListener listener = bytes -> give(opened, number, bytes, sink);
    try {
      opened.loop(-1, listener);
    } catch (PcapNativeException e) {
      String reason = String.valueOf(e.getMessage()).replace(LOOP_PREFIX, "").strip();
      throw new CaptureException(
          Kind.DATA, "capturing on %s ended: %s".formatted(options.interfaceName(), reason));
    } catch (InterruptedException e) {
      drain(opened, listener);
    }
  }

  /** The loop was broken: gives what the kernel still holds of the time before. */
  private void drain(PcapHandle opened, RawPacketListener listener) throws NotOpenException {
    LockSupport.parkNanos(DRAIN_NANOS);
    try {
      opened.setBlockingMode(BlockingMode.NONBLOCKING);
      int more = 1;
      while (more > 0 && !drained && sinkFailure == null) {
        more = opened.dispatch(-1, listener);
      }
    } catch (PcapNativeException | InterruptedException e) {
      // The interface is gone, and the rest with it.
    }
  }

  private void give(PcapHandle opened, int number, byte[] bytes, FrameSink sink) {
    Timestamp time = opened.getTimestamp();
    long nanos = Math.floorDiv(time.getTime(), 1000L) * NANOS + time.getNanos();
    drained = stopped && nanos > stopNanos;
    if (drained || sinkFailure != null) {
      return;
    }
    try {
      received.setRelease(received.getPlain() + 1);
      sink.frame(number, nanos, opened.getOriginalLength(), bytes, 0, bytes.length);
    } catch (IOException | RuntimeException e) {
      sinkFailure = e;
      stop();
    }
  }

  @Override
  public void stop() {
    if (stopped) {
      return;
    }
    stopNanos = System.currentTimeMillis() * NANOS_A_MILLI;
    stopped = true;
    PcapHandle opened = handle;
    if (opened != null) {
      try {
        opened.breakLoop();
      } catch (NotOpenException e) {
        // It ended by itself meanwhile.
      }
    }
  }

  @Override
  public CaptureStats stats() {
    PcapHandle opened = handle;
    if (opened != null) {
      losses.update(opened);
    }
    return losses.stats(received.get());
  }

  /**
   * What libpcap lost. It counts in 32 bits, which overflow within hours; these are the sums. What
   * it received is of no use: on a loopback interface it counts every frame twice.
   */
  private static final class Losses {
    private long byKernel;
    private long byInterface;

    synchronized void update(PcapHandle opened) {
      try {
        PcapStat now = opened.getStats();
        byKernel = ahead(byKernel, now.getNumPacketsDropped());
        byInterface = ahead(byInterface, now.getNumPacketsDroppedByIf());
      } catch (PcapNativeException | NotOpenException e) {
        // What was counted last stays: the interface is gone.
      }
    }

    private static long ahead(long sum, long counter) {
      return sum + Integer.toUnsignedLong((int) (counter - sum));
    }

    synchronized CaptureStats stats(long received) {
      return new CaptureStats(received, byKernel, byInterface, 0);
    }
  }
}
