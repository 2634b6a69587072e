package org.earpiece.store;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.earpiece.capture.CaptureException;
import org.earpiece.capture.file.SourceByMagic;
import org.jspecify.annotations.Nullable;

/**
 * Captures that come as streams, on standard input or out of compressed files: kept in temporary
 * files as they come, unpacked, and read there like any other file. One thread runs it; any thread
 * may {@link #stop} it.
 */
public final class StreamSpool implements AutoCloseable {
  /** Bytes that one stream may unpack to: some kilobytes can unpack to as much as one likes. */
  public static final long MAX_BYTES = 256L << 30;

  /** Bytes that are left free on the disk. */
  public static final long MIN_FREE = 256L << 20;

  /** Bytes written after which the free space is looked at again. */
  private static final long LOOK = 16 << 20;

  private static final int CHUNK = 1 << 16;

  private record Part(InputStream in, Path file, Segment segment) {}

  private final Path folder;
  private final long maxBytes;
  private final long minFree;
  private final List<Part> parts = new ArrayList<>();
  private volatile boolean stopped;
  private volatile @Nullable InputStream current;

  /** A spool in a temporary folder of its own. */
  public StreamSpool() throws IOException {
    this(MAX_BYTES, MIN_FREE);
  }

  StreamSpool(long maxBytes, long minFree) throws IOException {
    this.maxBytes = maxBytes;
    this.minFree = minFree;
    folder = Files.createTempDirectory("earpiece-");
  }

  /**
   * Adds a stream, which is read in its turn and closed then. Before {@link #run}.
   *
   * @param named the file that the user knows it as; null for none
   */
  Segment add(@Nullable Path named, InputStream in) throws IOException {
    Path file = folder.resolve("unpacked_" + (parts.size() + 1));
    Files.createFile(file);
    Segment segment =
        Segment.unpacked(named == null ? file : named, SourceByMagic.openGrowing(file));
    parts.add(new Part(in, file, segment));
    return segment;
  }

  /** Takes the streams one after the other until they end. Blocks while they do. */
  public void run() {
    for (Part part : parts) {
      CaptureException why = null;
      try (InputStream in = part.in) {
        current = in;
        if (!stopped) {
          copy(in, part.file);
        }
      } catch (CaptureException e) {
        why = e;
      } catch (IOException e) {
        why = stopped ? null : new CaptureException(CaptureException.Kind.DATA, reason(e));
      }
      if (stopped) {
        part.segment.abandon();
      } else if (why == null) {
        part.segment.seal();
      } else {
        part.segment.seal(why);
      }
    }
  }

  private void copy(InputStream packed, Path file) throws IOException {
    byte[] chunk = new byte[CHUNK];
    long written = 0;
    long looked = 0;
    try (InputStream in = SourceByMagic.unpacked(packed);
        OutputStream out = new FileOutputStream(file.toFile())) {
      while (!stopped) {
        int read = in.read(chunk);
        if (read < 0) {
          return;
        }
        if (written >= looked) {
          requireRoom(file);
          looked = written + LOOK;
        }
        if (written + read > maxBytes) {
          throw new CaptureException(
              CaptureException.Kind.DATA,
              "unpacks to more than the %d bytes that Earpiece takes".formatted(maxBytes));
        }
        try {
          out.write(chunk, 0, read);
        } catch (IOException e) {
          throw full(e.getMessage());
        }
        written += read;
      }
    }
  }

  private void requireRoom(Path file) throws IOException {
    if (Files.getFileStore(file).getUsableSpace() < minFree) {
      throw full("less than " + (minFree >> 20) + " MiB are left on the disk");
    }
  }

  private CaptureException full(@Nullable String why) {
    return new CaptureException(
        CaptureException.Kind.DATA,
        "cannot be kept in the temporary folder %s: %s; -Djava.io.tmpdir names another"
            .formatted(folder, why));
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /** Ends it soon; what was read stays. From any thread. */
  public void stop() {
    stopped = true;
    InputStream in = current;
    if (in != null) {
      try {
        in.close();
      } catch (IOException e) {
        // What cannot be closed is not read any more all the same.
      }
    }
  }

  /** Deletes the temporary files; the segments were released before. */
  @Override
  public void close() throws IOException {
    for (Part part : parts) {
      part.in.close();
      Files.deleteIfExists(part.file);
    }
    Files.deleteIfExists(folder);
  }
}
