package org.earpiece.fuzz;

import org.earpiece.dissect.DetailTree;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.Dissectors;
import org.earpiece.dissect.Flows;
import org.earpiece.dissect.LayerWalk;
import org.earpiece.dissect.PacketSummary;
import org.earpiece.dissect.tls.TlsSecrets;
import org.earpiece.packet.DerivedBytes;
import org.earpiece.packet.Facts;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldRegistry;
import org.earpiece.packet.FieldText;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.Packet;

/** Walks frames and asks everything that a window could ask of them. */
final class Reading {
  static final DissectorTable TABLE = new DissectorTable(Dissectors.ALL);
  static final FieldRegistry FIELDS = new FieldRegistry(Dissectors.fields());
  private static final long START = 1_700_000_000_000_000_000L;

  final Flows flows = new Flows();
  private final LayerWalk walk;
  private final LayerWalk again = new LayerWalk(TABLE, flows, false);
  private final DetailTree tree = new DetailTree(FIELDS, TABLE);
  private final PacketSummary summary = new PacketSummary(TABLE);
  private final FieldValues values = new FieldValues();
  private final Packet packet = new Packet();
  private int frames;

  Reading() {
    this(new TlsSecrets());
  }

  /** Walks that decrypt with these secrets. */
  Reading(TlsSecrets secrets) {
    walk = new LayerWalk(TABLE, flows, DerivedBytes.NONE, secrets, true);
  }

  /** From now on others say of the packets what these facts know. */
  void knows(Facts facts) {
    packet.context().facts(facts);
  }

  /** Walks the next frame as the pipeline does; the array ends where the frame does. */
  Packet walk(LinkType link, byte[] frame, long nanos) {
    frames++;
    begin(link, frame, nanos, Packet.NONE);
    walk.walk(packet);
    if (walk.caught() != 0) {
      throw new AssertionError("a dissector read beyond its bytes");
    }
    return packet;
  }

  private void begin(LinkType link, byte[] frame, long nanos, int flow) {
    packet.begin(frames, START + nanos, frame.length, 0, link, frame, 0, frame.length, flow);
  }

  /** Reads all fields, tree, columns of the frame walked last. */
  void everything() {
    for (int layer = Packet.FRAME_LAYER; layer < packet.layers(); layer++) {
      for (Field field : FIELDS.of(packet.protocol(layer))) {
        read(field, layer);
      }
    }
    tree.of(packet);
    if (summary.info(packet).isEmpty() || summary.protocol(packet).isEmpty()) {
      throw new AssertionError("a packet without a word");
    }
  }

  private void read(Field field, int layer) {
    values.begin(packet.bytes(layer));
    field.reader().read(packet, layer, values);
    for (int i = 0; i < values.size(); i++) {
      if (!values.view().has(values.offset(i), values.length(i))) {
        throw new AssertionError(field.name() + " lies beyond its bytes");
      }
      FieldText.text(field, values, i);
    }
  }

  /** Walks the frame once more as a window's thread does. */
  void walkAgain(LinkType link, byte[] frame, long nanos) {
    begin(link, frame, nanos, packet.flow());
    again.walk(packet);
    if (again.caught() != 0) {
      throw new AssertionError("a dissector read beyond its bytes when asked again");
    }
  }
}
