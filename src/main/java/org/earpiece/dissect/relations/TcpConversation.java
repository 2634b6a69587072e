package org.earpiece.dissect.relations;

import static org.earpiece.dissect.relations.TcpSegment.ACK;
import static org.earpiece.dissect.relations.TcpSegment.FIN;
import static org.earpiece.dissect.relations.TcpSegment.PSH;
import static org.earpiece.dissect.relations.TcpSegment.RST;
import static org.earpiece.dissect.relations.TcpSegment.SYN;

import org.earpiece.packet.TcpMark;
import org.jspecify.annotations.Nullable;

/**
 * Judges the segments of one TCP conversation as Wireshark does, from what its User's Guide says
 * (section 7.5, TCP Analysis) and from what it shows. What it found of the last segment stays until
 * the next.
 */
final class TcpConversation {
  /** Where no handshake was seen, what comes again within this time was late on its way, ns. */
  private static final long USUAL_ROUND_TRIP_NANOS = 3_000_000;

  /** A segment this soon after duplicate acknowledgments was sent again because of them, ns. */
  private static final long FAST_NANOS = 20_000_000;

  private static final int CONTROL = SYN | FIN | RST;

  private final TcpDirection[] directions = {new TcpDirection(), new TcpDirection()};
  private TcpDirection sender = directions[0];
  private TcpDirection receiver = directions[1];
  private int previous;
  private int seen;
  private long requestNanos;
  private boolean requested;
  private @Nullable TcpDirection closer;

  /** The frame of the conversation before the last one; 0 for none. */
  int previousFrame;

  /** The bits of {@link TcpMark}. */
  int marks;

  /** What of the conversation was seen before: the parts that Wireshark has bits for. */
  int completeness;

  int acknowledgedFrame;
  long roundTripNanos;
  int inFlight;
  int pushed;
  int repeatedFrame;
  int duplicates;
  int duplicateOf;

  /** How long the handshake took; 0 where it is not known. */
  long initialRoundTripNanos;

  /** Takes a frame for one of the conversation that does not change it. */
  void passes(int frame) {
    previousFrame = previous;
    previous = frame;
    completeness = seen;
  }

  /** Judges the next segment. */
  void take(TcpSegment s, boolean forward, int senderShift, int receiverShift) {
    sender = directions[forward ? 0 : 1];
    receiver = directions[forward ? 1 : 0];
    passes(s.frame);
    marks = 0;
    acknowledgedFrame = 0;
    repeatedFrame = 0;
    duplicates = 0;
    inFlight = 0;
    pushed = 0;
    parts(s);
    handshake(s);
    judge(s, receiverShift);
    acknowledge(s);
    remember(s);
    flight(s);
  }

  /**
   * The parts of a conversation: SYN 1, SYN ACK 2, ACK 4, data 8, FIN 16, RST 32. Of what it begins
   * with a SYN alone counts.
   */
  private void parts(TcpSegment s) {
    boolean first = previousFrame == 0;
    if (s.is(SYN) && s.none(ACK)) {
      seen |= 1;
    } else if (s.is(SYN) && !first) {
      seen |= 2;
    } else if (!first && s.length > 0) {
      seen |= 8;
    } else if (!first && s.is(ACK)) {
      seen |= 4;
    }
    if (!first) {
      seen |= (s.is(FIN) ? 16 : 0) | (s.is(RST) ? 32 : 0);
    }
    if (s.is(FIN)) {
      closer = closer == null ? sender : closer;
      mark(sender.equals(closer) ? TcpMark.FIN_ACTIVE : TcpMark.FIN_PASSIVE);
    }
  }

  private void handshake(TcpSegment s) {
    if (s.is(SYN) && !s.is(ACK)) {
      requestNanos = s.nanos;
      requested = true;
    } else if (requested && initialRoundTripNanos == 0 && s.none(SYN) && s.is(ACK)) {
      initialRoundTripNanos = s.nanos - requestNanos;
    }
  }

  private void judge(TcpSegment s, int receiverShift) {
    boolean inOrder = sender.sent && s.sequence == sender.next;
    boolean probe = s.length == 1 && inOrder && receiver.acknowledges && receiver.window == 0;
    if (probe) {
      mark(TcpMark.ZERO_WINDOW_PROBE);
      return;
    }
    if (s.window == 0 && s.none(CONTROL)) {
      mark(TcpMark.ZERO_WINDOW);
    }
    if (sender.sent && s.sequence - sender.next > 0 && s.none(RST)) {
      mark(TcpMark.LOST_SEGMENT);
      sender.complete = false;
    } else if (inOrder && s.length > 0) {
      sender.complete = true;
    }
    if (s.length <= 1 && sender.sent && s.sequence == sender.next - 1 && s.none(CONTROL)) {
      mark(TcpMark.KEEP_ALIVE);
    }
    if (s.length > 0 && s.none(CONTROL) && fills(s, receiverShift)) {
      mark(TcpMark.WINDOW_FULL);
    }
    if (s.length == 0 && inOrder && s.none(CONTROL)) {
      pure(s);
    }
    if (receiver.acknowledgeable && s.is(ACK) && s.acknowledgment - receiver.expected > 0) {
      mark(TcpMark.ACK_LOST_SEGMENT);
      receiver.expected = s.acknowledgment;
    }
    boolean carries = s.length > 0 || s.is(SYN) || s.is(FIN);
    boolean known = s.length > 0 && receiver.acknowledges && s.next - receiver.acknowledgment <= 0;
    boolean again = carries && sender.sent && (known || s.sequence - sender.next < 0);
    if (again && !TcpMark.KEEP_ALIVE.in(marks)) {
      again(s, known);
    }
  }

  /** Whether this segment fills the window of its receiver. */
  private boolean fills(TcpSegment s, int receiverShift) {
    if (!receiver.acknowledges || receiverShift == TcpConversations.UNKNOWN_SHIFT) {
      return false;
    }
    int window = receiver.window << Math.max(0, receiverShift);
    return s.sequence + s.length == receiver.acknowledgment + window;
  }

  /** A segment that only acknowledges. */
  private void pure(TcpSegment s) {
    boolean same = sender.acknowledges && s.acknowledgment == sender.acknowledgment;
    if (!same) {
      return;
    }
    if (s.window == 0) {
      if (sender.window == 0 && TcpMark.ZERO_WINDOW_PROBE.in(receiver.lastMarks)) {
        mark(TcpMark.ZERO_WINDOW_PROBE_ACK);
      }
    } else if (s.window != sender.window) {
      mark(TcpMark.WINDOW_UPDATE);
    } else if (TcpMark.KEEP_ALIVE.in(receiver.lastMarks)) {
      mark(TcpMark.KEEP_ALIVE_ACK);
    } else {
      mark(TcpMark.DUPLICATE_ACK);
      sender.duplicates++;
      duplicates = sender.duplicates;
      duplicateOf = sender.firstAcknowledgment;
    }
  }

  /** A segment that begins before what was sent already. */
  private void again(TcpSegment s, boolean known) {
    if (known) {
      mark(TcpMark.SPURIOUS_RETRANSMISSION);
      mark(TcpMark.RETRANSMISSION);
    } else if (receiver.duplicates >= 2
        && receiver.acknowledgment == s.sequence
        && s.nanos - receiver.acknowledgedNanos < FAST_NANOS) {
      mark(TcpMark.FAST_RETRANSMISSION);
      mark(TcpMark.RETRANSMISSION);
    } else if (s.nanos - sender.nextNanos < roundTrip()
        && sender.next != s.next
        && !sender.waits(s.sequence, s.next)) {
      mark(TcpMark.OUT_OF_ORDER);
    } else {
      mark(TcpMark.RETRANSMISSION);
      int first = sender.frameOf(s.sequence);
      repeatedFrame = first == 0 ? sender.nextFrame : first;
    }
  }

  private long roundTrip() {
    return initialRoundTripNanos == 0 ? USUAL_ROUND_TRIP_NANOS : initialRoundTripNanos;
  }

  private void mark(TcpMark mark) {
    marks |= mark.bit();
  }

  private void acknowledge(TcpSegment s) {
    if (!s.is(ACK)) {
      return;
    }
    receiver.acknowledge(s.acknowledgment);
    receiver.selected = s.selected;
    acknowledgedFrame = receiver.acknowledgedFrame;
    roundTripNanos = s.nanos - receiver.acknowledgedSent;
  }

  private void remember(TcpSegment s) {
    boolean probe = TcpMark.ZERO_WINDOW_PROBE.in(marks);
    if (!sender.acknowledges || s.acknowledgment != sender.acknowledgment) {
      sender.duplicates = 0;
      sender.firstAcknowledgment = s.frame;
    }
    if (!probe && (!sender.sent || s.next - sender.next > 0)) {
      sender.next = s.next;
      sender.nextFrame = s.frame;
      sender.nextNanos = s.nanos;
    }
    if (!sender.acknowledgeable || (s.next - sender.expected > 0 && !probe)) {
      sender.expected = s.next;
      sender.acknowledgeable = true;
    }
    sender.sent = true;
    sender.window = s.window;
    if (s.is(ACK)) {
      sender.acknowledges = true;
      sender.acknowledgment = s.acknowledgment;
      sender.acknowledgedNanos = s.nanos;
    }
    sender.lastMarks = marks;
  }

  private void flight(TcpSegment s) {
    if (s.length > 0 || s.is(SYN) || s.is(FIN)) {
      sender.add(s.frame, s.sequence, s.next, s.nanos);
    }
    if (s.length > 0) {
      int end = s.is(FIN) ? 1 : 0;
      inFlight = sender.complete ? sender.inFlight() - sender.selected - end : 0;
      sender.pushed = sender.pushes ? s.length : sender.pushed + s.length;
      sender.pushes = s.is(PSH);
      pushed = sender.complete ? sender.pushed : 0;
    }
  }
}
