package org.earpiece.capture.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.earpiece.capture.CaptureException;
import org.earpiece.capture.CaptureException.Kind;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.Frame;
import org.earpiece.capture.FrameReader;
import org.earpiece.capture.FrameSink;

/** The capture formats, told apart by their first bytes. */
public final class SourceByMagic {
  private static final int MAGIC = 4;
  private static final int GZIP = 0x8B1F;
  private static final int UNPACK_BUFFER = 1 << 16;

  private SourceByMagic() {}

  /**
   * Opens a capture file for reading in place.
   *
   * @throws CaptureException where it cannot be read or is no capture; the message goes on after
   *     the file's name and a colon
   */
  public static FrameReader open(Path file) throws IOException {
    requireFile(file);
    return CaptureFile.open(file);
  }

  /**
   * Whether a file is compressed with gzip; give it to {@link #copy} then.
   *
   * @throws CaptureException as {@link #open} does
   */
  public static boolean compressed(Path file) throws IOException {
    requireFile(file);
    try (InputStream in = Files.newInputStream(file)) {
      return isGzip(in.readNBytes(MAGIC));
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
   * compressed with gzip. Blocks while the stream does.
   *
   * @throws CaptureException where the stream is no capture, damaged or cut; what could be read was
   *     given before
   */
  public static void copy(InputStream in, FrameSink sink) throws IOException {
    try {
      Window window = Window.over(ByteInput.of(unpacked(in)));
      RecordReader records = recordsIn(window);
      pour(records, window, sink);
      long rest = (long) window.end - window.at;
      String cut = rest == 0 ? null : records.describeCut(window, rest);
      CaptureException wrong =
          records.withPassedOver(cut == null ? null : new CaptureException(Kind.DATA, cut));
      if (wrong != null) {
        throw wrong;
      }
    } catch (EOFException e) {
      throw new CaptureException(Kind.DATA, "cut: the compressed data ends too early");
    } catch (ZipException e) {
      throw new CaptureException(
          Kind.DATA, "damaged: the compressed data cannot be unpacked (" + e.getMessage() + ")");
    }
  }

  private static InputStream unpacked(InputStream in) throws IOException {
    PushbackInputStream again = new PushbackInputStream(in, MAGIC);
    byte[] magic = again.readNBytes(MAGIC);
    again.unread(magic);
    return isGzip(magic) ? new GZIPInputStream(again, UNPACK_BUFFER) : again;
  }

  private static boolean isGzip(byte[] magic) {
    return magic.length == MAGIC && Bytes.u16(magic, 0, false) == GZIP;
  }

  private static void pour(RecordReader records, Window window, FrameSink sink) throws IOException {
    Frame frame = new Frame();
    int[] numbers = new int[0];
    while (records.next(window, frame)) {
      if (frame.interfaceId >= numbers.length) {
        numbers = announce(records.interfaces(), numbers, sink);
      }
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

  /** The reader for the capture that the window stands at the start of; goes over its header. */
  static RecordReader recordsIn(Window window) throws IOException {
    if (!window.has(MAGIC)) {
      throw Lookalikes.notACapture(window);
    }
    int magic = Bytes.i32(window.array, window.at);
    if (PcapVariant.begins(magic)) {
      return new PcapReader(window);
    }
    if (magic == PcapngReader.SECTION_HEADER) {
      return new PcapngReader(window);
    }
    throw Lookalikes.notACapture(window);
  }
}
