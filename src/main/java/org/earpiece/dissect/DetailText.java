package org.earpiece.dissect;

import org.earpiece.packet.Field;
import org.earpiece.packet.FieldText;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;

/** The words of the detail tree: labels, and filters that find a value again. */
public final class DetailText {
  /** Characters of a value that a label shows. */
  static final int MAX_TEXT = 400;

  /** Bytes of a value that a label shows and a filter compares. */
  static final int MAX_COMPARED = 16;

  private DetailText() {}

  /** The line of a value: {@code 0100 .... = Version: 4}; in brackets what is derived. */
  static String label(Field field, FieldValues values, int i) {
    String line = field.label();
    String text = text(field, values, i);
    if (field.type() != FieldType.LABEL && !isLines(text)) {
      line += ": " + (text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "…" : text);
    }
    if (field.mask() != 0) {
      line = bits(field, values, i) + " = " + line;
    }
    return field.generated() ? "[" + line + "]" : line;
  }

  private static String text(Field field, FieldValues values, int i) {
    if (field.type() == FieldType.BOOLEAN && field.mask() != 0) {
      return values.number(i) != 0 ? "Set" : "Not set";
    }
    int size = values.bytes(i);
    if (field.type() == FieldType.BYTES && size > MAX_COMPARED) {
      String start = FieldText.bytes(values.view(i), values.start(i), MAX_COMPARED);
      return start + "… (" + size + " bytes)";
    }
    return FieldText.text(field, values, i);
  }

  /** Whether a text has several lines: its lines are nodes of their own. */
  private static boolean isLines(String text) {
    return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
  }

  /** The bytes bit by bit, those of other fields as dots. */
  private static String bits(Field field, FieldValues values, int i) {
    int size = values.length(i);
    long number = values.view().unsigned(values.offset(i), size);
    StringBuilder out = new StringBuilder(size * 10);
    for (int bit = 8 * size - 1; bit >= 0; bit--) {
      boolean mine = (field.mask() >>> bit & 1) != 0;
      out.append(mine ? (number >>> bit & 1) != 0 ? '1' : '0' : '.');
      if (bit % 4 == 0 && bit > 0) {
        out.append(' ');
      }
    }
    return out.toString();
  }

  /** A filter that accepts packets with this value. */
  public static String filter(Field field, FieldValues values, int i) {
    String name = field.name();
    return switch (field.type()) {
      case PROTOCOL, LABEL -> name;
      case STRING -> compare(name, values.text(i));
      case BYTES -> bytes(name, values, i);
      case ABSOLUTE_TIME -> name + " == \"" + FieldText.plain(field, values, i) + '"';
      case BOOLEAN, UINT, INT, FRAME_NUMBER, DOUBLE, ETHER, IPV4, IPV6, RELATIVE_TIME ->
          name + " == " + FieldText.plain(field, values, i);
    };
  }

  private static String compare(String name, String text) {
    for (int k = 0; k < text.length(); k++) {
      if (text.charAt(k) < ' ' || text.charAt(k) == '\uFFFD') {
        return name;
      }
    }
    return name + " == \"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String bytes(String name, FieldValues values, int i) {
    int size = Math.min(values.bytes(i), MAX_COMPARED);
    if (size == 0) {
      return name;
    }
    String bytes = FieldText.bytes(values.view(i), values.start(i), size);
    return size == values.bytes(i) ? name + " == " + bytes : name + "[0:" + size + "] == " + bytes;
  }
}
