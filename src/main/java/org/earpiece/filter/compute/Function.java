package org.earpiece.filter.compute;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldText;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.jspecify.annotations.Nullable;

/** The functions of display filters, under Wireshark's names. */
public enum Function {
  ABS("the number without its sign"),
  COUNT("how often the field occurs"),
  LEN("the bytes of the field"),
  LOWER("the text in lower case"),
  MAX("the greatest of the numbers"),
  MIN("the least of the numbers"),
  STRING("the number or address as text"),
  UPPER("the text in upper case");

  private final String meaning;

  Function(String meaning) {
    this.meaning = meaning;
  }

  /** As it is written in a filter. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it gives, in a few words. */
  public String meaning() {
    return meaning;
  }

  /** Whether it takes more than one argument. */
  public boolean several() {
    return this == MAX || this == MIN;
  }

  /** The function of this name, or null. */
  public static @Nullable Function named(String name) {
    for (Function function : values()) {
      if (function.title().equals(name)) {
        return function;
      }
    }
    return null;
  }

  /** How many values there are; none where there is none. */
  public static Computation count(Computation argument) {
    FieldValues values = new FieldValues();
    return (packet, out) -> {
      argument.compute(packet, values.begin(packet.bytes(Packet.FRAME_LAYER)));
      if (values.size() > 0) {
        out.addNumber(values.size(), 0, 0);
      }
    };
  }

  /** The bytes that a value has: text in UTF-8, a number by its width. */
  public static Transform length(Field field) {
    if (field.type().numeric()) {
      int width = (field.bits() + Byte.SIZE - 1) / Byte.SIZE;
      return (values, i, out) -> out.addNumber(width, 0, 0);
    }
    return (values, i, out) -> {
      String text = values.givenText(i);
      out.addNumber(text == null ? values.bytes(i) : text.getBytes(UTF_8).length, 0, 0);
    };
  }

  /** The letters of a text made small or large. */
  public static Transform letters(boolean large) {
    return (values, i, out) -> {
      String text = values.text(i);
      out.addText(large ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT), 0, 0);
    };
  }

  /** A value as text, without the word for it; numbers are decimal. */
  public static Transform text(Field field) {
    return field.type().numeric()
        ? (values, i, out) -> out.addText(Long.toString(values.number(i)), 0, 0)
        : (values, i, out) -> out.addText(FieldText.plain(field, values, i), 0, 0);
  }

  /** A number without its sign. */
  public static Transform magnitude(FieldType type) {
    return type == FieldType.DOUBLE
        ? (values, i, out) -> out.addDouble(Math.abs(values.real(i)), 0, 0)
        : (values, i, out) -> out.addNumber(Math.abs(values.number(i)), 0, 0);
  }

  /** A number with the other sign. */
  public static Transform negative(FieldType type) {
    return type == FieldType.DOUBLE
        ? (values, i, out) -> out.addDouble(-values.real(i), 0, 0)
        : (values, i, out) -> out.addNumber(-values.number(i), 0, 0);
  }

  /** The one number of all arguments that is above or below the others. */
  public static Computation extreme(List<Computation> arguments, FieldType type, boolean least) {
    FieldValues values = new FieldValues();
    return (packet, out) -> {
      values.begin(packet.bytes(Packet.FRAME_LAYER));
      for (Computation argument : arguments) {
        argument.compute(packet, values);
      }
      int best = 0;
      for (int i = 1; i < values.size(); i++) {
        int order =
            type == FieldType.DOUBLE
                ? Double.compare(values.real(i), values.real(best))
                : Long.compare(values.number(i), values.number(best));
        best = (least ? order < 0 : order > 0) ? i : best;
      }
      if (values.size() > 0) {
        out.addNumber(values.number(best), 0, 0);
      }
    };
  }
}
