package org.earpiece.capture;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A capture file read in place. {@link #next} is for one thread, in order; {@link #read} is for any
 * thread, each with a frame of its own.
 */
public interface FrameReader extends Closeable {
  /**
   * Points {@code frame} at the next record. False where no whole record is there now: at the end,
   * or where a file that grows has not come further; asking again later goes on.
   *
   * @throws CaptureException where the bytes cannot be a record; says where and why
   */
  boolean next(Frame frame) throws IOException;

  /**
   * Lets go of what {@link #next} needs: it is not asked any more. All else goes on. The thread of
   * {@link #next}.
   */
  void endOfOrder() throws IOException;

  /** Reads the record at a {@link Frame#position} again, into a buffer of the frame's own. */
  void read(long position, Frame frame) throws IOException;

  /**
   * What is wrong with the file as far as it was read: why the bytes after the last whole record
   * are none, what was passed over before; null where nothing is.
   */
  @Nullable CaptureException tail() throws IOException;

  /** The interfaces seen so far. From any thread. */
  List<CaptureInterface> interfaces();

  /** What the file tells beside its frames, as far as it was read. From any thread. */
  CaptureNotes notes();

  /** Bytes read in order so far, of {@link #size} in all: progress. From any thread. */
  long position();

  /** Bytes of the file now. */
  long size() throws IOException;
}
