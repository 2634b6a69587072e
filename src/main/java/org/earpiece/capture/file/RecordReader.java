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
  private @Nullable String firstPassedOver;
  private int passedOver;

  /**
   * Points {@code frame} at the next frame and the window behind it. False where no whole one is
   * there now; asking again goes on.
   *
   * @throws CaptureException where the bytes cannot be a record, and nor can it be told where the
   *     next one begins; asking again throws again
   */
  final boolean next(Window window, Frame frame) throws IOException {
    try {
      if (parseNext(window, frame)) {
        packets++;
        return true;
      }
    } catch (CaptureException e) {
      CaptureException all = withPassedOver(e);
      throw all == null ? e : all;
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

  /** Says that the record that the window stands on is wrong and is left out. */
  final void passOver(Window window, String why) {
    if (firstPassedOver == null) {
      firstPassedOver = "at offset " + window.here() + ": " + why;
    }
    passedOver++;
  }

  /** An error with what was passed over before it; that alone where there is no error. */
  final @Nullable CaptureException withPassedOver(@Nullable CaptureException end) {
    String first = firstPassedOver;
    if (first == null) {
      return end;
    }
    String before =
        passedOver == 1
            ? "a damaged record was left out " + first
            : passedOver + " damaged records were left out, the first " + first;
    String message = end == null ? before : end.getMessage() + "; " + before;
    return new CaptureException(CaptureException.Kind.DATA, message);
  }

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
