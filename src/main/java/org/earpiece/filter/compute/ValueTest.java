package org.earpiece.filter.compute;

import org.earpiece.packet.FieldValues;

/** Asks something of one value of a field. */
@FunctionalInterface
public interface ValueTest {
  boolean test(FieldValues values, int index);
}
