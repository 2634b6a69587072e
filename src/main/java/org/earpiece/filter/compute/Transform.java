package org.earpiece.filter.compute;

import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;

/** Makes a value of one value. One thread. */
@FunctionalInterface
public interface Transform {
  /** Adds what it makes of value {@code i}. */
  void of(FieldValues values, int i, FieldValues out);

  /** Does so with each value of an operand. */
  default Computation each(Computation operand) {
    FieldValues values = new FieldValues();
    return (packet, out) -> {
      values.begin(packet.bytes(Packet.FRAME_LAYER));
      operand.compute(packet, values);
      for (int i = 0; i < values.size() && out.size() < Computation.MAX_VALUES; i++) {
        of(values, i, out);
      }
    };
  }
}
