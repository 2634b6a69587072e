package org.earpiece.store;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.Frame;
import org.jspecify.annotations.Nullable;

/**
 * Takes the frames of several files in order of time, each file in its own order; of equal times
 * the earlier file's first. Only the next frame of each file is looked at, so that a ring of many
 * files costs little. Equal interfaces of several files are one. The pipeline's thread, but for
 * {@link #interfaces} and {@link #interfaceOf}.
 */
final class Merge {
  /** Frames after which files that grow and had nothing are asked again. */
  private static final int PATIENCE = 4096;

  /** A file, the frame that comes next in it, and what its interfaces are called here. */
  private static final class Lane {
    final int number;
    final Segment segment;
    final Frame head = new Frame();
    long time;
    volatile int[] interfaces = new int[0];

    Lane(int number, Segment segment) {
      this.number = number;
      this.segment = segment;
    }

    boolean before(Lane other) {
      return time < other.time || (time == other.time && number < other.number);
    }
  }

  private final Lane[] lanes;

  /** A binary heap of the lanes that have a frame, but for {@link #current}. */
  private final Lane[] heap;

  private int heapSize;

  /** Lanes that have no frame now and may get one. */
  private Lane[] waiting;

  /** Whether one of these is being unpacked: its frames are older than what others have next. */
  private boolean mustWait;

  /** The lane whose frame is or was next. */
  private @Nullable Lane current;

  /** Whether that frame was given away. */
  private boolean given;

  private int patience;
  private final Map<CaptureInterface, Integer> numbers = new LinkedHashMap<>();
  private volatile List<CaptureInterface> interfaces = List.of();

  Merge(Segment[] segments) {
    lanes = new Lane[segments.length];
    Arrays.setAll(lanes, i -> new Lane(i, segments[i]));
    heap = new Lane[lanes.length];
    waiting = lanes.clone();
  }

  /** Points {@code frame} at the next frame of all. False where there is none now. */
  boolean next(Frame frame) throws IOException {
    if (given) {
      given = false;
      Lane last = current;
      if (last != null && !advance(last)) {
        current = null;
      }
    }
    if (waiting.length > 0 && (mustWait || current == null || --patience < 0)) {
      askWaiting();
      if (mustWait) {
        return false;
      }
    }
    Lane lane = first();
    current = lane;
    if (lane == null) {
      return false;
    }
    frame.copy(lane.head);
    frame.interfaceId = number(lane, frame.interfaceId);
    given = true;
    return true;
  }

  /** Of {@link #current} and the heap the lane whose frame is next; the other stays in the heap. */
  private @Nullable Lane first() {
    Lane now = current;
    if (heapSize == 0 || (now != null && !heap[0].before(now))) {
      return now;
    }
    Lane first = heap[0];
    heap[0] = now == null ? heap[--heapSize] : now;
    down();
    return first;
  }

  /** The file that the last frame came from. */
  int segment() {
    Lane lane = current;
    return lane == null ? 0 : lane.number;
  }

  /** Looks at the next frame of a file; where there is none, the file waits or is done. */
  private boolean advance(Lane lane) throws IOException {
    boolean sealed = lane.segment.sealed();
    if (lane.segment.next(lane.head)) {
      // A frame without a time keeps its place behind the one before it.
      lane.time = lane.head.timeNanos == 0 ? lane.time : lane.head.timeNanos;
      return true;
    }
    if (sealed || lane.segment.damaged()) {
      if (!lane.segment.gone()) {
        lane.segment.reader.endOfOrder();
      }
    } else {
      waiting = Arrays.copyOf(waiting, waiting.length + 1);
      waiting[waiting.length - 1] = lane;
      mustWait |= lane.segment.unpacking();
    }
    return false;
  }

  /** Asks the files that had no frame again. */
  private void askWaiting() throws IOException {
    patience = PATIENCE;
    mustWait = false;
    Lane[] asked = waiting;
    waiting = new Lane[0];
    for (Lane lane : asked) {
      if (advance(lane)) {
        push(lane);
      }
    }
  }

  private void push(Lane lane) {
    int at = heapSize++;
    while (at > 0 && lane.before(heap[(at - 1) / 2])) {
      heap[at] = heap[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    heap[at] = lane;
  }

  private void down() {
    Lane lane = heap[0];
    int at = 0;
    while (2 * at + 1 < heapSize) {
      int child = 2 * at + 1;
      if (child + 1 < heapSize && heap[child + 1].before(heap[child])) {
        child++;
      }
      if (!heap[child].before(lane)) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = lane;
  }

  private int number(Lane lane, int id) {
    return id < lane.interfaces.length ? lane.interfaces[id] : numbered(lane)[id];
  }

  private int[] numbered(Lane lane) {
    List<CaptureInterface> told = lane.segment.interfaces();
    int[] known = Arrays.copyOf(lane.interfaces, told.size());
    for (int i = lane.interfaces.length; i < known.length; i++) {
      known[i] = numbers.computeIfAbsent(told.get(i), added -> numbers.size());
    }
    lane.interfaces = known;
    interfaces = List.copyOf(numbers.keySet());
    return known;
  }

  /** What an interface of a file is called here; of frames that {@link #next} gave. Any thread. */
  int interfaceOf(int segment, int id) {
    return lanes[segment].interfaces[id];
  }

  /** The interfaces of all files so far. Any thread. */
  List<CaptureInterface> interfaces() {
    return interfaces;
  }
}
