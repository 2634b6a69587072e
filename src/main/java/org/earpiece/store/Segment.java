package org.earpiece.store;

import java.io.IOException;
import java.nio.file.Path;
import org.earpiece.capture.FrameReader;

/** One file of a capture, open for reading; a live one grows until it is sealed. */
final class Segment {
  final Path file;
  final FrameReader reader;
  private volatile boolean sealed;
  private volatile boolean gone;

  Segment(Path file, FrameReader reader, boolean sealed) {
    this.file = file;
    this.reader = reader;
    this.sealed = sealed;
  }

  void seal() {
    sealed = true;
  }

  boolean sealed() {
    return sealed;
  }

  boolean gone() {
    return gone;
  }

  /** Gives the file up: its frames are no longer held. */
  void release() throws IOException {
    gone = true;
    reader.close();
  }
}
