package org.earpiece.capture.demo;

import org.earpiece.capture.demo.sound.Sound;

/** What a receiver knows of a stream, for its report blocks (RFC 3550 6.4.1, A.1, A.3, A.8). */
final class Reception {
  private final int ssrc;
  private boolean begun;
  private int first;
  private int highest;
  private long received;
  private long expectedBefore;
  private long receivedBefore;
  private double transit;
  private double jitter;
  private int lastReport;
  private long lastReportTime;

  Reception(int ssrc) {
    this.ssrc = ssrc;
  }

  boolean hasBegun() {
    return begun;
  }

  void arrived(int sequence, long timestamp, long time) {
    double now = (double) time / Timeline.SECOND * Sound.RATE - timestamp;
    if (!begun) {
      begun = true;
      first = sequence;
      highest = sequence;
      transit = now;
    }
    int step = (short) (sequence - highest);
    highest = step > 0 ? highest + step : highest;
    received++;
    jitter += (Math.abs(now - transit) - jitter) / 16;
    transit = now;
  }

  /** A sender report came: the middle of its NTP time goes back in the next block. */
  void senderReport(int ntpMiddle, long time) {
    lastReport = ntpMiddle;
    lastReportTime = time;
  }

  /** Writes a report block, and begins the next interval. */
  void report(Octets out, long now) {
    long expected = (long) highest - first + 1;
    long lost = expected - received;
    long interval = expected - expectedBefore;
    long lostNow = interval - (received - receivedBefore);
    long fraction = interval <= 0 || lostNow <= 0 ? 0 : Math.min(255, (lostNow << 8) / interval);
    expectedBefore = expected;
    receivedBefore = received;
    out.u32(ssrc);
    out.u32((int) (fraction << 24 | (lost & 0xFF_FFFF)));
    out.u32(highest).u32((int) jitter).u32(lastReport);
    boolean none = lastReport == 0;
    out.u32(none ? 0 : (int) ((now - lastReportTime) * 65536.0 / Timeline.SECOND));
  }
}
