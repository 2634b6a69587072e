package org.earpiece.voip.rtp;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.voip.rtp.Rtp;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.voip.QualitySeries;
import org.earpiece.voip.StreamPacket;
import org.earpiece.voip.StreamSnapshot;

/**
 * Analyses the packets of one stream one by one, by the arithmetic of the stream tracker: fed with
 * the stream's packets in order, from the first one on, it may be asked for what is there at any
 * time and fed with more as a call goes on. One thread; the series handed out are for any.
 */
public final class StreamAnalysis {
  /** Seconds that get a MOS at most (a day); bogus times make no more. */
  public static final int MAX_SECONDS = 86_400;

  private final ReceptionStatistics statistics;
  private final Bandwidth bandwidth = new Bandwidth();
  private StreamSnapshot stream;
  private Emodel.Impairment impairment;
  private boolean judged;
  private StreamPacket[] packets = new StreamPacket[1024];
  private int size;
  private double[] mos = new double[64];
  private int seconds;

  /** An analysis of the stream that this snapshot shows; it tells what payload types mean. */
  public StreamAnalysis(StreamSnapshot stream) {
    this.stream = stream;
    statistics = new ReceptionStatistics(stream.start());
    impairment = Emodel.impairment(stream.codec());
    judged = Emodel.applies(stream.codec(), stream.clockRate());
  }

  /** Goes on with a later snapshot of the same stream. */
  public void update(StreamSnapshot later) {
    stream = later;
    impairment = Emodel.impairment(later.codec());
    judged = Emodel.applies(later.codec(), later.clockRate());
  }

  /**
   * Takes what the next frame has of the stream, its layers walked: a packet, several where TCP
   * carries them, or none.
   */
  public void add(Packet packet) {
    for (int layer = packet.find(Protocol.RTP);
        layer != Packet.NONE;
        layer = packet.find(Protocol.RTP, layer + 1)) {
      int offset = packet.offset(layer);
      if (packet.end(layer) - offset >= Rtp.FIXED_HEADER
          && Rtp.ssrc(packet.bytes(layer), offset) == stream.ssrc()) {
        add(packet, layer);
      }
    }
  }

  private void add(Packet packet, int layer) {
    ByteView bytes = packet.bytes(layer);
    int rtp = packet.offset(layer);
    long nanos = packet.timeNanos();
    int type = Rtp.payloadType(bytes, rtp);
    if (statistics.endsSecond(nanos)) {
      endSeconds(statistics.second(nanos));
    }
    boolean first = statistics.total() == 0;
    statistics.packet(
        nanos,
        Rtp.sequence(bytes, rtp),
        Rtp.timestamp(bytes, rtp),
        type,
        Rtp.marker(bytes, rtp),
        PayloadUse.ticksPerMs(type, stream.payloads()));
    if (size == packets.length) {
      packets = Arrays.copyOf(packets, 2 * size);
    }
    packets[size++] =
        new StreamPacket(
            packet.number(),
            nanos,
            Rtp.sequence(bytes, rtp),
            Rtp.timestamp(bytes, rtp),
            type,
            first ? Double.NaN : statistics.timing().delta(),
            statistics.timing().jitter(),
            statistics.timing().skew(),
            bandwidth.add(nanos, Bandwidth.bytes(packet, layer)),
            Rtp.marker(bytes, rtp),
            statistics.event(),
            statistics.window().lostBefore());
  }

  private void endSeconds(long to) {
    while (statistics.currentSecond() < to && seconds < MAX_SECONDS) {
      if (seconds == mos.length) {
        mos = Arrays.copyOf(mos, 2 * seconds);
      }
      mos[seconds++] = recentMos();
      statistics.enterSecond(seconds);
    }
  }

  private double recentMos() {
    return judged ? Emodel.mos(impairment, statistics.recentRFactor(impairment)) : Double.NaN;
  }

  /** What was analysed so far, the second that runs included. */
  public QualitySeries series() {
    List<StreamPacket> list = Collections.unmodifiableList(Arrays.asList(packets).subList(0, size));
    double[] all = Arrays.copyOf(mos, size == 0 ? 0 : seconds + 1);
    if (size > 0) {
      all[seconds] = recentMos();
    }
    return new QualitySeries(stream, list, all);
  }
}
