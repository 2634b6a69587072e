package org.earpiece.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import org.earpiece.bytes.IntColumn;
import org.earpiece.bytes.LongColumn;
import org.earpiece.packet.DataSource;
import org.earpiece.packet.DerivedBytes;
import org.earpiece.packet.Packet;
import org.jspecify.annotations.Nullable;

/**
 * Bytes derived from frames, in one temporary file that goes with the capture; in memory, an entry
 * takes 16 bytes outside the heap. Bounded; what is too much is counted and found no more.
 */
public final class DerivedLog implements DerivedBytes, AutoCloseable {
  /** Bytes kept at most. */
  public static final long MAX_BYTES = 4L << 30;

  private static final int BUFFER = 1 << 16;

  private static final int SOURCE_SHIFT = 56;
  private static final long POSITION_MASK = (1L << SOURCE_SHIFT) - 1;

  private final IntColumn lengths = new IntColumn();

  /** The position in the file, the source above it. */
  private final LongColumn places = new LongColumn();

  private final long[] place = new long[1];

  /** Published last: an entry whose frame is seen is whole. */
  private final IntColumn frames = new IntColumn();

  /** First fragments that tell nothing by themselves, by frame. */
  private final BitSet superseded = new BitSet();

  private @Nullable FileChannel file;
  private final ByteBuffer tail = ByteBuffer.allocate(BUFFER);
  private long flushed;
  private long discarded;
  private boolean failed;

  @Override
  public void add(int frame, DataSource source, byte[] array, int offset, int length) {
    long position = append(array, offset, length);
    if (position < 0) {
      discarded++;
      return;
    }
    lengths.add(length);
    place[0] = (long) source.ordinal() << SOURCE_SHIFT | position;
    places.append(place, 1);
    frames.add(frame);
  }

  private synchronized long append(byte[] array, int offset, int length) {
    long position = flushed + tail.position();
    if (failed || position + length > MAX_BYTES) {
      return -1;
    }
    try {
      if (length > tail.remaining()) {
        flush();
      }
      if (length > tail.remaining()) {
        write(ByteBuffer.wrap(array, offset, length));
      } else {
        tail.put(array, offset, length);
      }
      return position;
    } catch (IOException e) {
      failed = true; // no room on the disk: frames stay readable, what they were parts of does not
      return -1;
    }
  }

  private void flush() throws IOException {
    write(tail.flip());
    tail.clear();
  }

  private void write(ByteBuffer bytes) throws IOException {
    FileChannel to = file;
    if (to == null) {
      to = open();
      file = to;
    }
    while (bytes.hasRemaining()) {
      flushed += to.write(bytes, flushed);
    }
  }

  private static FileChannel open() throws IOException {
    Path path = Files.createTempFile("earpiece-", ".derived");
    return FileChannel.open(
        path,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  @Override
  public byte @Nullable [] find(int frame, int number, DataSource source) {
    int row = first(frame) + number;
    if (row >= frames.size() || frames.get(row) != frame) {
      return null;
    }
    long held = places.get(row);
    return held >>> SOURCE_SHIFT == source.ordinal()
        ? read(held & POSITION_MASK, lengths.get(row))
        : null;
  }

  /** The first entry of a frame, or where it would be. */
  private int first(int frame) {
    int low = 0;
    int high = frames.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (frames.get(middle) < frame) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private synchronized byte @Nullable [] read(long position, int length) {
    byte[] bytes = new byte[length];
    if (position >= flushed) {
      if (failed) {
        return null;
      }
      tail.duplicate().get((int) (position - flushed), bytes);
      return bytes;
    }
    FileChannel from = file;
    if (from == null) {
      return null;
    }
    ByteBuffer into = ByteBuffer.wrap(bytes);
    try {
      while (into.hasRemaining()) {
        int count = from.read(into, position + into.position());
        if (count < 0) {
          return null;
        }
      }
      return bytes;
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  public void supersede(int frame) {
    if (frame != Packet.NONE) {
      synchronized (superseded) {
        superseded.set(frame);
      }
    }
  }

  @Override
  public boolean superseded(int frame) {
    synchronized (superseded) {
      return superseded.get(frame);
    }
  }

  /** Lets go of the memory for entries of frames before this one. The pipeline's thread. */
  public void release(int frame) {
    int row = first(frame);
    lengths.release(row);
    places.release(row);
    frames.release(row);
  }

  /** Entries that found no room. */
  public long discarded() {
    return discarded;
  }

  /** Lets go of the file. */
  @Override
  public synchronized void close() throws IOException {
    failed = true;
    if (file != null) {
      file.close();
      file = null;
    }
  }
}
