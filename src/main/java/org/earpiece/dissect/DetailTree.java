package org.earpiece.dissect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldRegistry;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/**
 * Takes a packet apart for a person: a node a layer, its fields below it in the order of their
 * bytes. A value hangs below one whose text or bytes it lies in, or below a label of them, and
 * below one of the same bytes whose name its own name continues ({@code ip.flags.df} below {@code
 * ip.flags}). One instance a thread.
 */
public final class DetailTree {
  /** Values of one layer that are shown at most. */
  public static final int MAX_VALUES = 5_000;

  private final FieldRegistry fields;
  private final DissectorTable table;
  private final FieldValues values = new FieldValues();

  public DetailTree(FieldRegistry fields, DissectorTable table) {
    this.fields = fields;
    this.table = table;
  }

  /** The nodes of a packet whose layers were walked: the frame, then each layer. */
  public List<DetailNode> of(Packet packet) {
    List<DetailNode> nodes = new ArrayList<>();
    for (int layer = Packet.FRAME_LAYER; layer < packet.layers(); layer++) {
      nodes.add(layer(packet, layer));
    }
    return nodes;
  }

  private DetailNode layer(Packet packet, int layer) {
    Protocol protocol = packet.protocol(layer);
    Dissector dissector = table.of(protocol);
    int offset = packet.offset(layer);
    return new DetailNode(
        dissector == null ? protocol.title() : dissector.title(packet, layer),
        protocol.filterName(),
        packet.source(layer),
        offset,
        ownEnd(packet, layer) - offset,
        0,
        protocol.filterName(),
        nested(values(packet, layer), packet.source(layer)));
  }

  /** Where the layer's own bytes end: where the next one begins inside it. */
  private static int ownEnd(Packet packet, int layer) {
    boolean last = layer == Packet.FRAME_LAYER || layer + 1 == packet.layers();
    if (last || packet.source(layer) != packet.source(layer + 1)) {
      return packet.end(layer);
    }
    return Math.min(packet.end(layer), packet.offset(layer + 1));
  }

  private List<Value> values(Packet packet, int layer) {
    List<Value> found = new ArrayList<>();
    for (Field field : fields.of(packet.protocol(layer))) {
      if (field.hidden() || field.type() == FieldType.PROTOCOL) {
        continue;
      }
      values.begin(packet.bytes(layer));
      field.reader().read(packet, layer, values);
      for (int i = 0; i < values.size() && found.size() < MAX_VALUES; i++) {
        found.add(new Value(field, values, i));
      }
    }
    if (layer != Packet.FRAME_LAYER) {
      found.sort(Comparator.comparingInt(v -> v.offset));
    }
    return found;
  }

  private static List<DetailNode> nested(List<Value> found, int source) {
    List<DetailNode> roots = new ArrayList<>();
    List<Value> open = new ArrayList<>();
    for (Value value : found) {
      while (!open.isEmpty() && !open.getLast().holds(value)) {
        open.removeLast();
      }
      (open.isEmpty() ? roots : open.getLast().children).add(value.node(source));
      open.add(value);
    }
    return roots;
  }

  /** A value on its way to be a node. */
  private static final class Value {
    final int offset;
    final List<DetailNode> children = new ArrayList<>();
    private final Field field;
    private final int end;
    private final String label;
    private final int frame;
    private final String filter;

    Value(Field field, FieldValues values, int i) {
      this.field = field;
      offset = values.offset(i);
      end = offset + values.length(i);
      label = DetailText.label(field, values, i);
      frame = field.type() == FieldType.FRAME_NUMBER ? (int) values.number(i) : 0;
      filter = DetailText.filter(field, values, i);
    }

    /** Whether another value belongs below this one. */
    boolean holds(Value other) {
      if (other.offset < offset || other.end > end) {
        return false;
      }
      boolean contains =
          switch (field.type()) {
            case STRING, BYTES, LABEL -> true;
            default -> false;
          };
      boolean smaller = other.end - other.offset < end - offset;
      return (contains && smaller) || other.field.name().startsWith(field.name() + ".");
    }

    /** The node; its children may still come. */
    DetailNode node(int source) {
      return new DetailNode(
          label,
          field.name(),
          source,
          offset,
          end - offset,
          frame,
          filter,
          Collections.unmodifiableList(children));
    }
  }
}
