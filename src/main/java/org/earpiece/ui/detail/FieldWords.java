package org.earpiece.ui.detail;

import java.util.List;
import org.earpiece.dissect.DetailNode;
import org.earpiece.filter.completion.Completion;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldRegistry;

/** What a person is told of a field beside its value. */
final class FieldWords {
  private FieldWords() {}

  /** Its name, what it is, its type: {@code sip.Method · Method · text}. */
  static String of(String name, FieldRegistry fields) {
    List<Field> named = fields.named(name);
    if (named.isEmpty()) {
      return name;
    }
    Field field = named.getFirst();
    return name + " · " + field.label() + " · " + Completion.word(field.type());
  }

  /** Where it stands: {@code 6 bytes at 42}; empty where it does not stand in the bytes. */
  static String place(DetailNode node) {
    int length = node.length();
    return length == 0 ? "" : length + (length == 1 ? " byte" : " bytes") + " at " + node.offset();
  }

  /** Both of a node. */
  static String line(DetailNode node, FieldRegistry fields) {
    String where = place(node);
    return of(node.field(), fields) + (where.isEmpty() ? "" : " · " + where);
  }

  /** The value of a node as its label has it, without the name of the field and without bits. */
  static String value(DetailNode node) {
    String label = node.label();
    boolean derived = label.startsWith("[") && label.endsWith("]");
    String plain = derived ? label.substring(1, label.length() - 1) : label;
    int colon = plain.indexOf(": ");
    return colon < 0 ? plain : plain.substring(colon + 2);
  }
}
