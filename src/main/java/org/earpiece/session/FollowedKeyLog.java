package org.earpiece.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Objects;
import org.earpiece.dissect.tls.KeyLog;
import org.earpiece.dissect.tls.TlsSecrets;
import org.jspecify.annotations.Nullable;

/**
 * A key log that is read as far as it is written, again and again; from its beginning where it was
 * cut or replaced. One thread at a time.
 */
final class FollowedKeyLog {
  /** Bytes that are read at once. */
  private static final int CHUNK = 1 << 16;

  /** Takes whole lines of the log. */
  interface Lines {
    void take(byte[] lines) throws IOException;
  }

  private final Path file;
  private final KeyLog log;
  private Lines lines = whole -> {};
  private byte[] cut = {};
  private @Nullable Object identity;
  private long position;

  FollowedKeyLog(Path file, TlsSecrets secrets) {
    this.file = file;
    log = new KeyLog(secrets);
  }

  /** From now on gives whole lines to {@code taker}, too, all that were read before among them. */
  void linesTo(Lines taker) {
    lines = taker;
    restart();
  }

  private void restart() {
    position = 0;
    cut = new byte[0];
    log.end();
  }

  /**
   * Reads on.
   *
   * @throws IOException where it is not there now, or cannot be read
   */
  void read() throws IOException {
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    if (now.size() < position || !Objects.equals(now.fileKey(), identity)) {
      identity = now.fileKey();
      restart();
    }
    if (now.size() == position) {
      return;
    }
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
      while (channel.read(chunk.clear(), position) > 0) {
        position += chunk.position();
        log.feed(chunk.array(), 0, chunk.position());
        giveLines(chunk.array(), chunk.position());
      }
    }
  }

  private void giveLines(byte[] array, int count) throws IOException {
    byte[] all = Arrays.copyOf(cut, cut.length + count);
    System.arraycopy(array, 0, all, cut.length, count);
    int end = all.length;
    while (end > 0 && all[end - 1] != '\n') {
      end--;
    }
    if (end > 0) {
      lines.take(Arrays.copyOf(all, end));
    }
    boolean tooLong = all.length - end > KeyLog.MAX_LINE;
    cut = tooLong ? new byte[0] : Arrays.copyOfRange(all, end, all.length);
  }
}
