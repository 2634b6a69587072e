package org.earpiece.ui.packets;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.Dissectors;
import org.earpiece.dissect.PacketSummary;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Transport;
import org.earpiece.session.PacketReader;
import org.earpiece.session.listing.Colouring;
import org.earpiece.session.listing.FieldColumn;
import org.earpiece.session.listing.PacketEnds;
import org.earpiece.settings.ColouringRule;

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

  private List<FieldColumn> columns = List.of();
  private Colouring colouring;

  PacketLines(PacketReader reader, Colouring colouring) {
    this.reader = reader;
    this.colouring = colouring;
  }

  /** The columns whose values belong to a line. */
  void columns(List<FieldColumn> next) {
    columns = next;
    forget();
  }

  void colouring(Colouring next) {
    colouring = next;
    forget();
  }

  Colouring colouring() {
    return colouring;
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

  /** A filter on the values that a frame has in a column that shows fields; empty for none. */
  String filter(int frame, int number) {
    try {
      Packet packet = reader.read(frame);
      return packet == null ? "" : columns.get(number).filter(packet);
    } catch (IOException e) {
      return "";
    }
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
    int rule = colouring.rule(p);
    return new PacketLine(
        p.timeNanos(),
        PacketEnds.source(p),
        PacketEnds.destination(p),
        p.transport() == Transport.NONE ? "" : p.transport().name().toLowerCase(Locale.ROOT),
        p.sport(),
        p.dport(),
        p.context().ignored() ? "" : summary.protocol(p),
        p.length(),
        p.context().ignored() ? "<Ignored>" : told(rule) + summary.info(p),
        !p.context().comments().isEmpty(),
        rule,
        columns.stream().map(column -> column.text(p)).toList());
  }

  /** The name of a rule whose colour is not to say it alone. */
  private String told(int number) {
    ColouringRule rule = number == Colouring.NONE ? null : colouring.rules().get(number);
    return rule != null && rule.told() ? "[" + rule.name() + "] " : "";
  }

  private static PacketLine missing(String why) {
    return new PacketLine(0, "", "", "", 0, 0, "", 0, why, false, Colouring.NONE, List.of());
  }
}
