package org.earpiece.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.earpiece.capture.CaptureException;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.Frame;
import org.earpiece.capture.FrameReader;
import org.jspecify.annotations.Nullable;

/** One file of a capture, open for reading; a live one grows until it is sealed. */
final class Segment {
  /** What the user knows it as; its frames may lie elsewhere, unpacked. */
  final Path file;

  final FrameReader reader;
  private final boolean unpacked;
  private volatile boolean sealed;
  private volatile boolean abandoned;
  private volatile boolean gone;
  private volatile @Nullable CaptureException damage;
  private volatile @Nullable CaptureException cut;

  private Segment(Path file, FrameReader reader, boolean sealed, boolean unpacked) {
    this.file = file;
    this.reader = reader;
    this.sealed = sealed;
    this.unpacked = unpacked;
  }

  /** A file that is whole. */
  static Segment whole(Path file, FrameReader reader) {
    return new Segment(file, reader, true, false);
  }

  /** A file that others write, or we ourselves. */
  static Segment growing(Path file, FrameReader reader) {
    return new Segment(file, reader, false, false);
  }

  /** A file that grows as what it is unpacked from is read. */
  static Segment unpacked(Path file, FrameReader reader) {
    return new Segment(file, reader, false, true);
  }

  /**
   * Points {@code frame} at the next frame. False where there is none now, nor ever once the file
   * was sealed before; damage ends a file, and is a matter of {@link #problem}.
   */
  boolean next(Frame frame) throws IOException {
    if (gone || damage != null) {
      return false;
    }
    try {
      return reader.next(frame);
    } catch (CaptureException e) {
      damage = e;
      return false;
    }
  }

  /** Nothing is appended any more. */
  void seal() {
    sealed = true;
  }

  /** Nothing is appended any more, though there should be more. */
  void seal(CaptureException why) {
    cut = why;
    sealed = true;
  }

  /** Nothing more is wanted of it; it may end anywhere. */
  void abandon() {
    abandoned = true;
    sealed = true;
  }

  boolean sealed() {
    return sealed;
  }

  /** Whether more of it is on its way. */
  boolean unpacking() {
    return unpacked && !sealed;
  }

  /** Whether no more frames come of it, whatever is appended. */
  boolean damaged() {
    return damage != null;
  }

  boolean gone() {
    return gone;
  }

  /** What is wrong with the file, or null. The pipeline's thread, at the end. */
  @Nullable CaptureException problem() throws IOException {
    if (gone) {
      return null;
    }
    CaptureException reading = damage != null || abandoned ? damage : reader.tail();
    CaptureException packing = cut;
    if (packing == null || reading == null) {
      return packing == null ? reading : packing;
    }
    return new CaptureException(packing.kind(), packing.getMessage() + "; " + reading.getMessage());
  }

  List<CaptureInterface> interfaces() {
    return reader.interfaces();
  }

  /** Gives the file up: its frames are no longer held. */
  void release() throws IOException {
    gone = true;
    reader.close();
  }
}
