package org.earpiece.voip.rtp;

/**
 * Delta, jitter and skew of one stream, in ms, exactly as Wireshark's RTP analysis has them (4.4;
 * interarrival jitter as in RFC 3550 section 6.4.1 and appendix A.8, but in ms). Constant memory.
 */
final class InterarrivalJitter {
  private static final double NANOS_PER_MS = 1e6;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final double MS_PER_SECOND = 1e3;

  private final long origin;
  private long extended;
  private long inOrder;
  private double time;

  private double delta;
  private double jitter;
  private double skew;
  private double maxSkew;
  private double maxStall;
  private double nominal;
  private double arrival;

  private double minDelta = Double.NaN;
  private double meanDelta;
  private double maxDelta;
  private double minJitter = Double.NaN;
  private double meanJitter;
  private double maxJitter;

  private long samples;
  private double sumArrival;
  private double sumNominal;
  private double sumArrivalSquared;
  private double sumProduct;

  /**
   * Figures of a stream.
   *
   * @param origin time of the capture's first frame, ns since 1970: counting from there as
   *     Wireshark does gives its figures to the last digit
   */
  InterarrivalJitter(long origin) {
    this.origin = origin;
  }

  private double ms(long nanos) {
    long since = nanos - origin;
    long seconds = since / NANOS_PER_SECOND;
    return seconds * MS_PER_SECOND + since % NANOS_PER_SECOND / NANOS_PER_MS;
  }

  /** Takes the stream's first packet. */
  void first(long nanos, long timestamp) {
    time = ms(nanos);
    extended = (1L << 32) + timestamp;
    inOrder = extended;
  }

  /**
   * Takes a further packet.
   *
   * @param timestamp the RTP timestamp, 32 bits
   * @param ticksPerMs the payload's clock, whole ticks a ms; 0 where it has none: then only delta
   *     is measured, and the next packet's timestamp is compared with the last one of a clock
   * @param regular whether it may feed minimum, mean and maximum
   * @param before packets before this one
   * @return whether the timestamp is in order
   */
  boolean next(long nanos, long timestamp, int ticksPerMs, boolean regular, long before) {
    double t = ms(nanos);
    extended = ExtendedSequence.join(extended, timestamp, 32);
    boolean ordered = extended >= inOrder;
    boolean clocked = ticksPerMs > 0;
    delta = t - time;
    if (clocked) {
      clock(t, (double) (extended - inOrder) / ticksPerMs, regular && ordered);
    }
    if (regular && ordered) {
      regularDelta(before);
      if (clocked) {
        regularJitter(before);
      }
    }
    if (ordered) {
      time = t;
      inOrder = clocked ? extended : inOrder;
    }
    return ordered;
  }

  /** Compares a packet's arrival with what its timestamp, {@code step} ms on, made expect. */
  private void clock(double t, double step, boolean regular) {
    double late = t - (time + step);
    jitter = (15 * jitter + Math.abs(late)) / 16;
    nominal += step;
    arrival += delta;
    skew = nominal - arrival;
    if (Math.abs(skew) > Math.abs(maxSkew)) {
      maxSkew = skew;
    }
    if (regular && late > maxStall) {
      maxStall = late;
    }
    samples++;
    sumArrival += arrival;
    sumNominal += nominal;
    sumArrivalSquared += arrival * arrival;
    sumProduct += arrival * nominal;
  }

  private void regularDelta(long before) {
    minDelta = Double.isNaN(minDelta) ? delta : Math.min(minDelta, delta);
    maxDelta = Math.max(maxDelta, delta);
    meanDelta = (meanDelta * (before - 1) + delta) / before;
  }

  private void regularJitter(long before) {
    minJitter = Double.isNaN(minJitter) ? jitter : Math.min(minJitter, jitter);
    maxJitter = Math.max(maxJitter, jitter);
    meanJitter = (meanJitter * (before - 1) + jitter) / before;
  }

  /** Since the in-order packet before. */
  double delta() {
    return delta;
  }

  double jitter() {
    return jitter;
  }

  /** By how much the timestamps run ahead of the arrivals. */
  double skew() {
    return skew;
  }

  /** The skew that is furthest from 0, with its sign. */
  double maxSkew() {
    return maxSkew;
  }

  /** The most that a packet came later after the one before than their timestamps are apart. */
  double maxStall() {
    return maxStall;
  }

  double minDelta() {
    return Double.isNaN(minDelta) ? 0 : minDelta;
  }

  double meanDelta() {
    return meanDelta;
  }

  double maxDelta() {
    return maxDelta;
  }

  double minJitter() {
    return Double.isNaN(minJitter) ? 0 : minJitter;
  }

  double meanJitter() {
    return meanJitter;
  }

  double maxJitter() {
    return maxJitter;
  }

  /** How much faster the sender's clock runs than the capture's, by least squares; percent. */
  double clockDriftPercent() {
    double divisor = samples * sumArrivalSquared - sumArrival * sumArrival;
    if (samples < 2 || divisor <= 0) {
      return 0;
    }
    return 100 * ((samples * sumProduct - sumArrival * sumNominal) / divisor - 1);
  }
}
