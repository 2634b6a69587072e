package org.earpiece.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.FrameSource;
import org.earpiece.packet.FieldRegistry;
import org.earpiece.store.SpoolOptions;
import org.earpiece.voip.LadderModel;
import org.earpiece.voip.QualitySeries;

/**
 * One capture: a file, or frames that come live; what was found in it; and what may be asked of it.
 * Methods may be called from any thread unless they say otherwise; those that read many packets
 * (messages, ladder, quality, audio, save) block and belong on a worker, see {@link Workers}.
 */
public final class CaptureSession implements AutoCloseable {
  private CaptureSession() {}

  /**
   * Opens a capture file and begins to index it on a thread of its own. Compressed files are
   * unpacked into the spool.
   *
   * @throws org.earpiece.capture.CaptureException where it is no capture
   */
  public static CaptureSession open(Path file) throws IOException {
    throw new IllegalStateException("not yet " + file);
  }

  /** Runs a live source, keeping its frames in a spool. The source is opened on its own thread. */
  public static CaptureSession live(FrameSource source, SpoolOptions options) throws IOException {
    throw new IllegalStateException("not yet " + source + options);
  }

  /** The latest snapshot; asking makes the pipeline prepare a newer one. Cheap. */
  public Snapshot snapshot() {
    return Snapshot.EMPTY;
  }

  /** Opens a capture file as {@link #open} and goes on while it is being written, until stopped. */
  public static CaptureSession follow(Path file) throws IOException {
    throw new IllegalStateException("not yet " + file);
  }

  /** Why reading or capturing ended early, or null. What came before is there all the same. */
  public @org.jspecify.annotations.Nullable IOException failure() {
    return null;
  }

  /** The files that hold the frames: the one opened, or the spool's. */
  public List<Path> files() {
    return List.of();
  }

  /** Stops a live source; everything captured stays. Again does nothing. */
  public void stop() {}

  /** Blocks until the file is read or the live source has ended, and all of it is analysed. */
  public void await() throws InterruptedException {}

  /** The name for titles: a file name or an interface. */
  public String name() {
    return "";
  }

  /** A reader of single frames for one thread. */
  public PacketReader reader() {
    throw new IllegalStateException();
  }

  public FieldRegistry fields() {
    throw new IllegalStateException();
  }

  public List<CaptureInterface> interfaces() {
    return List.of();
  }

  /** Digits of a second that times of this capture have: 6 or 9. */
  public int timeDigits() {
    return 6;
  }

  /** Begins to find the frames that a filter accepts; goes on as further frames come. */
  public FilterScan scan(org.earpiece.filter.PacketFilter filter) {
    throw new IllegalStateException();
  }

  /** The frame numbers of a call's SIP messages, and with {@code media} of its RTP and RTCP too. */
  public int[] framesOfCall(int call, boolean media) throws IOException {
    throw new IllegalStateException();
  }

  /** The SIP messages of calls in order of time. */
  public List<SipRecord> messages(List<Integer> calls) throws IOException {
    throw new IllegalStateException();
  }

  /** The ladder diagram of calls. */
  public LadderModel ladder(List<Integer> calls) throws IOException {
    throw new IllegalStateException();
  }

  /** The packets of a stream, analysed. */
  public QualitySeries quality(int stream) throws IOException {
    throw new IllegalStateException();
  }

  /** The sound of a call's streams, both directions aligned. */
  public CallAudio audio(List<Integer> streams) throws IOException {
    throw new IllegalStateException();
  }

  /** Saves frames (all, where {@code frames} is null) as pcapng; tells how many were written. */
  public int save(Path out, int @org.jspecify.annotations.Nullable [] frames) throws IOException {
    throw new IllegalStateException();
  }

  @Override
  public void close() {}
}
