package org.earpiece.store;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.earpiece.capture.CaptureException;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.CaptureStats;
import org.earpiece.capture.DecryptionSecrets;
import org.earpiece.capture.Frame;
import org.earpiece.capture.ResolvedName;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
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
  private final KeptFrames signalling = new KeptFrames();
  private final FrameMarks marks = new FrameMarks();
  private volatile Segment[] segments = new Segment[0];

  /** Of several files that were opened together; null where one follows the other. */
  private final @Nullable Merge merge;

  private int current;
  private volatile int heldFrom = 1;
  private int[] firstFrames = new int[1];

  /** A store whose files come one after the other, as a spool begins them. */
  public PacketStore() {
    merge = null;
  }

  /** A store over files that are read in place, merged by time where there are several. */
  PacketStore(List<Segment> files) {
    segments = files.toArray(Segment[]::new);
    merge = files.size() > 1 ? new Merge(segments) : null;
  }

  public PacketIndex index() {
    return index;
  }

  /** What a person noted about frames. */
  public FrameMarks marks() {
    return marks;
  }

  /** Adds a file behind the others. One thread: the spool's writer. */
  void add(Segment segment) {
    Segment[] more = Arrays.copyOf(segments, segments.length + 1);
    more[segments.length] = segment;
    segments = more;
  }

  /**
   * Points {@code frame} at the next frame in order. False where there is none now. The pipeline's
   * thread.
   */
  public boolean next(Frame frame) throws IOException {
    if (merge != null) {
      boolean more = merge.next(frame);
      current = merge.segment();
      return more;
    }
    while (current < segments.length) {
      Segment segment = segments[current];
      boolean sealed = segment.sealed();
      if (segment.next(frame)) {
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
    if (packet.find(Protocol.SIP) >= 0) {
      signalling.add(packet.number(), frame);
    }
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
    index.release(heldFrom);
    signalling.release(heldFrom);
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
    int file = (int) (position >>> SEGMENT_SHIFT);
    Segment segment = segments[file];
    if (segment.gone()) {
      return false;
    }
    boolean kept = index.protocols().has(index.stack(number), Protocol.SIP);
    if (kept && signalling.read(number, frame)) {
      frame.timeNanos = index.timeNanos(number);
      frame.position = position & OFFSET_MASK;
      return number >= heldFrom;
    }
    try {
      segment.reader.read(position & OFFSET_MASK, frame);
      if (merge != null) {
        frame.interfaceId = merge.interfaceOf(file, frame.interfaceId);
      }
      return true;
    } catch (ClosedChannelException e) {
      return false;
    }
  }

  /** Whether nothing more can come, whatever the files grow by. */
  public boolean damaged() {
    for (Segment segment : segments) {
      if (!segment.damaged()) {
        return false;
      }
    }
    return segments.length > 0;
  }

  /**
   * What is wrong with the files, once they are read: a sentence each, which begins with the file's
   * name where there are several. The pipeline's thread.
   */
  public List<CaptureException> problems() throws IOException {
    List<CaptureException> problems = new ArrayList<>();
    for (Segment segment : segments) {
      CaptureException problem = segment.problem();
      if (problem != null) {
        problems.add(
            merge == null
                ? problem
                : new CaptureException(problem.kind(), segment.file + ": " + problem.getMessage()));
      }
    }
    return problems;
  }

  /** The interfaces of all files; of the last one where each tells them again. */
  public List<CaptureInterface> interfaces() {
    if (merge != null) {
      return merge.interfaces();
    }
    Segment[] all = segments;
    return all.length == 0 ? List.of() : all[all.length - 1].interfaces();
  }

  /**
   * From now on gives the secrets that the files carry to {@code taker} as they are read: on the
   * pipeline's thread within {@link #next}, before the frames that follow them in their file.
   * Before reading begins.
   */
  public void secretsTo(Consumer<DecryptionSecrets> taker) {
    for (Segment segment : segments) {
      segment.reader.notes().secretsTo(taker);
    }
  }

  /** The secrets that were read so far. */
  public List<DecryptionSecrets> secrets() {
    return Arrays.stream(segments)
        .flatMap(segment -> segment.reader.notes().secrets().stream())
        .toList();
  }

  /** The names of addresses that the files tell, as far as they were read. */
  public List<ResolvedName> names() {
    return Arrays.stream(segments)
        .flatMap(segment -> segment.reader.notes().names().stream())
        .distinct()
        .toList();
  }

  /** What the files say was received and lost while they were captured. */
  public CaptureStats stats() {
    CaptureStats sum = CaptureStats.NONE;
    for (Segment segment : segments) {
      sum = sum.plus(segment.reader.notes().stats());
    }
    return sum;
  }

  /** Bytes of the files read so far. */
  public long bytesRead() {
    long sum = 0;
    for (Segment segment : segments) {
      sum += segment.gone() ? 0 : segment.reader.position();
    }
    return sum;
  }

  /** Bytes of the files. */
  public long bytesTotal() throws IOException {
    long sum = 0;
    for (Segment segment : segments) {
      sum += segment.gone() ? 0 : segment.reader.size();
    }
    return sum;
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
