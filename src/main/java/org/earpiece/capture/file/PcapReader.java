package org.earpiece.capture.file;

import java.io.IOException;
import java.util.List;
import org.earpiece.capture.CaptureException;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.Frame;
import org.earpiece.packet.LinkType;
import org.jspecify.annotations.Nullable;

/**
 * The savefile of libpcap (draft-ietf-opsawg-pcap): times in µs or ns, either byte order, and the
 * longer record headers of Alexey Kuznetsov's variant.
 */
final class PcapReader extends RecordReader {
  static final int FILE_HEADER = 24;

  private static final int MICROS = 0xA1B2_C3D4;
  private static final int NANOS = 0xA1B2_3C4D;
  private static final int KUZNETSOV = 0xA1B2_CD34;

  private static final int MAJOR = 2;
  private static final int RECORD_HEADER = 16;
  private static final int KUZNETSOV_HEADER = 24;

  /** The upper bits of the link type tell of frame check sequences. */
  private static final int LINK_TYPE_MASK = 0xFFFF;

  /** A snapshot length above this is no reason to believe in longer frames. */
  private static final int MAX_SNAPLEN = 16 << 20;

  private final boolean bigEndian;
  private final int header;
  private final int nanosPerTick;
  private final int limit;
  private final LinkType linkType;
  private final List<CaptureInterface> interfaces;

  /** Reads the file header that the window stands on, and goes over it. */
  PcapReader(Window window) throws IOException {
    requireHeader(window, FILE_HEADER);
    byte[] array = window.array;
    int at = window.at;
    bigEndian = !little(Bytes.i32(array, at));
    int magic = Bytes.i32(array, at, bigEndian);
    int major = Bytes.u16(array, at + 4, bigEndian);
    if (major != MAJOR) {
      throw damaged(
          window,
          "version %d.%d of the pcap format is unknown; Earpiece reads 2.x"
              .formatted(major, Bytes.u16(array, at + 6, bigEndian)));
    }
    header = magic == KUZNETSOV ? KUZNETSOV_HEADER : RECORD_HEADER;
    nanosPerTick = magic == NANOS ? 1 : 1000;
    int snaplen = Math.max(0, Bytes.i32(array, at + 16, bigEndian));
    limit = Math.max(MAX_CAPTURED, Math.min(snaplen, MAX_SNAPLEN));
    int linkNumber = Bytes.i32(array, at + 20, bigEndian) & LINK_TYPE_MASK;
    linkType = LinkType.of(linkNumber);
    interfaces =
        List.of(
            new CaptureInterface("", "", linkType, nanosPerTick == 1 ? 9 : 6, snaplen, linkNumber));
    window.at += FILE_HEADER;
  }

  /** Whether a file that begins with these four bytes is a savefile. */
  static boolean begins(int magic) {
    return little(magic) || little(Integer.reverseBytes(magic));
  }

  private static boolean little(int magic) {
    return magic == MICROS || magic == NANOS || magic == KUZNETSOV;
  }

  @Override
  boolean parseNext(Window window, Frame frame) throws IOException {
    if (!window.has(header)) {
      return false;
    }
    int captured = captured(window);
    if (!window.has(header + captured)) {
      return false;
    }
    point(window, frame, captured);
    window.at += header + captured;
    return true;
  }

  @Override
  void parseAt(Window window, Frame frame) throws IOException {
    if (!window.has(header) || !window.has(header + captured(window))) {
      throw damaged(window, "the record that was here is gone");
    }
    point(window, frame, captured(window));
  }

  private int captured(Window window) throws CaptureException {
    int captured = Bytes.i32(window.array, window.at + 8, bigEndian);
    if (captured < 0 || captured > limit) {
      throw damaged(
          window,
          "packet %d claims %s captured bytes, more than the %d that are possible"
              .formatted(number(), Integer.toUnsignedString(captured), limit));
    }
    return captured;
  }

  private void point(Window window, Frame frame, int captured) {
    byte[] array = window.array;
    int at = window.at;
    long seconds = Bytes.u32(array, at, bigEndian);
    long ticks = Bytes.u32(array, at + 4, bigEndian);
    frame.array = array;
    frame.offset = at + header;
    frame.captured = captured;
    frame.length = Math.max(Bytes.i32(array, at + 12, bigEndian), captured);
    frame.timeNanos = seconds * 1_000_000_000L + ticks * nanosPerTick;
    frame.interfaceId = 0;
    frame.linkType = linkType;
    frame.position = window.here();
  }

  @Override
  @Nullable String describeCut(Window window, long rest) throws IOException {
    boolean headed = window.has(header);
    int needed = headed ? header + captured(window) : header;
    return cut("record", true, window.here(), needed, rest, !headed);
  }

  @Override
  List<CaptureInterface> interfaces() {
    return interfaces;
  }
}
