package org.earpiece.filter;

import org.earpiece.packet.FieldValues;

/** Asks something of one value of a field. */
@FunctionalInterface
interface ValueTest {
  boolean test(FieldValues values, int index);
}
