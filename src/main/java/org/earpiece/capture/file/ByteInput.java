package org.earpiece.capture.file;

import java.io.IOException;
import java.io.InputStream;

/** Bytes of a capture: of a file at any position, or of a stream in order. */
@FunctionalInterface
interface ByteInput {
  /**
   * Reads up to {@code length} bytes, the first of which lies at {@code position} of the capture;
   * tells how many, 0 or less where none are there now.
   */
  int read(long position, byte[] target, int offset, int length) throws IOException;

  /** A stream: positions must be asked for in order. */
  static ByteInput of(InputStream in) {
    return (position, target, offset, length) -> in.read(target, offset, length);
  }
}
