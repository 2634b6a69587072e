package org.earpiece.dissect.reassembly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.StreamFraming;

/**
 * One direction of a TCP connection whose messages are followed: what has come in order and is not
 * yet a whole message, and what came too early (RFC 9293 section 3.10.7.4). Where segments overlap,
 * the bytes that came first stay.
 */
final class TcpStream {
  /** What a segment was. */
  enum Segment {
    /** Its bytes follow those before it, and no message was open: look at them where they are. */
    IN_PLACE,
    /** What became whole through it is in {@link #ready}. */
    JOINED,
    /** All its bytes had come before. */
    RETRANSMISSION,
    /** Bytes before it are missing; it waits for them. */
    OUT_OF_ORDER
  }

  /** Segments that wait for one before them at most, and their bytes. */
  static final int MAX_EARLY = 64;

  static final int MAX_EARLY_BYTES = 256 << 10;

  /** After this time a segment that did not come counts as lost, ns of the capture. */
  static final long PATIENCE_NANOS = 2_000_000_000L;

  private record Early(int sequence, int lost, int frame, byte[] bytes) {
    int end() {
      return sequence + bytes.length + lost;
    }
  }

  final int flow;
  private final StreamFraming framing;
  private int next;
  private boolean acknowledges;
  private int acknowledged;
  private final List<Early> early = new ArrayList<>();
  private int earlyBytes;
  private long earlySince;

  private final ByteView view = new ByteView();
  private byte[] open = {};
  private int start;
  private int end;

  /** Open bytes that the protocol has seen without finding the end of a message. */
  private int told;

  /** Open bytes that there must be before the message can be whole, or 0. */
  private int wanted;

  private final Parts parts = new Parts();
  private final List<Joined> ready = new ArrayList<>();

  TcpStream(int flow, StreamFraming framing, int next) {
    this.flow = flow;
    this.framing = framing;
    this.next = next;
  }

  StreamFraming framing() {
    return framing;
  }

  /** A new connection begins on the same ports. */
  void restart(int sequence) {
    next = sequence;
    acknowledges = false;
    early.clear();
    earlyBytes = 0;
    drop();
    framing.restart();
  }

  /** The other side has received everything before this number. */
  void acknowledged(int sequence) {
    if (!acknowledges || sequence - acknowledged > 0) {
      acknowledges = true;
      acknowledged = sequence;
    }
  }

  boolean waits() {
    return !early.isEmpty();
  }

  /** Bytes of memory it takes. */
  int bytes() {
    return open.length + earlyBytes + parts.bytes();
  }

  /**
   * Takes a segment with data.
   *
   * @param frame that it came in
   * @param lost bytes of it that were not captured, at its end
   */
  Segment take(
      int sequence, int frame, byte[] array, int offset, int length, int lost, long timeNanos) {
    ready.clear();
    int ahead = sequence - next;
    if (ahead > 0) {
      keepEarly(sequence, frame, array, offset, length, lost, timeNanos);
      if (!givesUpWaiting(timeNanos)) {
        return Segment.OUT_OF_ORDER;
      }
      skipToEarly();
      takeEarly();
      return Segment.JOINED;
    }
    if (-ahead >= length + lost) {
      return Segment.RETRANSMISSION;
    }
    boolean whole = ahead == 0 && lost == 0 && start == end && early.isEmpty();
    next = sequence + length + lost;
    if (whole && framing.tellsLength()) {
      return Segment.IN_PLACE;
    }
    follow(frame, array, offset, length, -ahead, lost);
    takeEarly();
    return Segment.JOINED;
  }

  /** Takes the bytes that follow those before them, and gives {@link #ready}. */
  List<Joined> takeNext(byte[] array, int offset, int length) {
    ready.clear();
    append(0, array, offset, length);
    collect();
    return ready;
  }

  private void follow(int frame, byte[] array, int offset, int length, int known, int lost) {
    int from = Math.min(known, length);
    append(frame, array, offset + from, length - from);
    collect();
    if (lost > 0) {
      lose(lost);
    }
  }

  private void keepEarly(
      int sequence, int frame, byte[] array, int offset, int length, int lost, long timeNanos) {
    if (early.isEmpty()) {
      earlySince = timeNanos;
    }
    int at = early.size();
    while (at > 0 && early.get(at - 1).sequence - sequence > 0) {
      at--;
    }
    byte[] bytes = Arrays.copyOfRange(array, offset, offset + length);
    early.add(at, new Early(sequence, lost, frame, bytes));
    earlyBytes += length;
  }

  private boolean givesUpWaiting(long timeNanos) {
    return early.size() > MAX_EARLY
        || earlyBytes > MAX_EARLY_BYTES
        || timeNanos - earlySince > PATIENCE_NANOS
        || (acknowledges && acknowledged - next > 0);
  }

  /** What is missing before the first early segment was lost: the open message ends there. */
  private void skipToEarly() {
    int missing = early.getFirst().sequence - next;
    lose(missing);
    next += missing;
  }

  private void lose(int missing) {
    cut();
    framing.lost(missing);
  }

  private void takeEarly() {
    while (!early.isEmpty() && early.getFirst().sequence - next <= 0) {
      Early segment = early.removeFirst();
      earlyBytes -= segment.bytes.length;
      int known = next - segment.sequence;
      if (segment.end() - next > 0) {
        next = segment.end();
        follow(segment.frame, segment.bytes, 0, segment.bytes.length, known, segment.lost);
      }
    }
  }

  /** Keeps the end of a segment that was looked at in place: a message begins in it. */
  void keepOpen(int frame, byte[] array, int offset, int length) {
    append(frame, array, offset, length);
  }

  private void append(int frame, byte[] array, int from, int size) {
    int passed = framing.rest(view.wrap(array, from, size), 0, size);
    int offset = from + passed;
    int length = size - passed;
    parts.add(frame, length);
    if (start == end) {
      start = 0;
      end = 0;
    }
    if (end + length > open.length) {
      int held = end - start;
      byte[] more = open;
      if (held + length > open.length) {
        more = new byte[Math.max(2 * open.length, held + length)];
      }
      System.arraycopy(open, start, more, 0, held);
      open = more;
      start = 0;
      end = held;
    }
    System.arraycopy(array, offset, open, end, length);
    end += length;
  }

  /** Takes what is whole off the open bytes. */
  private void collect() {
    view.wrap(open, 0, end);
    int at = start;
    while (at < end) {
      int from = at + framing.filler(view, at, end);
      if (from == end) {
        at = end;
        break;
      }
      if (end - start < wanted
          || (wanted == 0 && told > 0 && !framing.mayTell(view, from, start + told, end))) {
        break;
      }
      told = 0;
      wanted = 0;
      boolean alone = !framing.tellsLength();
      int length = framing.streamLength(view, from, end);
      boolean tooLong = length > TcpStreams.MAX_OPEN;
      if (length == StreamFraming.NOT_MINE) {
        at = framing.resynchronise(view, from + 1, end);
      } else if (tooLong || (length > 0 && length <= end - from)) {
        at = Math.min(end, from + length);
        if (at - from < length) {
          framing.cutOff(at - from);
        }
        if (alone || tooLong) {
          give(at);
        }
      } else {
        wanted = length > 0 ? from - at + length : 0;
        break;
      }
    }
    if (at > start) {
      give(at);
    }
    told = end - start;
    if (end - start > TcpStreams.MAX_OPEN) {
      cut();
    }
    if (start == end && open.length > MAX_EARLY_BYTES) {
      open = new byte[0];
      start = 0;
      end = 0;
    }
  }

  /** The open bytes before this place are whole messages: an array of them. */
  private void give(int to) {
    ready.add(new Joined(Arrays.copyOfRange(open, start, to), parts.take(to - start)));
    start = to;
  }

  /** Nothing follows the segment in this frame: what waits is taken though bytes are missing. */
  void end(int frame) {
    finish(frame);
    open = new byte[0];
  }

  /** Takes what waits though bytes before it are missing, at the latest now. */
  void finish(int frame) {
    while (!early.isEmpty()) {
      skipToEarly();
      takeEarly();
    }
    if (end > start) {
      parts.end(frame);
    }
    cut();
  }

  /** Whether these bytes came already, as far as that can be told. */
  boolean had(int sequence, int length) {
    int before = next - sequence;
    return before >= length && before <= TcpStreams.MAX_OPEN;
  }

  /** Nothing follows the open bytes: what is there of a message is all there will be. */
  private void cut() {
    if (end > start) {
      framing.cutOff(end - start);
      give(end);
    }
    drop();
  }

  private void drop() {
    parts.clear();
    start = 0;
    end = 0;
    told = 0;
    wanted = 0;
  }

  /** Whole messages, and messages that were cut: the last of an array may be one. */
  List<Joined> ready() {
    return ready;
  }
}
