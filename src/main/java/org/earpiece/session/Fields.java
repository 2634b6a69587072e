package org.earpiece.session;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.dissect.Dissectors;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldRegistry;
import org.earpiece.voip.owner.OwnerFields;

/**
 * All that may be asked of a packet: of its bytes, and of the call and the stream it is part of.
 */
public final class Fields {
  public static final FieldRegistry ALL = all();

  private Fields() {}

  private static FieldRegistry all() {
    List<Field> fields = new ArrayList<>(Dissectors.fields());
    fields.addAll(OwnerFields.all());
    return new FieldRegistry(fields);
  }
}
