package org.earpiece.capture.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;

/**
 * A file open for reading at any position, from any thread. Not a {@link
 * java.nio.channels.FileChannel}, which the interrupt of one reading thread closes for all.
 */
final class FileInput implements ByteInput, Closeable {
  private final RandomAccessFile file;
  private volatile boolean closed;

  FileInput(Path path) throws IOException {
    file = new RandomAccessFile(path.toFile(), "r");
  }

  @Override
  public synchronized int read(long position, byte[] target, int offset, int length)
      throws IOException {
    requireOpen();
    file.seek(position);
    return file.read(target, offset, length);
  }

  synchronized long size() throws IOException {
    requireOpen();
    return file.length();
  }

  void requireOpen() throws ClosedChannelException {
    if (closed) {
      throw new ClosedChannelException();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    file.close();
  }
}
