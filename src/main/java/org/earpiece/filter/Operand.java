package org.earpiece.filter;

import java.util.List;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;

/** A side of a comparison. The parser makes the first three, the check replaces them. */
sealed interface Operand {
  /** The first character in the filter's text. */
  int start();

  /** Behind the last character. */
  int end();

  /** An unquoted word: a field, or a value where a value is meant. */
  record Word(String text, int start, int end) implements Operand {}

  /** Quoted text, one char a byte. */
  record Text(String bytes, int start, int end) implements Operand {}

  /** A character constant. */
  record Char(char value, int start, int end) implements Operand {}

  /** A field; several where protocols share the name. All are of one type. */
  record Reading(String name, List<Field> fields, int start, int end) implements Operand {
    Field first() {
      return fields.getFirst();
    }

    FieldType type() {
      return first().type();
    }
  }

  /** A literal that was understood. */
  record Constant(Value value, int start, int end) implements Operand {}
}
