package org.earpiece.capture.file;

import java.io.IOException;
import java.util.List;
import org.earpiece.capture.CaptureException;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.Frame;
import org.earpiece.packet.LinkType;
import org.jspecify.annotations.Nullable;

/**
 * The savefile of libpcap (draft-ietf-opsawg-pcap), in either byte order and in the variants that
 * {@link PcapVariant} tells apart.
 */
final class PcapReader extends RecordReader {
  static final int FILE_HEADER = 24;

  /** The upper bits of the link type tell of frame check sequences. */
  private static final int LINK_TYPE_MASK = 0xFFFF;

  private static final int FCS_TOLD = 1 << 26;
  private static final int FCS_SHIFT = 28;

  /** A snapshot length above this is no reason to believe in longer frames. */
  private static final int MAX_SNAPLEN = 16 << 20;

  private final boolean bigEndian;
  private final PcapVariant variant;
  private final int header;
  private final int nanosPerTick;
  private final int limit;
  private final LinkType linkType;
  private final int fcs;
  private final List<CaptureInterface> interfaces;

  /** Reads the file header that the window stands on, and goes over it. */
  PcapReader(Window window) throws IOException {
    requireHeader(window, FILE_HEADER);
    byte[] array = window.array;
    int at = window.at;
    bigEndian = PcapVariant.isBigEndian(Bytes.i32(array, at));
    int snaplen = Math.max(0, Bytes.i32(array, at + 16, bigEndian));
    limit = Math.max(MAX_CAPTURED, Math.min(snaplen, MAX_SNAPLEN));
    variant = PcapVariant.of(window, bigEndian, limit);
    header = variant.recordHeader();
    nanosPerTick = variant.nanosPerTick();
    int type = Bytes.i32(array, at + 20, bigEndian);
    int linkNumber = variant.linkNumber(type & LINK_TYPE_MASK);
    linkType = LinkType.of(linkNumber);
    fcs = (type & FCS_TOLD) != 0 ? (type >>> FCS_SHIFT) * 2 : 0;
    interfaces =
        List.of(
            new CaptureInterface(
                "",
                "",
                linkType,
                nanosPerTick == 1 ? 9 : 6,
                snaplen,
                linkNumber,
                fcs,
                0,
                List.of(),
                List.of()));
    window.at += variant.fileHeader();
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
    int captured = variant.captured(window.array, window.at);
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
    frame.length = Math.max(variant.length(array, at), captured);
    frame.timeNanos = seconds * 1_000_000_000L + ticks * nanosPerTick;
    frame.interfaceId = 0;
    frame.linkType = linkType;
    frame.position = window.here();
    frame.fcs = fcs;
    frame.flags = 0;
    frame.optionsLength = 0;
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
