package org.earpiece.dissect;

import org.earpiece.packet.Field;
import org.earpiece.packet.FieldRegistry;
import org.earpiece.packet.FieldText;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;

/** What the tests of this room share. */
final class Tables {
  static final DissectorTable TABLE = new DissectorTable(Dissectors.ALL);
  static final FieldRegistry FIELDS = new FieldRegistry(Dissectors.fields());

  private Tables() {}

  /** Reads all fields of all layers, and writes each value as text. */
  static int readEverything(Packet packet, FieldValues values) {
    int count = 0;
    for (int layer = Packet.FRAME_LAYER; layer < packet.layers(); layer++) {
      for (Field field : FIELDS.of(packet.protocol(layer))) {
        values.begin(packet.bytes(layer));
        field.reader().read(packet, layer, values);
        for (int i = 0; i < values.size(); i++) {
          count += FieldText.text(field, values, i).isEmpty() ? 0 : 1;
        }
      }
    }
    return count;
  }
}
