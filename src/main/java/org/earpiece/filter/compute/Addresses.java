package org.earpiece.filter.compute;

import org.earpiece.packet.FieldValues;

/** IPv4 addresses as numbers. */
public final class Addresses {
  private Addresses() {}

  /** An IPv4 address where it stands in the frame, or the number given. */
  public static int v4(FieldValues values, int i) {
    return values.length(i) == Integer.BYTES
        ? values.view(i).i32(values.start(i))
        : (int) values.number(i);
  }
}
