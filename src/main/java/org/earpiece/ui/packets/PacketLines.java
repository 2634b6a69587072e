package org.earpiece.ui.packets;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.Dissectors;
import org.earpiece.dissect.PacketSummary;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.session.PacketReader;
import org.earpiece.ui.kit.table.Tint;

/**
 * Makes the text of packets when they come on screen, and keeps that of the last ones. FX thread.
 */
final class PacketLines {
  private static final int KEPT = 1024;

  private final PacketReader reader;
  private final PacketSummary summary = new PacketSummary(new DissectorTable(Dissectors.ALL));
  private final SequencedMap<Integer, PacketLine> lines =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, PacketLine> eldest) {
          return size() > KEPT;
        }
      };

  PacketLines(PacketReader reader) {
    this.reader = reader;
  }

  /** The line of a frame; one that says so where it is no longer held. */
  PacketLine line(int frame) {
    PacketLine known = lines.get(frame);
    if (known == null) {
      known = read(frame);
      lines.put(frame, known);
    }
    return known;
  }

  /** Forgets everything: what a packet is may be known better now. */
  void forget() {
    lines.clear();
  }

  private PacketLine read(int frame) {
    try {
      Packet packet = reader.read(frame);
      return packet == null ? missing("no longer held: the ring buffer went on") : line(packet);
    } catch (IOException e) {
      return missing("cannot be read: " + e.getMessage());
    }
  }

  private PacketLine line(Packet p) {
    boolean addressed = p.hasAddresses();
    return new PacketLine(
        p.timeNanos(),
        addressed ? IpAddress.text(p.srcHi(), p.srcLo()) : "",
        addressed ? IpAddress.text(p.dstHi(), p.dstLo()) : "",
        p.sport(),
        p.dport(),
        summary.protocol(p),
        p.length(),
        summary.info(p),
        tint(p));
  }

  private static Tint tint(Packet p) {
    boolean icmp = p.find(Protocol.ICMP) >= 0 || p.find(Protocol.ICMPV6) >= 0;
    boolean problem = p.malformed() || (icmp && p.quoted());
    if (problem) {
      return Tint.POOR;
    }
    return p.find(Protocol.SIP) >= 0 ? Tint.GOOD : Tint.NONE;
  }

  private static PacketLine missing(String why) {
    return new PacketLine(0, "", "", 0, 0, "", 0, why, Tint.NONE);
  }
}
