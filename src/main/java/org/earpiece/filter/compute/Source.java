package org.earpiece.filter.compute;

import java.util.List;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/** Finds the layers that have a field and reads it there. One thread: it holds the values. */
public final class Source {
  /** Before the first layer. */
  public static final int START = -2;

  /** Behind the last layer. */
  public static final int END = -3;

  private final Field[] fields;
  private final Ranges layers;
  private final boolean everywhere;
  private final boolean frame;
  private final FieldValues values = new FieldValues();

  /**
   * A source of fields that share a name.
   *
   * @param layers which of a protocol's layers are read, from 1, outermost first
   */
  public Source(List<Field> fields, Ranges layers) {
    this.fields = fields.toArray(Field[]::new);
    this.layers = layers;
    everywhere = layers.isAll();
    frame = this.fields[0].protocol() == Protocol.FRAME;
  }

  /** The layer behind {@code layer} whose protocol has the field, or {@link #END}. */
  public int next(Packet packet, int layer) {
    if (frame) {
      return layer == START && layers.has(1, 1) ? Packet.FRAME_LAYER : END;
    }
    for (int i = layer == START ? 0 : layer + 1; i < packet.layers(); i++) {
      if (field(packet.protocol(i)) != null && (everywhere || chosen(packet, i))) {
        return i;
      }
    }
    return END;
  }

  private boolean chosen(Packet packet, int layer) {
    Protocol protocol = packet.protocol(layer);
    int number = 0;
    int count = 0;
    for (int i = 0; i < packet.layers(); i++) {
      if (packet.protocol(i) == protocol && !packet.compounded(i)) {
        count++;
        number += i <= layer ? 1 : 0;
      }
    }
    return layers.has(number, count);
  }

  private @Nullable Field field(Protocol protocol) {
    for (Field field : fields) {
      if (field.protocol() == protocol) {
        return field;
      }
    }
    return null;
  }

  /** The values in a layer that {@link #next} gave; valid until asked again. */
  public FieldValues read(Packet packet, int layer) {
    values.begin(packet.bytes(layer));
    Field field = frame ? fields[0] : field(packet.protocol(layer));
    if (field != null) {
      field.reader().read(packet, layer, values);
    }
    return values;
  }

  /** All values of fields in a packet. */
  public static Computation all(List<Field> fields, Ranges layers) {
    Source source = new Source(fields, layers);
    return (packet, out) -> {
      for (int at = source.next(packet, START); at != END; at = source.next(packet, at)) {
        FieldValues values = source.read(packet, at);
        for (int i = 0; i < values.size() && out.size() < Computation.MAX_VALUES; i++) {
          out.addCopy(values, i);
        }
      }
    };
  }
}
