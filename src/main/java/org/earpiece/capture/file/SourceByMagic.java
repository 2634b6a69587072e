package org.earpiece.capture.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.earpiece.capture.CaptureException;
import org.earpiece.capture.CaptureException.Kind;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.CaptureNotes;
import org.earpiece.capture.DecryptionSecrets;
import org.earpiece.capture.Frame;
import org.earpiece.capture.FrameReader;
import org.earpiece.capture.FrameSink;

/** The capture formats, told apart by their first bytes. */
public final class SourceByMagic {
  private static final int MAGIC = 4;

  private SourceByMagic() {}

  /**
   * Opens a capture file for reading in place.
   *
   * @throws CaptureException where it cannot be read or is no capture; the message goes on after
   *     the file's name and a colon
   */
  public static FrameReader open(Path file) throws IOException {
    requireFile(file);
    return CaptureFile.open(file, false);
  }

  /** Opens a capture file of which not even the header need be there yet. */
  public static FrameReader openGrowing(Path file) throws IOException {
    requireFile(file);
    return CaptureFile.open(file, true);
  }

  /**
   * Whether a file is compressed; give it to {@link #unpacked} then.
   *
   * @throws CaptureException as {@link #open} does
   */
  public static boolean compressed(Path file) throws IOException {
    requireFile(file);
    try (InputStream in = Files.newInputStream(file)) {
      return Compression.of(in.readNBytes(Compression.MAGIC)) != null;
    }
  }

  /**
   * What a stream unpacks to; itself where it is not compressed. Closing it closes the stream.
   * Where the compressed data is cut or damaged, reading throws a CaptureException.
   */
  public static InputStream unpacked(InputStream in) throws IOException {
    PushbackInputStream again = new PushbackInputStream(in, Compression.MAGIC);
    byte[] magic = again.readNBytes(Compression.MAGIC);
    again.unread(magic);
    Compression compression = Compression.of(magic);
    return compression == null ? again : compression.unpack(again);
  }

  /** Whether a file begins as captures do, compressed or not. False where it cannot be read. */
  public static boolean looksLikeCapture(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] first = in.readNBytes(MAGIC);
      if (first.length < MAGIC) {
        return false;
      }
      int magic = Bytes.i32(first, 0);
      return magic == PcapngReader.SECTION_HEADER
          || PcapVariant.begins(magic)
          || Compression.of(first) != null;
    } catch (IOException e) {
      return false;
    }
  }

  private static void requireFile(Path file) throws IOException {
    try {
      if (Files.isDirectory(file)) {
        throw new CaptureException(Kind.DATA, "is a directory");
      }
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new CaptureException(
            Kind.DATA, "is not a file on a disk; give what it sends on standard input, as file -");
      }
      Files.newInputStream(file).close();
    } catch (NoSuchFileException e) {
      throw new CaptureException(Kind.DATA, "does not exist");
    } catch (AccessDeniedException e) {
      throw new CaptureException(Kind.DATA, "may not be read by you");
    }
  }

  /**
   * Gives the frames of a capture in a stream to a sink until the stream ends; unpacks what is
   * compressed. Blocks while the stream does, and closes it.
   *
   * @throws CaptureException where the stream is no capture, damaged or cut; what could be read was
   *     given before
   */
  public static void copy(InputStream in, FrameSink sink) throws IOException {
    try (InputStream unpacked = unpacked(in)) {
      copy(Window.over(ByteInput.of(unpacked)), sink);
    }
  }

  private static void copy(Window window, FrameSink sink) throws IOException {
    CaptureNotes notes = new CaptureNotes();
    RecordReader records = recordsIn(window, notes);
    pour(records, window, notes, sink);
    long rest = (long) window.end - window.at;
    String cut = rest == 0 ? null : records.describeCut(window, rest);
    CaptureException wrong =
        records.withPassedOver(cut == null ? null : new CaptureException(Kind.DATA, cut));
    if (wrong != null) {
      throw wrong;
    }
  }

  private static void pour(RecordReader records, Window window, CaptureNotes notes, FrameSink sink)
      throws IOException {
    List<DecryptionSecrets> secrets = new ArrayList<>();
    notes.secretsTo(secrets::add);
    Frame frame = new Frame();
    int[] numbers = new int[0];
    while (records.next(window, frame)) {
      if (frame.interfaceId >= numbers.length) {
        numbers = announce(records.interfaces(), numbers, sink);
      }
      for (DecryptionSecrets each : secrets) {
        sink.secrets(each);
      }
      secrets.clear();
      sink.frame(
          numbers[frame.interfaceId],
          frame.timeNanos,
          frame.length,
          frame.array,
          frame.offset,
          frame.captured);
    }
    announce(records.interfaces(), numbers, sink);
  }

  private static int[] announce(List<CaptureInterface> all, int[] known, FrameSink sink)
      throws IOException {
    int[] numbers = Arrays.copyOf(known, all.size());
    for (int i = known.length; i < numbers.length; i++) {
      numbers[i] = sink.addInterface(all.get(i));
    }
    return numbers;
  }

  /** Whether enough is there to begin with, or to tell that it is no capture. */
  static boolean headed(Window window) throws IOException {
    if (!window.has(MAGIC)) {
      return false;
    }
    int magic = Bytes.i32(window.array, window.at);
    return PcapVariant.begins(magic)
        ? PcapVariant.headed(window)
        : magic != PcapngReader.SECTION_HEADER || PcapngReader.headed(window);
  }

  /** The reader for the capture that the window stands at the start of; goes over its header. */
  static RecordReader recordsIn(Window window, CaptureNotes notes) throws IOException {
    if (!window.has(MAGIC)) {
      throw Lookalikes.notACapture(window);
    }
    int magic = Bytes.i32(window.array, window.at);
    if (PcapVariant.begins(magic)) {
      return new PcapReader(window);
    }
    if (magic == PcapngReader.SECTION_HEADER) {
      return new PcapngReader(window, notes);
    }
    throw Lookalikes.notACapture(window);
  }
}
