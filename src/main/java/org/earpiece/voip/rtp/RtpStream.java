package org.earpiece.voip.rtp;

import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.voip.rtp.Rtp;
import org.earpiece.packet.Endpoint;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.Packet;
import org.earpiece.voip.MediaDirectory;
import org.earpiece.voip.MediaDirectory.Tie;
import org.earpiece.voip.StreamSnapshot;
import org.earpiece.voip.StreamSnapshot.Payload;
import org.jspecify.annotations.Nullable;

/**
 * One RTP stream as it grows: addresses, ports and SSRC, what its packets measure, and the call it
 * belongs to. Constant memory. The pipeline's thread.
 */
final class RtpStream {
  /** A stream runs while its last packet is not older than this, ns of capture time. */
  static final long RUNNING_NANOS = 3_000_000_000L;

  /** Packets of a stream without a sure call that each look for it; then one in as many does. */
  private static final int EARLY_PACKETS = 64;

  private final int id;
  private final int flow;
  private final int ssrc;
  private final Endpoint src;
  private final Endpoint dst;
  private final int firstFrame;
  private final long start;

  private final ReceptionStatistics statistics;
  private final PayloadUse payloads = new PayloadUse();
  private final StreamProblems problems = new StreamProblems();
  private boolean provisional;
  private int generation = -1;
  private @Nullable Tie tie;
  private boolean settled;
  private int revision;
  private int revisions;
  private int lastFrame;
  private long lastNanos;
  private double worst = Double.NaN;

  private boolean active;
  private int number;
  private int shownNumber;
  private boolean changed;
  private boolean shownRunning;
  private Payload main = new Payload(0, "", 0, 1, "");
  private Emodel.Impairment impairment = Emodel.impairment("");

  RtpStream(int id, Packet packet, int ssrc, boolean provisional, long origin) {
    this.id = id;
    this.flow = packet.flow();
    this.ssrc = ssrc;
    this.src = new Endpoint(new IpAddress(packet.srcHi(), packet.srcLo()), packet.sport());
    this.dst = new Endpoint(new IpAddress(packet.dstHi(), packet.dstLo()), packet.dport());
    this.provisional = provisional;
    firstFrame = packet.number();
    start = packet.timeNanos();
    statistics = new ReceptionStatistics(origin);
  }

  /** Takes a packet of this stream whose RTP header begins at {@code rtp}. */
  void packet(Packet packet, int layer, MediaDirectory directory) {
    ByteView bytes = packet.bytes(layer);
    int rtp = packet.offset(layer);
    int type = Rtp.payloadType(bytes, rtp);
    if (revisions != directory.revisions()) {
      declareAnew(directory);
    }
    if (!settled && generation != directory.generation() && asksNow()) {
      tie(directory);
    }
    if (type != payloads.type()) {
      payloads.change(type, tie, statistics.total());
    }
    long nanos = packet.timeNanos();
    if (statistics.endsSecond(nanos)) {
      judgeSecond();
    }
    statistics.packet(
        nanos,
        Rtp.sequence(bytes, rtp),
        Rtp.timestamp(bytes, rtp),
        type,
        Rtp.marker(bytes, rtp),
        payloads.ticksPerMs());
    packet.irregular(statistics.event().ofSequence());
    lastFrame = packet.number();
    lastNanos = nanos;
    changed = true;
  }

  /** Media runs ahead of the answer by few packets; later ones ask now and then. */
  private boolean asksNow() {
    return statistics.total() % (statistics.total() < EARLY_PACKETS ? 1 : EARLY_PACKETS) == 0;
  }

  /**
   * Looks for the call. A stream whose two endpoints are its call's stays with it, as its ports may
   * be announced again by a later call; any other may find a better match.
   */
  private void tie(MediaDirectory directory) {
    generation = directory.generation();
    Tie found =
        directory.lookup(
            src.address().hi(),
            src.address().lo(),
            src.port(),
            dst.address().hi(),
            dst.address().lo(),
            dst.port());
    boolean better = tie == null || !tie.ofCall();
    if (found != null && (better || found.pair())) {
      tie = found;
      settled = found.pair() && found.ofCall();
      declare(found);
    }
  }

  private void declareAnew(MediaDirectory directory) {
    revisions = directory.revisions();
    Tie known = tie;
    if (known != null && known.revision() != revision) {
      declare(known);
    }
  }

  private void declare(Tie known) {
    revision = known.revision();
    if (payloads.type() >= 0) {
      payloads.declare(known, statistics.total());
    }
    changed = true;
  }

  /** Keeps the worst full window of {@link QualityWindow#SECONDS}. */
  private void judgeSecond() {
    if (statistics.currentSecond() >= QualityWindow.SECONDS - 1) {
      codec();
      double r = statistics.recentRFactor(impairment);
      worst = Double.isNaN(worst) ? r : Math.min(worst, r);
    }
  }

  int id() {
    return id;
  }

  /** The flow of its packets, or {@link Packet#NONE}. */
  int flow() {
    return flow;
  }

  int ssrc() {
    return ssrc;
  }

  /** The call's number, or {@link Packet#NONE}. */
  int call() {
    return tie == null || !tie.ofCall() ? Packet.NONE : tie.call();
  }

  /** Whether all its packets were a guess of the heuristic so far. */
  boolean provisional() {
    return provisional;
  }

  void confirm() {
    provisional = false;
  }

  /** Whether it is on the tracker's list of streams that may need a new snapshot. */
  boolean active() {
    return active;
  }

  void active(boolean active) {
    this.active = active;
  }

  int number() {
    return number;
  }

  /** Gives it its number in lists. */
  void number(int number) {
    this.number = number;
  }

  /** Whether {@link #snapshot} would show something else than it did the last time. */
  boolean outdated(long now, MediaDirectory directory) {
    if ((tie == null || !tie.ofCall()) && running(now) && generation != directory.generation()) {
      tie(directory);
    }
    return changed || shownNumber != number || shownRunning != running(now);
  }

  boolean running(long now) {
    return now - lastNanos <= RUNNING_NANOS;
  }

  /** The payload type that most packets have, and with it what the E-model knows of its codec. */
  private Payload codec() {
    Payload codec = payloads.main(statistics.total());
    if (!codec.equals(main)) {
      main = codec;
      impairment = Emodel.impairment(codec.codec());
    }
    return codec;
  }

  /** The stream at this time of the capture. */
  StreamSnapshot snapshot(long now) {
    changed = false;
    shownNumber = number;
    shownRunning = running(now);
    Payload codec = codec();
    boolean judged = Emodel.applies(codec.codec(), codec.clockRate());
    double r = judged ? statistics.rFactor(impairment) : Double.NaN;
    double mos = judged ? Emodel.mos(impairment, r) : Double.NaN;
    double worstMos = judged ? Emodel.mos(impairment, worst) : Double.NaN;
    InterarrivalJitter timing = statistics.timing();
    SequenceWindow window = statistics.window();
    return new StreamSnapshot(
        number,
        id,
        tie == null ? 0 : tie.call(),
        ssrc,
        src,
        dst,
        codec.type(),
        codec.codec(),
        codec.clockRate(),
        start,
        lastNanos,
        firstFrame,
        lastFrame,
        statistics.total(),
        statistics.expected(),
        statistics.expected() - statistics.total(),
        window.lost(),
        window.outOfOrder(),
        window.duplicates(),
        timing.minDelta(),
        timing.meanDelta(),
        timing.maxDelta(),
        timing.minJitter(),
        timing.meanJitter(),
        timing.maxJitter(),
        timing.maxSkew(),
        mos,
        r,
        direction(),
        tie != null && tie.srtp(),
        problems.text(statistics, lastNanos - start, mos, worstMos),
        shownRunning,
        payloads.payloads());
  }

  private String direction() {
    Tie known = tie;
    if (known == null || !known.ofCall()) {
      return "";
    }
    return known.forward() ? "forward" : "backward";
  }
}
