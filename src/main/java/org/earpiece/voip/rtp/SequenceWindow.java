package org.earpiece.voip.rtp;

import java.util.Arrays;
import org.earpiece.voip.StreamPacket.Event;

/**
 * Tells lost, late and doubled packets apart by remembering which of the latest sequence numbers
 * came. A jump counts as a new start of the sender once it goes on from there (RFC 3550 appendix
 * A.1), not as loss. Counts are right after every packet, and losses never negative.
 */
final class SequenceWindow {
  /** Latest sequence numbers remembered; a later packet is late, whatever it is. */
  static final int SIZE = 1024;

  /** Jumps ahead that are taken for loss (RFC 3550 appendix A.1). */
  static final int MAX_DROPOUT = 3000;

  private final long[] came = new long[SIZE / Long.SIZE];
  private long lowest;
  private long highest;
  private int afterJump = -1;

  private long received;
  private long lost;
  private long bursts;
  private long duplicates;
  private long outOfOrder;
  private int lostBefore;

  /** Takes a packet's sequence number, 16 bits; says what is remarkable about it. */
  Event accept(int sequence) {
    lostBefore = 0;
    if (received == 0) {
      highest = sequence;
      lowest = sequence;
      return receive(sequence, Event.NONE);
    }
    int ahead = sequence - (int) highest & 0xFFFF;
    if (ahead == 1) {
      highest++;
      afterJump = -1;
      return receive(highest, Event.NONE);
    }
    if (ahead > 0 && ahead < MAX_DROPOUT) {
      return skip(ahead);
    }
    int behind = -ahead & 0xFFFF;
    return behind < SIZE ? late(highest - behind) : jump(sequence);
  }

  private Event skip(int ahead) {
    lostBefore = ahead - 1;
    lost += lostBefore;
    bursts++;
    if (ahead >= SIZE) {
      Arrays.fill(came, 0);
    } else {
      for (long e = highest + 1; e < highest + ahead; e++) {
        came[word(e)] &= ~bit(e);
      }
    }
    highest += ahead;
    afterJump = -1;
    return receive(highest, Event.LOST_BEFORE);
  }

  private Event late(long e) {
    if (has(e)) {
      duplicates++;
      return Event.DUPLICATE;
    }
    outOfOrder++;
    if (e < lowest) {
      long missing = lowest - e - 1;
      lost += missing;
      bursts += missing > 0 ? 1 : 0;
      lowest = e;
    } else {
      lost--;
      boolean before = e - 1 <= highest - SIZE || has(e - 1);
      boolean after = has(e + 1);
      if (before == after) {
        bursts += before ? -1 : 1;
      }
    }
    return receive(e, Event.OUT_OF_ORDER);
  }

  /** A number far from the others: a stray, or the first of a new start. */
  private Event jump(int sequence) {
    if (sequence != afterJump) {
      outOfOrder++;
      afterJump = sequence + 1 & 0xFFFF;
      return Event.LOST_BEFORE;
    }
    outOfOrder--;
    afterJump = -1;
    Arrays.fill(came, 0);
    highest = (1L << 16) + sequence;
    lowest = highest - 1;
    receive(lowest, Event.NONE);
    return receive(highest, Event.NONE);
  }

  private Event receive(long e, Event event) {
    came[word(e)] |= bit(e);
    received++;
    return event;
  }

  private boolean has(long e) {
    return (came[word(e)] & bit(e)) != 0;
  }

  private static int word(long e) {
    return (int) (e & SIZE - 1) >> 6;
  }

  private static long bit(long e) {
    return 1L << e;
  }

  /** Different packets that came. */
  long received() {
    return received;
  }

  /** Packets that did not come. */
  long lost() {
    return lost;
  }

  /** Runs of packets that did not come. */
  long bursts() {
    return Math.min(bursts, lost);
  }

  long duplicates() {
    return duplicates;
  }

  /** Packets behind a later one, doubled ones not counted, and strays. */
  long outOfOrder() {
    return outOfOrder;
  }

  /** Packets missing right before the one accepted last. */
  int lostBefore() {
    return lostBefore;
  }
}
