package org.earpiece.capture.file;

import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.DecryptionSecrets;
import org.earpiece.capture.Frame;
import org.earpiece.capture.FrameSink;
import org.earpiece.capture.ResolvedName;

/**
 * Writes pcapng (draft-ietf-opsawg-pcapng): one section, little-endian, with enhanced packet
 * blocks. Buffered: others see what was written after {@link #flush}, or in parts of whole blocks
 * as the buffer fills. One thread, or a lock of the caller's.
 */
public final class PcapngWriter implements FrameSink, Closeable {
  private static final int BUFFER = 1 << 18;
  private static final int VERSION_1_0 = 1;
  private static final int PACKET_OVERHEAD = 32;
  private static final int PACKET_DATA = 28;
  private static final int SECRETS_OVERHEAD = 24;
  private static final int OPTION_NAME = 2;
  private static final int OPTION_DESCRIPTION = 3;
  private static final int OPTION_USER_APPLICATION = 4;
  private static final int OPTION_RESOLUTION = 9;
  private static final int OPTION_FCS_LENGTH = 13;
  private static final int NAMES_IPV4 = 1;
  private static final int NAMES_IPV6 = 2;
  private static final int MAX_TEXT = 1 << 10;

  /** Bytes of one comment at most: what the length of an option can say, and whole words. */
  private static final int MAX_COMMENT = 0xFFFC;

  /** Bytes of a block that names addresses, about. */
  private static final int NAMES_BLOCK = 1 << 16;

  private final OutputStream out;
  private byte[] buffer = new byte[BUFFER];
  private int end;
  private long flushed;
  private long packets;
  private int[] nanosPerTick = new int[4];
  private int interfaces;

  /** Writes to a stream, which {@link #close} closes. */
  public PcapngWriter(OutputStream out) throws IOException {
    this(out, List.of());
  }

  /** Writes to a stream, and comments on the capture as a whole first. */
  public PcapngWriter(OutputStream out, List<String> comments) throws IOException {
    this.out = out;
    List<byte[]> texts = encoded(comments);
    room(4 * MAX_TEXT + size(texts));
    int start = begin(PcapngReader.SECTION_HEADER);
    put32(PcapngReader.BYTE_ORDER_MAGIC);
    put32(VERSION_1_0);
    put32(-1);
    put32(-1);
    texts.forEach(text -> putOption(Options.COMMENT, text, text.length));
    putText(OPTION_USER_APPLICATION, "Earpiece");
    put32(0);
    finish(start);
  }

  /** Makes a file, or overwrites it. An interrupt of the writing thread does not close it. */
  public static PcapngWriter create(Path file) throws IOException {
    return create(file, List.of());
  }

  /** Makes a file, and comments on the capture as a whole first. */
  public static PcapngWriter create(Path file, List<String> comments) throws IOException {
    return new PcapngWriter(new FileOutputStream(file.toFile()), comments);
  }

  @Override
  public int addInterface(CaptureInterface added) throws IOException {
    List<byte[]> comments = encoded(added.comments());
    room(4 * MAX_TEXT + size(comments));
    int start = begin(PcapngReader.INTERFACE);
    put32(added.linkNumber() & 0xFFFF);
    put32(added.snaplen());
    putText(OPTION_NAME, added.name());
    putText(OPTION_DESCRIPTION, added.description());
    put32(OPTION_RESOLUTION | 1 << 16);
    put32(added.timeDigits());
    if (added.fcsBytes() > 0) {
      put32(OPTION_FCS_LENGTH | 1 << 16);
      put32(added.fcsBytes());
    }
    comments.forEach(text -> putOption(Options.COMMENT, text, text.length));
    put32(0);
    finish(start);
    if (interfaces == nanosPerTick.length) {
      nanosPerTick = Arrays.copyOf(nanosPerTick, interfaces * 2);
    }
    nanosPerTick[interfaces] = added.timeDigits() > 6 ? 1 : 1000;
    return interfaces++;
  }

  @Override
  public void frame(
      int interfaceId, long timeNanos, int length, byte[] array, int offset, int captured)
      throws IOException {
    packet(interfaceId, timeNanos, length, array, offset, captured, 0);
    packetDone(captured, 0);
  }

  /** Writes a frame that a reader just gave, with what its record says beside it. */
  public void frame(int interfaceId, Frame frame) throws IOException {
    int options = frame.optionsLength;
    packet(
        interfaceId,
        frame.timeNanos,
        frame.length,
        frame.array,
        frame.offset,
        frame.captured,
        options);
    if (options > 0) {
      copyOptions(frame, end + PACKET_DATA + (frame.captured + 3 & ~3));
    }
    packetDone(frame.captured, options);
  }

  /** Writes a frame that a reader just gave, with these comments in place of its own. */
  public void frame(int interfaceId, Frame frame, List<String> comments) throws IOException {
    byte[] options = Options.commented(frame, encoded(comments));
    Frame noted = new Frame();
    noted.copy(frame);
    byte[] record = Arrays.copyOfRange(frame.array, frame.offset, frame.offset + frame.captured);
    noted.array = Arrays.copyOf(record, record.length + options.length);
    System.arraycopy(options, 0, noted.array, record.length, options.length);
    noted.offset = 0;
    noted.optionsOffset = record.length;
    noted.optionsLength = options.length;
    noted.optionsBigEndian = false;
    frame(interfaceId, noted);
  }

  private void packet(
      int interfaceId,
      long timeNanos,
      int length,
      byte[] array,
      int offset,
      int captured,
      int options)
      throws IOException {
    int padded = (captured + 3) & ~3;
    int total = PACKET_OVERHEAD + padded + options;
    room(total);
    byte[] to = buffer;
    int at = end;
    int divisor = nanosPerTick[interfaceId];
    long ticks = divisor == 1 ? timeNanos : timeNanos / 1000;
    Bytes.put32(to, at + 24 + padded, 0);
    Bytes.put32(to, at, PcapngReader.ENHANCED_PACKET);
    Bytes.put32(to, at + 4, total);
    Bytes.put32(to, at + 8, interfaceId);
    Bytes.put32(to, at + 12, (int) (ticks >>> 32));
    Bytes.put32(to, at + 16, (int) ticks);
    Bytes.put32(to, at + 20, captured);
    Bytes.put32(to, at + 24, length);
    System.arraycopy(array, offset, to, at + PACKET_DATA, captured);
  }

  private void packetDone(int captured, int options) {
    int total = PACKET_OVERHEAD + (captured + 3 & ~3) + options;
    Bytes.put32(buffer, end + total - 4, total);
    end += total;
    packets++;
  }

  /** Copies options as they are, but for the byte order. */
  private void copyOptions(Frame frame, int to) {
    System.arraycopy(frame.array, frame.optionsOffset, buffer, to, frame.optionsLength);
    if (frame.optionsBigEndian) {
      Options.swap(buffer, to, to + frame.optionsLength);
    }
  }

  @Override
  public void secrets(DecryptionSecrets secrets) throws IOException {
    byte[] data = secrets.data();
    room(data.length + SECRETS_OVERHEAD);
    int start = begin(PcapngReader.SECRETS);
    put32(secrets.type());
    put32(data.length);
    putBytes(data, data.length);
    finish(start);
  }

  /** Writes what addresses are called. */
  public void names(List<ResolvedName> names) throws IOException {
    int done = 0;
    while (done < names.size()) {
      room(NAMES_BLOCK + 2 * MAX_TEXT);
      int start = begin(PcapngReader.NAME_RESOLUTION);
      while (done < names.size() && end - start < NAMES_BLOCK) {
        name(names.get(done++));
      }
      put32(0);
      finish(start);
    }
  }

  private void name(ResolvedName resolved) {
    byte[] address = resolved.address().bytes();
    byte[] name = resolved.name().getBytes(StandardCharsets.UTF_8);
    int length = Math.min(name.length, MAX_TEXT);
    byte[] record = Arrays.copyOf(address, address.length + length + 1);
    System.arraycopy(name, 0, record, address.length, length);
    putOption(resolved.address().isV4() ? NAMES_IPV4 : NAMES_IPV6, record, record.length);
  }

  /** Packets written so far. */
  public long packets() {
    return packets;
  }

  /** Bytes written so far, flushed or not. */
  public long position() {
    return flushed + end;
  }

  /** Makes all that was written readable to others. */
  public void flush() throws IOException {
    if (end > 0) {
      out.write(buffer, 0, end);
      flushed += end;
      end = 0;
    }
  }

  @Override
  public void close() throws IOException {
    try (out) {
      flush();
    }
  }

  private void room(int count) throws IOException {
    if (buffer.length - end < count) {
      flush();
      if (buffer.length < count) {
        buffer = new byte[count];
      }
    }
  }

  private int begin(int type) {
    int start = end;
    put32(type);
    put32(0);
    return start;
  }

  private void finish(int start) {
    int length = end + 4 - start;
    put32(length);
    Bytes.put32(buffer, start + 4, length);
  }

  private void put32(int value) {
    Bytes.put32(buffer, end, value);
    end += 4;
  }

  private void putText(int option, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    putOption(option, bytes, Math.min(bytes.length, MAX_TEXT));
  }

  private void putOption(int code, byte[] value, int length) {
    if (length > 0) {
      put32(code | length << 16);
      putBytes(value, length);
    }
  }

  private void putBytes(byte[] value, int length) {
    if (length > 0) {
      Bytes.put32(buffer, end + ((length - 1) & ~3), 0);
      System.arraycopy(value, 0, buffer, end, length);
      end += (length + 3) & ~3;
    }
  }

  private static List<byte[]> encoded(List<String> comments) {
    return comments.stream()
        .map(comment -> comment.getBytes(StandardCharsets.UTF_8))
        .map(bytes -> bytes.length > MAX_COMMENT ? Arrays.copyOf(bytes, MAX_COMMENT) : bytes)
        .toList();
  }

  private static int size(List<byte[]> texts) {
    return texts.stream().mapToInt(text -> text.length + 2 * Integer.BYTES).sum();
  }
}
