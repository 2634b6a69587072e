package org.earpiece.capture.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.earpiece.capture.CaptureException;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.Frame;
import org.earpiece.capture.FrameReader;
import org.earpiece.capture.FrameSink;

/** What a capture gave when it was read to its end, with a digest of every frame. */
final class Seen implements FrameSink {
  long frames;
  long firstNanos;
  long lastNanos;
  long earliestNanos = Long.MAX_VALUE;
  long latestNanos;
  final List<Integer> digests = new ArrayList<>();
  final List<Long> positions = new ArrayList<>();
  List<CaptureInterface> interfaces = new ArrayList<>();
  CaptureException error;

  /** Reads a file in place, or as a stream where it is compressed. */
  static Seen of(Path file) throws IOException {
    return SourceByMagic.compressed(file) ? ofStream(file) : ofFile(file);
  }

  static Seen ofFile(Path file) throws IOException {
    Seen seen = new Seen();
    try (FrameReader reader = SourceByMagic.open(file)) {
      Frame frame = new Frame();
      try {
        while (reader.next(frame)) {
          seen.add(frame);
          seen.positions.add(frame.position);
        }
        seen.error = reader.tail();
      } catch (CaptureException e) {
        seen.error = e;
      }
      seen.interfaces = reader.interfaces();
    } catch (CaptureException e) {
      seen.error = e;
    }
    return seen;
  }

  static Seen ofStream(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return ofStream(in);
    }
  }

  static Seen ofStream(InputStream in) throws IOException {
    Seen seen = new Seen();
    try {
      SourceByMagic.copy(in, seen);
    } catch (CaptureException e) {
      seen.error = e;
    }
    return seen;
  }

  /** A number that is another one, almost surely, when anything in the frame is. */
  static int digest(Frame frame) {
    int hash =
        Arrays.hashCode(
            Arrays.copyOfRange(frame.array, frame.offset, frame.offset + frame.captured));
    hash = hash * 31 + Long.hashCode(frame.timeNanos);
    hash = hash * 31 + frame.length;
    hash = hash * 31 + frame.interfaceId;
    return hash * 31 + frame.linkType.number();
  }

  private void add(Frame frame) {
    firstNanos = frames == 0 ? frame.timeNanos : firstNanos;
    lastNanos = frame.timeNanos;
    frames++;
    if (frame.timeNanos != 0) {
      earliestNanos = Math.min(earliestNanos, frame.timeNanos);
      latestNanos = Math.max(latestNanos, frame.timeNanos);
    }
    digests.add(digest(frame));
  }

  @Override
  public int addInterface(CaptureInterface added) {
    interfaces.add(added);
    return interfaces.size() - 1;
  }

  @Override
  public void frame(
      int interfaceId, long timeNanos, int length, byte[] array, int offset, int captured) {
    Frame frame = new Frame();
    frame.interfaceId = interfaceId;
    frame.linkType = interfaces.get(interfaceId).linkType();
    frame.timeNanos = timeNanos;
    frame.length = length;
    frame.array = array;
    frame.offset = offset;
    frame.captured = captured;
    add(frame);
  }
}
