package org.earpiece.filter.compute;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;

/** Bytes cut out of each value of a field; a range that goes beyond the end has none. */
public final class Slice implements Transform {
  private static final byte[] NOTHING = {};

  private final FieldType type;
  private final Ranges ranges;

  public Slice(FieldType type, Ranges ranges) {
    this.type = type;
    this.ranges = ranges;
  }

  @Override
  public void of(FieldValues values, int i, FieldValues out) {
    String text = values.givenText(i);
    if (text != null) {
      cut(text.getBytes(StandardCharsets.UTF_8), out);
    } else if (type == FieldType.IPV4 && values.length(i) != Integer.BYTES) {
      int address = Addresses.v4(values, i);
      cut(
          new byte[] {
            (byte) (address >> 24), (byte) (address >> 16), (byte) (address >> 8), (byte) address
          },
          out);
    } else if (ranges.list().size() == 1) {
      Ranges.Range range = ranges.list().getFirst();
      int size = values.bytes(i);
      if (inside(range, size)) {
        out.addPart(values, i, range.from(size), range.to(size) - range.from(size));
      } else {
        out.addBytes(NOTHING, 0, 0);
      }
    } else {
      cut(values.view(i).copy(values.start(i), values.bytes(i)), out);
    }
  }

  private static boolean inside(Ranges.Range range, int size) {
    int from = range.from(size);
    return from >= 0 && range.to(size) <= size && from <= range.to(size);
  }

  private void cut(byte[] bytes, FieldValues out) {
    List<Ranges.Range> list = ranges.list();
    java.io.ByteArrayOutputStream parts = new java.io.ByteArrayOutputStream();
    for (Ranges.Range range : list) {
      if (inside(range, bytes.length)) {
        int from = range.from(bytes.length);
        parts.write(bytes, from, range.to(bytes.length) - from);
      }
    }
    out.addBytes(parts.toByteArray(), 0, 0);
  }
}
