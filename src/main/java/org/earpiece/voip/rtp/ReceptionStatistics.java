package org.earpiece.voip.rtp;

import org.earpiece.voip.StreamPacket.Event;

/**
 * What is measured of the packets of one stream as they come, for the stream tracker and for the
 * analysis of single packets alike: Wireshark's figures, and ours beside them. Constant memory, no
 * allocation per packet.
 */
final class ReceptionStatistics {
  private static final long SECOND = 1_000_000_000L;

  /** Comfort noise (RFC 3389), and its number in old drafts of RFC 3551. */
  private static final int CN = 13;

  private static final int CN_OLD = 19;

  private final ExtendedSequence sequence = new ExtendedSequence();
  private final InterarrivalJitter timing;
  private final SequenceWindow window = new SequenceWindow();
  private final QualityWindow recent = new QualityWindow();

  private long total;
  private long start;
  private long endOfSecond;
  private boolean afterNoise;
  private int regularType = -1;
  private Event event = Event.NONE;

  /**
   * Statistics of a stream.
   *
   * @param origin time of the capture's first frame, ns since 1970
   */
  ReceptionStatistics(long origin) {
    timing = new InterarrivalJitter(origin);
  }

  /** Whether this payload type is comfort noise. */
  static boolean noise(int payloadType) {
    return payloadType == CN || payloadType == CN_OLD;
  }

  /**
   * Takes a packet.
   *
   * @param nanos arrival, ns since 1970
   * @param number the 16-bit sequence number
   * @param ticksPerMs the payload's clock in whole ticks a ms; 0 for telephone-event and for what
   *     nobody declared
   */
  void packet(
      long nanos, int number, long timestamp, int payloadType, boolean marker, int ticksPerMs) {
    boolean noise = noise(payloadType);
    boolean ordered = true;
    if (total == 0) {
      start = nanos;
      endOfSecond = nanos + SECOND;
      sequence.first(number);
      timing.first(nanos, timestamp);
    } else {
      sequence.next(number);
      boolean regular = !marker && !noise && !afterNoise;
      ordered = timing.next(nanos, timestamp, ticksPerMs, regular, total);
    }
    if (total > 0 && nanos >= endOfSecond) {
      enterSecond(second(nanos));
    }
    total++;
    afterNoise = noise;
    event = window.accept(number);
    remark(payloadType, noise, ordered, ticksPerMs > 0);
  }

  /** Goes on to a later second of the stream. */
  void enterSecond(long second) {
    recent.advance(second, window.received(), window.lost(), window.bursts());
    endOfSecond = start + (second + 1) * SECOND;
  }

  private void remark(int payloadType, boolean noise, boolean ordered, boolean clocked) {
    if (event == Event.NONE) {
      if (!ordered) {
        event = Event.WRONG_TIMESTAMP;
      } else if (noise) {
        event = Event.COMFORT_NOISE;
      } else if (clocked && regularType >= 0 && payloadType != regularType) {
        event = Event.PAYLOAD_CHANGE;
      }
    }
    if (clocked && !noise) {
      regularType = payloadType;
    }
  }

  /** Packets in all. */
  long total() {
    return total;
  }

  /** Wireshark's: from the lowest to the highest extended sequence number. */
  long expected() {
    return total == 0 ? 0 : sequence.expected();
  }

  InterarrivalJitter timing() {
    return timing;
  }

  SequenceWindow window() {
    return window;
  }

  /** The second of the stream that runs. */
  long currentSecond() {
    return recent.second();
  }

  /** The R factor of the last {@link QualityWindow#SECONDS}, or NaN where nothing came. */
  double recentRFactor(Emodel.Impairment codec) {
    return recent.rFactor(codec, window.received(), window.lost(), window.bursts());
  }

  /** What is remarkable about the last packet. */
  Event event() {
    return event;
  }

  /** Whether a packet that comes now is the first of its second, counted from the start. */
  boolean endsSecond(long nanos) {
    return total > 0 && nanos >= endOfSecond;
  }

  /** The second of the stream that a time is in. */
  long second(long nanos) {
    return (nanos - start) / SECOND;
  }

  /** The R factor of the whole stream. */
  double rFactor(Emodel.Impairment codec) {
    return Emodel.rFactor(codec, window.received(), window.lost(), window.bursts());
  }
}
