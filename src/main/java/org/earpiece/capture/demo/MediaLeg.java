package org.earpiece.capture.demo;

import java.io.IOException;
import java.util.SplittableRandom;

/** The media of one leg: RTP to and from the exchange, and the reports of both ends. */
final class MediaLeg {
  private static final long REPORTS = 5 * Timeline.SECOND;

  private final Site site;
  private final SplittableRandom random;
  private final RtpFlow up;
  private final RtpFlow down;
  private final String farName;
  private boolean running;

  MediaLeg(
      Site site,
      RtpFlow.Address far,
      RtpFlow.Address near,
      int payloadType,
      Path upPath,
      Path downPath,
      SplittableRandom random) {
    this.site = site;
    this.random = random;
    this.up = new RtpFlow(site, far, near, payloadType, upPath, random);
    this.down = new RtpFlow(site, near, far, payloadType, downPath, random);
    this.farName = "audio@" + far.host().address();
  }

  /** From the phone to the exchange. */
  RtpFlow up() {
    return up;
  }

  /** From the exchange to the phone. */
  RtpFlow down() {
    return down;
  }

  /** Begins to report every five seconds or so, each end at its own time (RFC 3550 6.2). */
  void start() {
    running = true;
    scheduleReport(up, down, farName);
    scheduleReport(down, up, "audio@" + site.exchange().address());
  }

  void stop() throws IOException {
    if (running) {
      running = false;
      report(up, down, farName, true);
    }
  }

  private void scheduleReport(RtpFlow sent, RtpFlow received, String cname) {
    long wait = (long) (REPORTS * random.nextDouble(0.7, 1.3));
    site.timeline()
        .after(
            wait,
            () -> {
              if (running) {
                report(sent, received, cname, false);
                scheduleReport(sent, received, cname);
              }
            });
  }

  private void report(RtpFlow sent, RtpFlow received, String cname, boolean bye)
      throws IOException {
    long now = site.timeline().now();
    byte[] rtcp = Rtcp.report(sent, received, now, cname, bye);
    sent.control(rtcp, Rtcp.ntpMiddle(now));
  }
}
