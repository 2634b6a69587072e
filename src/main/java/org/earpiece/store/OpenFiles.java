package org.earpiece.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.earpiece.capture.CaptureException;
import org.earpiece.capture.CaptureException.Kind;
import org.earpiece.capture.file.SourceByMagic;
import org.jspecify.annotations.Nullable;

/**
 * Capture files that were opened together, or a capture in a stream, and the store over them. Those
 * that cannot be opened are left out and told of.
 */
public final class OpenFiles implements AutoCloseable {
  /** A file that is being written, and what tells it from another one of its name. */
  private record Followed(Path file, @Nullable Object key, Segment segment) {}

  /** Files opened together at most. */
  public static final int MAX_FILES = 4096;

  private final List<CaptureException> refused = new ArrayList<>();
  private final List<Segment> segments = new ArrayList<>();
  private final List<Followed> followed = new ArrayList<>();
  private @Nullable StreamSpool spool;
  private final PacketStore store;

  private OpenFiles(List<Path> files, boolean follows, @Nullable InputStream stream)
      throws IOException {
    try {
      List<Path> all = expanded(files);
      for (Path file : all) {
        add(file, follows, all.size() > 1);
      }
      if (stream != null) {
        segments.add(spool().add(null, stream));
      }
      if (segments.isEmpty()) {
        throw refused.getFirst();
      }
    } catch (IOException | RuntimeException e) {
      release();
      throw e;
    }
    store = new PacketStore(segments);
  }

  /**
   * Opens files. Compressed ones are unpacked by {@link #unpack}.
   *
   * @param follows whether they may still be written
   * @throws CaptureException where none of them is a capture
   */
  public static OpenFiles of(List<Path> files, boolean follows) throws IOException {
    return new OpenFiles(files, follows, null);
  }

  /** A capture that comes in a stream, compressed or not. */
  public static OpenFiles of(InputStream stream) throws IOException {
    return new OpenFiles(List.of(), false, stream);
  }

  /** The files, and instead of a folder the captures in it in the order of their names. */
  private static List<Path> expanded(List<Path> files) throws IOException {
    List<Path> all = new ArrayList<>();
    for (Path file : files) {
      if (Files.isDirectory(file)) {
        List<Path> captures = capturesIn(file);
        if (captures.isEmpty()) {
          throw new CaptureException(Kind.DATA, "is a folder without a capture in it");
        }
        all.addAll(captures);
      } else {
        all.add(file);
      }
    }
    if (all.size() > MAX_FILES) {
      throw new CaptureException(Kind.DATA, "more than " + MAX_FILES + " files at once");
    }
    return all;
  }

  private static List<Path> capturesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(SourceByMagic::looksLikeCapture).sorted().toList();
    }
  }

  private void add(Path file, boolean follows, boolean several) throws IOException {
    try {
      if (SourceByMagic.compressed(file)) {
        segments.add(spool().add(file, Files.newInputStream(file)));
      } else if (follows) {
        Segment segment = Segment.growing(file, SourceByMagic.openGrowing(file));
        segments.add(segment);
        followed.add(new Followed(file, attributes(file).fileKey(), segment));
      } else {
        segments.add(Segment.whole(file, SourceByMagic.open(file)));
      }
    } catch (CaptureException e) {
      refused.add(several ? new CaptureException(e.kind(), file + ": " + e.getMessage()) : e);
    }
  }

  private StreamSpool spool() throws IOException {
    StreamSpool made = spool;
    if (made == null) {
      made = new StreamSpool();
      spool = made;
    }
    return made;
  }

  private static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class);
  }

  public PacketStore store() {
    return store;
  }

  /** Why some of the files are left out, a sentence each that begins with the file's name. */
  public List<CaptureException> refused() {
    return refused;
  }

  /** Unpacks what is compressed, and keeps what comes in a stream. Blocks until all is there. */
  public void unpack() {
    StreamSpool streams = spool;
    if (streams != null) {
      streams.run();
    }
  }

  /**
   * Looks whether the files that are followed are still there. One that was cut, replaced or
   * deleted ends. False where none is left to follow.
   */
  public boolean follow() throws IOException {
    boolean any = false;
    for (Followed each : followed) {
      Segment segment = each.segment;
      if (!segment.sealed()) {
        String ended = fate(each);
        if (segment.reader.size() < segment.reader.position()) {
          segment.seal();
        } else if (ended != null) {
          segment.seal(new CaptureException(Kind.DATA, ended));
        }
        any |= !segment.sealed();
      }
    }
    return any;
  }

  private static @Nullable String fate(Followed each) throws IOException {
    try {
      boolean same = Objects.equals(attributes(each.file).fileKey(), each.key);
      return same ? null : "another file took its place while it was followed";
    } catch (NoSuchFileException e) {
      return "was deleted or renamed while it was followed";
    }
  }

  /** Ends following and unpacking soon; what was read stays. From any thread. */
  public void stop() {
    for (Followed each : followed) {
      if (!each.segment.sealed()) {
        each.segment.abandon();
      }
    }
    StreamSpool streams = spool;
    if (streams != null) {
      streams.stop();
    }
  }

  private void release() throws IOException {
    for (Segment segment : segments) {
      segment.release();
    }
    StreamSpool streams = spool;
    if (streams != null) {
      streams.close();
    }
  }

  /** Closes the files and deletes temporary ones. */
  @Override
  public void close() throws IOException {
    store.close();
    StreamSpool streams = spool;
    if (streams != null) {
      streams.close();
    }
  }
}
