package org.earpiece.capture.file;

import java.io.IOException;
import java.util.List;
import org.earpiece.capture.CaptureException;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.Frame;
import org.jspecify.annotations.Nullable;

/**
 * A capture format: finds frames in bytes, wherever these come from. {@link #next} is for one
 * thread, the other methods are for any.
 */
abstract sealed class RecordReader permits PcapReader, PcapngReader {
  /** Bytes of a frame at most, whatever a header claims: libpcap's MAXIMUM_SNAPLEN. */
  static final int MAX_CAPTURED = 262_144;

  private long packets;
  private volatile long published;

  /**
   * Points {@code frame} at the next frame and the window behind it. False where no whole one is
   * there now; asking again goes on.
   *
   * @throws CaptureException where the bytes cannot be a record; asking again throws again
   */
  final boolean next(Window window, Frame frame) throws IOException {
    if (parseNext(window, frame)) {
      packets++;
      return true;
    }
    published = packets;
    window.publish();
    return false;
  }

  abstract boolean parseNext(Window window, Frame frame) throws IOException;

  /** Points {@code frame} at the record that the window stands on. */
  abstract void parseAt(Window window, Frame frame) throws IOException;

  /**
   * Says what the {@code rest} bytes that the window stands on lack of a whole record; null where
   * they lack nothing.
   *
   * @throws CaptureException where they cannot be a record
   */
  abstract @Nullable String describeCut(Window window, long rest) throws IOException;

  abstract List<CaptureInterface> interfaces();

  /** The number of the frame that {@link #next} looks for, from 1. The reading thread's. */
  final long number() {
    return packets + 1;
  }

  static CaptureException damaged(Window window, String why) {
    window.publish();
    return new CaptureException(
        CaptureException.Kind.DATA, "damaged at offset " + window.here() + ": " + why);
  }

  static void requireHeader(Window window, int length) throws IOException {
    if (!window.has(length)) {
      throw new CaptureException(
          CaptureException.Kind.DATA,
          "cut in its first header, of which %d bytes are there and %d are needed"
              .formatted(window.end - window.at, length));
    }
  }

  /** The sentence for a record that is cut; null where it is whole. */
  final @Nullable String cut(
      String what, boolean packet, long position, long needed, long rest, boolean atLeast) {
    long more = needed - rest;
    if (more <= 0) {
      return null;
    }
    return "cut in the middle of %s: the %s at offset %d needs %s%d more %s"
        .formatted(
            packet ? "packet " + (published + 1) : "a block",
            what,
            position,
            atLeast ? "at least " : "",
            more,
            more == 1 ? "byte" : "bytes");
  }
}
