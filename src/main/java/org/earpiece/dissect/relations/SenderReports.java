package org.earpiece.dissect.relations;

import org.earpiece.dissect.voip.rtp.RtcpReader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/**
 * Finds for reports of RTCP the sender report that they tell the delay since (RFC 3550 section
 * 6.4.1): by its time and the two ends. The pipeline's thread adds; any thread asks.
 */
final class SenderReports {
  /** Sender reports remembered at least; twice as many at most. */
  static final int MAX_REPORTS = 100_000;

  private static final int FRAME = 0;

  private final ExchangeRows found;
  private final RecentTable reports = new RecentTable(MAX_REPORTS);
  private final RtcpReader reader = new RtcpReader();

  SenderReports(ExchangeRows found) {
    this.found = found;
  }

  /** Looks at the reports of a packet. */
  void packet(Packet packet) {
    if (packet.secure() || packet.fragment().partial()) {
      return;
    }
    for (int layer = packet.find(Protocol.RTCP);
        layer >= 0;
        layer = packet.find(Protocol.RTCP, layer + 1)) {
      reader.begin(packet.bytes(layer), packet.offset(layer), packet.end(layer));
      if (reader.next()) {
        look(packet, layer);
      }
    }
  }

  private void look(Packet p, int layer) {
    int block = reader.delayedBlock();
    if (block >= 0) {
      long key = ends(reader.lastSr(block), p.dstHi(), p.dstLo(), p.dport());
      int place = reports.place(ends(key, p.srcHi(), p.srcLo(), p.sport()));
      int frame = reports.value(place, FRAME);
      if (frame != 0) {
        found.add(p.number(), layer, frame, 0, p.timeNanos() - reports.nanos(place));
      }
    }
    if (reader.hasSenderInfo()) {
      long key = ends(reader.ntp() << 16 >>> 32, p.srcHi(), p.srcLo(), p.sport());
      int place = reports.place(ends(key, p.dstHi(), p.dstLo(), p.dport()));
      reports.set(place, FRAME, p.number());
      reports.nanos(place, p.timeNanos());
    }
  }

  private long ends(long before, long hi, long lo, int port) {
    long seeded = RecentTable.hash(reports.hash(), before);
    return RecentTable.hash(RecentTable.hash(RecentTable.hash(seeded, hi), lo), port);
  }
}
