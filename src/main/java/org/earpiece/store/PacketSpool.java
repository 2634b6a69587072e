package org.earpiece.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.CaptureNotes;
import org.earpiece.capture.DecryptionSecrets;
import org.earpiece.capture.FrameSink;
import org.earpiece.capture.file.PcapngWriter;
import org.earpiece.capture.file.SourceByMagic;
import org.jspecify.annotations.Nullable;

/**
 * The queue between capture and analysis: live frames are appended to pcapng files, so that what
 * was captured survives a crash, and the pipeline reads behind. When the budget is spent the oldest
 * file goes. The capture thread appends; any thread may {@link #flush} and ask.
 */
public final class PacketSpool implements FrameSink, AutoCloseable {
  /** Files that analysis has not finished are kept beyond the budget up to this many times it. */
  static final int PATIENCE = 2;

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final SpoolOptions options;
  private final PacketStore store;
  private final @Nullable Path temporary;
  private final List<CaptureInterface> interfaces = new ArrayList<>();
  private final CaptureNotes notes = new CaptureNotes();
  private final List<Segment> held = new ArrayList<>();
  private @Nullable PcapngWriter writer;
  private boolean closed;
  private int fileNumber;
  private long filePackets;
  private long fileStart;
  private long closedBytes;
  private volatile long packets;
  private volatile int files;

  /** A spool that hands its files to a store; the first file is made at once. */
  public PacketSpool(PacketStore store, SpoolOptions options) throws IOException {
    this.store = store;
    this.options = options;
    temporary = options.file() == null ? Files.createTempDirectory("earpiece-") : null;
  }

  @Override
  public synchronized int addInterface(CaptureInterface added) throws IOException {
    interfaces.add(added);
    if (writer != null) {
      writer.addInterface(added);
    }
    return interfaces.size() - 1;
  }

  /** They go into every file, so that each can be decrypted by itself. */
  @Override
  public synchronized void secrets(DecryptionSecrets added) throws IOException {
    if (notes.add(added) && writer != null) {
      writer.secrets(added);
    }
  }

  @Override
  public synchronized void frame(
      int interfaceId, long timeNanos, int length, byte[] array, int offset, int captured)
      throws IOException {
    if (closed) {
      return;
    }
    PcapngWriter out = writer;
    if (out == null || full(out, timeNanos)) {
      out = begin(timeNanos);
    }
    out.frame(interfaceId, timeNanos, length, array, offset, captured);
    filePackets++;
    packets++;
  }

  private boolean full(PcapngWriter out, long timeNanos) {
    return (options.fileBytes() > 0 && out.position() >= options.fileBytes())
        || (options.filePackets() > 0 && filePackets >= options.filePackets())
        || (options.fileNanos() > 0 && timeNanos - fileStart >= options.fileNanos());
  }

  private PcapngWriter begin(long timeNanos) throws IOException {
    endFile();
    fileNumber++;
    filePackets = 0;
    fileStart = timeNanos;
    Path file = path(timeNanos);
    PcapngWriter out = PcapngWriter.create(file);
    writer = out;
    for (CaptureInterface known : interfaces) {
      out.addInterface(known);
    }
    for (DecryptionSecrets known : notes.secrets()) {
      out.secrets(known);
    }
    out.flush();
    Segment segment = Segment.growing(file, SourceByMagic.open(file));
    held.add(segment);
    store.add(segment);
    dropOldest();
    files = held.size();
    return out;
  }

  private Path path(long timeNanos) {
    Path wanted = options.file();
    if (wanted == null) {
      if (temporary == null) {
        throw new IllegalStateException("a temporary spool has a folder");
      }
      return temporary.resolve(String.format(Locale.ROOT, "spool_%05d.pcapng", fileNumber));
    }
    if (!options.ring()) {
      return wanted;
    }
    String name = String.valueOf(wanted.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String extension = dot > 0 ? name.substring(dot) : "";
    String stamp = STAMP.format(Instant.ofEpochSecond(timeNanos / 1_000_000_000L));
    return wanted.resolveSibling(
        String.format(Locale.ROOT, "%s_%05d_%s%s", stem, fileNumber, stamp, extension));
  }

  /** Gives the oldest files up; one that analysis still reads only when patience ends. */
  private void dropOldest() throws IOException {
    while (options.files() > 0 && held.size() > options.files()) {
      boolean analysed = fileNumber - held.size() < store.reading();
      if (!analysed && held.size() <= options.files() * PATIENCE) {
        return;
      }
      Segment oldest = held.removeFirst();
      closedBytes -= Files.size(oldest.file);
      oldest.release();
      Files.deleteIfExists(oldest.file);
    }
  }

  private void endFile() throws IOException {
    PcapngWriter out = writer;
    if (out != null) {
      out.close();
      closedBytes += out.position();
      held.getLast().seal();
      writer = null;
    }
  }

  /** Makes everything appended readable. */
  public synchronized void flush() throws IOException {
    if (writer != null) {
      writer.flush();
    }
  }

  /** Ends the last file; nothing is appended any more. With no frames an empty capture is left. */
  public synchronized void finish() throws IOException {
    if (fileNumber == 0 && !closed) {
      begin(System.currentTimeMillis() * 1_000_000L);
    }
    endFile();
  }

  /** Frames appended so far. */
  public long packets() {
    return packets;
  }

  /** The number of the file that is being written, from 1. */
  public synchronized int fileNumber() {
    return fileNumber;
  }

  /** Files held. */
  public int files() {
    return files;
  }

  /** Bytes of all files held. */
  public synchronized long bytes() {
    return closedBytes + (writer == null ? 0 : writer.position());
  }

  /** Whether the files go with the session. */
  public boolean isTemporary() {
    return temporary != null;
  }

  /** Ends the spool; temporary files are deleted. */
  @Override
  public synchronized void close() throws IOException {
    closed = true;
    endFile();
    for (Segment segment : held) {
      if (!segment.gone()) {
        segment.release();
      }
      if (temporary != null) {
        Files.deleteIfExists(segment.file);
      }
    }
    if (temporary != null) {
      Files.deleteIfExists(temporary);
    }
  }
}
