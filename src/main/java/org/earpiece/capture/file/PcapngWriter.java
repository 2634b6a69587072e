package org.earpiece.capture.file;

import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.FrameSink;

/**
 * Writes pcapng (draft-ietf-opsawg-pcapng): one section, little-endian, with enhanced packet
 * blocks. Buffered: others see what was written after {@link #flush}, or in parts of whole blocks
 * as the buffer fills. One thread, or a lock of the caller's.
 */
public final class PcapngWriter implements FrameSink, Closeable {
  private static final int BUFFER = 1 << 18;
  private static final int BYTE_ORDER_MAGIC = 0x1A2B_3C4D;
  private static final int VERSION_1_0 = 1;
  private static final int ENHANCED_PACKET = 6;
  private static final int INTERFACE = 1;
  private static final int PACKET_OVERHEAD = 32;
  private static final int OPTION_NAME = 2;
  private static final int OPTION_DESCRIPTION = 3;
  private static final int OPTION_USER_APPLICATION = 4;
  private static final int OPTION_RESOLUTION = 9;
  private static final int MAX_TEXT = 1 << 10;

  private final OutputStream out;
  private byte[] buffer = new byte[BUFFER];
  private int end;
  private long flushed;
  private long packets;
  private int[] nanosPerTick = new int[4];
  private int interfaces;

  /** Writes to a stream, which {@link #close} closes. */
  public PcapngWriter(OutputStream out) {
    this.out = out;
    int start = begin(PcapngReader.SECTION_HEADER);
    put32(BYTE_ORDER_MAGIC);
    put32(VERSION_1_0);
    put32(-1);
    put32(-1);
    putText(OPTION_USER_APPLICATION, "Earpiece");
    put32(0);
    finish(start);
  }

  /** Makes a file, or overwrites it. An interrupt of the writing thread does not close it. */
  public static PcapngWriter create(Path file) throws IOException {
    return new PcapngWriter(new FileOutputStream(file.toFile()));
  }

  @Override
  public int addInterface(CaptureInterface added) throws IOException {
    room(4 * MAX_TEXT);
    int start = begin(INTERFACE);
    put32(added.linkNumber() & 0xFFFF);
    put32(added.snaplen());
    putText(OPTION_NAME, added.name());
    putText(OPTION_DESCRIPTION, added.description());
    put32(OPTION_RESOLUTION | 1 << 16);
    put32(added.timeDigits());
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
    int padded = (captured + 3) & ~3;
    int total = PACKET_OVERHEAD + padded;
    room(total);
    byte[] to = buffer;
    int at = end;
    int divisor = nanosPerTick[interfaceId];
    long ticks = divisor == 1 ? timeNanos : timeNanos / 1000;
    Bytes.put32(to, at + 24 + padded, 0);
    Bytes.put32(to, at, ENHANCED_PACKET);
    Bytes.put32(to, at + 4, total);
    Bytes.put32(to, at + 8, interfaceId);
    Bytes.put32(to, at + 12, (int) (ticks >>> 32));
    Bytes.put32(to, at + 16, (int) ticks);
    Bytes.put32(to, at + 20, captured);
    Bytes.put32(to, at + 24, length);
    System.arraycopy(array, offset, to, at + 28, captured);
    Bytes.put32(to, at + 28 + padded, total);
    end = at + total;
    packets++;
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
    int length = Math.min(bytes.length, MAX_TEXT);
    if (length == 0) {
      return;
    }
    put32(option | length << 16);
    Bytes.put32(buffer, end + ((length - 1) & ~3), 0);
    System.arraycopy(bytes, 0, buffer, end, length);
    end += (length + 3) & ~3;
  }
}
