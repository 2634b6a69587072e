package org.earpiece.store;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.earpiece.capture.CaptureException;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.Frame;
import org.earpiece.capture.FrameReader;
import org.earpiece.packet.Packet;
import org.jspecify.annotations.Nullable;

/**
 * The frames of a capture: the files they lie in, and the index that finds them again. The pipeline
 * takes them in order through {@link #next}; any thread reads single ones through {@link #read},
 * each with a frame of its own.
 */
public final class PacketStore implements AutoCloseable {
  private static final int SEGMENT_SHIFT = 40;
  private static final long OFFSET_MASK = (1L << SEGMENT_SHIFT) - 1;

  private final PacketIndex index = new PacketIndex();
  private volatile Segment[] segments = new Segment[0];
  private int current;
  private volatile int heldFrom = 1;
  private int[] firstFrames = new int[1];

  /** A store over one file that is read in place. */
  public static PacketStore ofFile(Path file, FrameReader reader) {
    PacketStore store = new PacketStore();
    store.add(new Segment(file, reader, true));
    return store;
  }

  public PacketIndex index() {
    return index;
  }

  /** Adds a file behind the others. One thread: the spool's writer, or before reading begins. */
  void add(Segment segment) {
    Segment[] more = Arrays.copyOf(segments, segments.length + 1);
    more[segments.length] = segment;
    segments = more;
  }

  /**
   * Points {@code frame} at the next frame in order. False where there is none now. The pipeline's
   * thread.
   *
   * @throws CaptureException where the file is damaged; what came before stays readable
   */
  public boolean next(Frame frame) throws IOException {
    while (current < segments.length) {
      Segment segment = segments[current];
      boolean sealed = segment.sealed();
      if (!segment.gone() && segment.reader.next(frame)) {
        return true;
      }
      if (!sealed || current + 1 >= segments.length) {
        return false;
      }
      current++;
      index.publish();
      firstFrames = Arrays.copyOf(firstFrames, current + 1);
      firstFrames[current] = index.size() + 1;
      retire();
    }
    return false;
  }

  /** Indexes a packet that {@link #next} gave; {@link #publish} shows it. The pipeline's thread. */
  public void index(Frame frame, Packet packet) {
    index.add((long) current << SEGMENT_SHIFT | frame.position, packet);
  }

  /** Lets other threads read the packets indexed so far. The pipeline's thread. */
  public void publish() {
    index.publish();
  }

  private void retire() {
    int first = 0;
    while (first < current && segments[first].gone()) {
      first++;
    }
    heldFrom = firstFrames[first] == 0 ? 1 : firstFrames[first];
  }

  /** The file the pipeline reads now: those before it may be given up. */
  int reading() {
    return current;
  }

  /** The first frame that is still held. */
  public int heldFrom() {
    return heldFrom;
  }

  /** Reads an indexed frame again; false where it is no longer held. Any thread. */
  public boolean read(int number, Frame frame) throws IOException {
    long position = index.position(number);
    Segment segment = segments[(int) (position >>> SEGMENT_SHIFT)];
    if (segment.gone()) {
      return false;
    }
    try {
      segment.reader.read(position & OFFSET_MASK, frame);
      return true;
    } catch (ClosedChannelException e) {
      return false;
    }
  }

  /** Why the last file ends where it does, or null where its end is clean. */
  public @Nullable CaptureException tail() throws IOException {
    Segment[] all = segments;
    return all.length == 0 ? null : all[all.length - 1].reader.tail();
  }

  /** The interfaces of the last file that is held. */
  public List<CaptureInterface> interfaces() {
    Segment[] all = segments;
    return all.length == 0 ? List.of() : all[all.length - 1].reader.interfaces();
  }

  /** Bytes of the files read so far. */
  public long bytesRead() {
    Segment[] all = segments;
    return all.length == 0 ? 0 : all[all.length - 1].reader.position();
  }

  /** Bytes of the last file. */
  public long bytesTotal() throws IOException {
    Segment[] all = segments;
    return all.length == 0 ? 0 : all[all.length - 1].reader.size();
  }

  /** The files that are held, in order. */
  public List<Path> files() {
    List<Path> files = new ArrayList<>();
    for (Segment segment : segments) {
      if (!segment.gone()) {
        files.add(segment.file);
      }
    }
    return files;
  }

  @Override
  public void close() throws IOException {
    for (Segment segment : segments) {
      if (!segment.gone()) {
        segment.release();
      }
    }
  }
}
