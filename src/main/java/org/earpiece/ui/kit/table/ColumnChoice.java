package org.earpiece.ui.kit.table;

import java.util.List;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldRegistry;
import org.earpiece.settings.PacketColumn;
import org.earpiece.ui.kit.Preferences;

/** Makes columns of the packet list of fields, wherever in the window one is asked for. */
public final class ColumnChoice {
  private ColumnChoice() {}

  /** Adds a column with the values of a field, unless there is one. FX thread. */
  public static void show(String field, FieldRegistry fields, Preferences preferences) {
    List<Field> known = fields.named(field);
    List<PacketColumn> columns = preferences.get().packets().columns();
    boolean there = columns.stream().anyMatch(column -> column.content().equals(field));
    if (!known.isEmpty() && !there) {
      Field first = known.getFirst();
      preferences.update(
          s -> s.with(s.packets().withColumn(first.label(), field, first.type().numeric())));
    }
  }
}
