package org.earpiece.dissect.relations;

import java.util.Arrays;
import org.earpiece.bytes.FlowTable;
import org.earpiece.bytes.SparseRows;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.TcpMark;
import org.jspecify.annotations.Nullable;

/**
 * Numbers TCP conversations in order of appearance, judges their segments as they come and keeps
 * what it found: a row a segment, outside the heap. A conversation that uses ports again is another
 * one. The pipeline's thread adds; any thread asks of segments whose packet it can read.
 */
final class TcpConversations {
  /** Conversations told apart at most; of the segments of further ones nothing is told. */
  static final int MAX_CONVERSATIONS = 1_000_000;

  /**
   * Conversations whose segments are judged at a time; the one that began first is begun anew when
   * it goes on.
   */
  static final int MAX_JUDGED = 20_000;

  /** The shift of windows where the handshake was not seen. */
  static final int UNKNOWN_SHIFT = -1;

  /** The shift of windows that are not scaled. */
  static final int NO_SHIFT = -2;

  static final int STREAM = 0;

  /** The bits of {@link TcpMark}, and above them {@link #FORWARD} and what was seen. */
  static final int BITS = 1;

  static final int PREVIOUS = 2;
  static final int ACKNOWLEDGED = 3;
  static final int IN_FLIGHT = 4;
  static final int PUSHED = 5;
  static final int WIDTH = 6;
  static final int QUOTED = 1 << 21;
  static final int FORWARD = 1 << 22;
  static final int TIMED = 1 << 23;
  static final int COMPLETENESS_SHIFT = 24;

  static final int REPEATED = 0;
  static final int DUPLICATES = 1;
  static final int DUPLICATE_OF = 2;

  private final FlowTable table = new FlowTable(MAX_CONVERSATIONS);
  private int[] latest = new int[1 << 8];

  private volatile int[] bases = new int[1 << 9];
  private volatile byte[] shifts = new byte[1 << 9];
  private volatile long[] firstNanos = new long[1 << 8];
  private volatile long[] roundTrips = new long[1 << 8];
  private volatile byte[] known = new byte[1 << 8];
  private @Nullable TcpConversation[] judged = new TcpConversation[1 << 8];
  private int conversations;

  /** The pair of ends whose segment is being judged. */
  private int current;

  private int oldestJudged;
  private int judgedCount;

  final SparseRows rows = new SparseRows(WIDTH);

  /** Of segments that repeat something: which. */
  final SparseRows repetitions = new SparseRows(3);

  private final Ends ends = new Ends();
  private final TcpSegment segment = new TcpSegment();
  private final int[] row = new int[WIDTH];
  private final int[] repetition = new int[3];
  private long refused;

  /** Judges the segments of a packet. */
  void packet(Packet packet) {
    for (int layer = packet.find(Protocol.TCP);
        layer >= 0;
        layer = packet.find(Protocol.TCP, layer + 1)) {
      if (segment.read(packet, layer) && ends.read(packet, layer)) {
        take(layer, packet.quoted());
      }
    }
  }

  /** The conversation of the packet whose segments were judged last, or {@link FlowTable#NONE}. */
  int streamOf(Packet packet) {
    int row = rows.find(Key.of(packet.number(), packet.find(Protocol.TCP)), rows.size() - 1);
    return row == SparseRows.NONE ? FlowTable.NONE : rows.get(row, STREAM);
  }

  private void take(int layer, boolean quoted) {
    boolean forward = ends.forward();
    int stream = stream(forward);
    if (stream == FlowTable.NONE) {
      refused++;
      return;
    }
    if (quoted) {
      keepQuoted(layer, stream, forward);
      return;
    }
    int sender = 2 * stream + (forward ? 0 : 1);
    int receiver = 2 * stream + (forward ? 1 : 0);
    boolean reused = false;
    if (segment.is(TcpSegment.SYN) && hasBase(sender) && bases[sender] != segment.sequence) {
      int renewed = renew(stream);
      reused = renewed != stream;
      stream = renewed;
      sender = 2 * stream + (forward ? 0 : 1);
      receiver = 2 * stream + (forward ? 1 : 0);
    }
    bases(sender, receiver);
    shifts(sender, receiver);
    TcpConversation conversation = judged(stream);
    conversation.take(segment, forward, shifts[sender], shifts[receiver]);
    if (conversation.initialRoundTripNanos != 0) {
      roundTrips[stream] = conversation.initialRoundTripNanos;
    }
    keep(layer, stream, conversation, forward, reused);
  }

  /** The conversation that goes on with these ends, or a new one. */
  private int stream(boolean forward) {
    int pair =
        forward
            ? table.flow(ends.srcHi, ends.srcLo, ends.dstHi, ends.dstLo, ends.sport, ends.dport, 0)
            : table.flow(
                /* srcHi= */ ends.dstHi,
                /* srcLo= */ ends.dstLo,
                /* dstHi= */ ends.srcHi,
                /* dstLo= */ ends.srcLo,
                /* sport= */ ends.dport,
                /* dport= */ ends.sport,
                0);
    if (pair == FlowTable.NONE) {
      return pair;
    }
    if (pair >= latest.length) {
      latest = Arrays.copyOf(latest, 2 * pair);
    }
    if (latest[pair] == 0) {
      if (conversations == MAX_CONVERSATIONS) {
        return FlowTable.NONE;
      }
      latest[pair] = begin() + 1;
    }
    current = pair;
    return latest[pair] - 1;
  }

  /** Begins another conversation between the ends of one; the same where there are too many. */
  private int renew(int stream) {
    boolean answer = segment.is(TcpSegment.ACK);
    if (conversations == MAX_CONVERSATIONS || answer) {
      return stream;
    }
    latest[current] = begin() + 1;
    return latest[current] - 1;
  }

  private int begin() {
    int stream = conversations++;
    if (stream == firstNanos.length) {
      bases = Arrays.copyOf(bases, 4 * stream);
      shifts = Arrays.copyOf(shifts, 4 * stream);
      firstNanos = Arrays.copyOf(firstNanos, 2 * stream);
      roundTrips = Arrays.copyOf(roundTrips, 2 * stream);
      known = Arrays.copyOf(known, 2 * stream);
      judged = Arrays.copyOf(judged, 2 * stream);
    }
    firstNanos[stream] = segment.nanos;
    shifts[2 * stream] = UNKNOWN_SHIFT;
    shifts[2 * stream + 1] = UNKNOWN_SHIFT;
    return stream;
  }

  private boolean hasBase(int direction) {
    return (known[direction >> 1] & 1 << (direction & 1)) != 0;
  }

  private void base(int direction, int sequence) {
    bases[direction] = sequence;
    known[direction >> 1] |= (byte) (1 << (direction & 1));
  }

  /** Relative numbers begin with the SYN, or one before the first that was seen. */
  private void bases(int sender, int receiver) {
    boolean syn = segment.is(TcpSegment.SYN);
    if (!hasBase(sender)) {
      base(sender, syn ? segment.sequence : segment.sequence - 1);
    }
    if (!hasBase(receiver) && segment.is(TcpSegment.ACK)) {
      base(receiver, segment.acknowledgment - 1);
    }
  }

  /**
   * Windows are scaled where both sides offer it (RFC 7323 section 2.2): one may say no for both.
   */
  private void shifts(int sender, int receiver) {
    if (!segment.is(TcpSegment.SYN)) {
      return;
    }
    boolean refusedByOther = segment.is(TcpSegment.ACK) && shifts[receiver] == NO_SHIFT;
    shifts[sender] = (byte) (segment.shift < 0 || refusedByOther ? NO_SHIFT : segment.shift);
    if (shifts[sender] == NO_SHIFT) {
      shifts[receiver] = NO_SHIFT;
    }
  }

  private TcpConversation judged(int stream) {
    TcpConversation conversation = judged[stream];
    if (conversation != null) {
      return conversation;
    }
    TcpConversation begun = new TcpConversation();
    judged[stream] = begun;
    if (++judgedCount > MAX_JUDGED) {
      while (oldestJudged == stream || judged[oldestJudged] == null) {
        oldestJudged = (oldestJudged + 1) % conversations;
      }
      judged[oldestJudged] = null;
      judgedCount--;
    }
    return begun;
  }

  private void keep(
      int layer, int stream, TcpConversation conversation, boolean forward, boolean reused) {
    int marks = conversation.marks | (reused ? TcpMark.REUSED_PORTS.bit() : 0);
    long key = Key.of(segment.frame, layer);
    if (conversation.repeatedFrame != 0 || conversation.duplicates != 0) {
      repetition[REPEATED] = conversation.repeatedFrame;
      repetition[DUPLICATES] = conversation.duplicates;
      repetition[DUPLICATE_OF] = conversation.duplicates == 0 ? 0 : conversation.duplicateOf;
      repetitions.add(key, repetition);
    }
    row[STREAM] = stream;
    row[BITS] =
        marks
            | (forward ? FORWARD : 0)
            | (conversation.initialRoundTripNanos != 0 ? TIMED : 0)
            | conversation.completeness << COMPLETENESS_SHIFT;
    row[PREVIOUS] = conversation.previousFrame;
    row[ACKNOWLEDGED] = conversation.acknowledgedFrame;
    row[IN_FLIGHT] = conversation.inFlight;
    row[PUSHED] = conversation.pushed;
    rows.add(key, row);
  }

  /** A segment that an ICMP error quotes has its place in a conversation and is no event of it. */
  private void keepQuoted(int layer, int stream, boolean forward) {
    TcpConversation conversation = judged(stream);
    conversation.passes(segment.frame);
    Arrays.fill(row, 0);
    row[STREAM] = stream;
    row[BITS] = QUOTED | (forward ? FORWARD : 0) | conversation.completeness << COMPLETENESS_SHIFT;
    row[PREVIOUS] = conversation.previousFrame;
    rows.add(Key.of(segment.frame, layer), row);
  }

  /** Whether relative numbers of one direction can be told. Any thread. */
  boolean hasBase(int stream, boolean forward) {
    return hasBase(2 * stream + (forward ? 0 : 1));
  }

  /** What the relative numbers of one direction count from. Any thread. */
  int base(int stream, boolean forward) {
    return bases[2 * stream + (forward ? 0 : 1)];
  }

  /** The shift of the windows of one direction. Any thread. */
  int shift(int stream, boolean forward) {
    return shifts[2 * stream + (forward ? 0 : 1)];
  }

  /** When a conversation began. Any thread. */
  long firstNanos(int stream) {
    return firstNanos[stream];
  }

  /** How long the handshake of a conversation took. Any thread. */
  long roundTrip(int stream) {
    return roundTrips[stream];
  }

  /** Lets go of the rows of frames before this one. */
  void release(int frame) {
    rows.release(Key.of(frame, 0));
    repetitions.release(Key.of(frame, 0));
  }

  /** Bytes held outside the heap. */
  long bytes() {
    return rows.bytes() + repetitions.bytes();
  }

  /** Segments whose conversation was one too many. */
  long refused() {
    return refused;
  }
}
