package org.earpiece.filter.compute;

import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;

/** Adds the values of an expression in a packet, {@link #MAX_VALUES} at most. One thread. */
@FunctionalInterface
public interface Computation {
  /** Values of one expression in one packet; what arithmetic on repeated fields can multiply. */
  int MAX_VALUES = 1_000;

  void compute(Packet packet, FieldValues out);

  /** A number that is the same in every packet (also the bits of a double, ns). */
  static Computation constant(long number) {
    return (packet, out) -> out.addNumber(number, 0, 0);
  }

  /** Bytes that are the same in every packet. */
  static Computation constant(byte[] bytes) {
    return (packet, out) -> out.addBytes(bytes, 0, 0);
  }

  /** Values that are the same in every packet, and change no more. */
  static Computation constant(FieldValues values) {
    return (packet, out) -> {
      for (int i = 0; i < values.size(); i++) {
        out.addCopy(values, i);
      }
    };
  }
}
