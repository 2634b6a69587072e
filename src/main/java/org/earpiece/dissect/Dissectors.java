package org.earpiece.dissect;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.packet.Field;

/** The one list of protocols. A new one is a line here. */
public final class Dissectors {
  private Dissectors() {}

  /** All dissectors, in the order of their fields in documentation. */
  public static final List<Dissector> ALL = List.of();

  /** The fields of all of them. */
  public static List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    for (Dissector dissector : ALL) {
      fields.addAll(dissector.fields());
    }
    return fields;
  }
}
