package org.earpiece.filter;

import java.util.List;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** Finds the layers that have a field and reads it there. One thread: it holds the values. */
final class Source {
  /** Before the first layer. */
  static final int START = -2;

  /** Behind the last layer. */
  static final int END = -3;

  private final Field[] fields;
  private final boolean frame;
  private final FieldValues values = new FieldValues();

  Source(List<Field> fields) {
    this.fields = fields.toArray(Field[]::new);
    frame = this.fields[0].protocol() == Protocol.FRAME;
  }

  /** The layer behind {@code layer} whose protocol has the field, or {@link #END}. */
  int next(Packet packet, int layer) {
    if (frame) {
      return layer == START ? Packet.NONE : END;
    }
    for (int i = layer == START ? 0 : layer + 1; i < packet.layers(); i++) {
      if (field(packet.protocol(i)) != null) {
        return i;
      }
    }
    return END;
  }

  private @org.jspecify.annotations.Nullable Field field(Protocol protocol) {
    for (Field field : fields) {
      if (field.protocol() == protocol) {
        return field;
      }
    }
    return null;
  }

  /** The values in a layer that {@link #next} gave; valid until asked again. */
  FieldValues read(Packet packet, int layer) {
    values.begin(packet.bytes(layer));
    Field field = frame ? fields[0] : field(packet.protocol(layer));
    if (field != null) {
      field.reader().read(packet, layer, values);
    }
    return values;
  }
}
