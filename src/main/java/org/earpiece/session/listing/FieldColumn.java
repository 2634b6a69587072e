package org.earpiece.session.listing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.earpiece.dissect.DetailText;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldRegistry;
import org.earpiece.packet.FieldText;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/** The values of fields in one packet, as a column shows them. One thread. */
public final class FieldColumn {
  /** Values of one cell that are written out; an ellipsis stands for the rest. */
  static final int MAX_VALUES = 20;

  /** Characters of one value that are written out. */
  static final int MAX_TEXT = 400;

  /** Before the first layer, and after the last. */
  private static final int START = -3;

  private static final int END = -2;

  private static final Pattern SEPARATOR = Pattern.compile("\\s*(?:\\|\\||,|\\bor\\b)\\s*");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

  private final List<Field> fields;
  private final FieldValues values = new FieldValues();

  private FieldColumn(List<Field> fields) {
    this.fields = fields;
  }

  /** The names in a column's content: between commas, or Wireshark's {@code or} and {@code ||}. */
  public static List<String> names(String content) {
    return List.of(SEPARATOR.split(content.strip(), -1));
  }

  /** The first name that no field has, or null. */
  public static @Nullable String unknown(String content, FieldRegistry registry) {
    return names(content).stream()
        .filter(name -> registry.named(name).isEmpty())
        .findFirst()
        .orElse(null);
  }

  /** The column of a content; names that no field has give nothing. */
  public static FieldColumn of(String content, FieldRegistry registry) {
    List<Field> fields = new ArrayList<>();
    for (String name : names(content)) {
      fields.addAll(registry.named(name));
    }
    return new FieldColumn(fields);
  }

  static FieldColumn of(List<Field> fields) {
    return new FieldColumn(List.copyOf(fields));
  }

  List<Field> fields() {
    return fields;
  }

  /** The first value of a packet; null where it has none. Valid until the next question. */
  @Nullable Field first(Packet packet) {
    for (Field field : fields) {
      if (read(field, packet)) {
        return field;
      }
    }
    return null;
  }

  /** What {@link #first} found. */
  FieldValues values() {
    return values;
  }

  /** The values of a packet with commas between them; empty where it has none. */
  public String text(Packet packet) {
    List<String> texts = new ArrayList<>();
    each(packet, (field, i) -> texts.add(texts.size() < MAX_VALUES ? text(field, i) : "…"));
    return String.join(", ", texts);
  }

  /** A filter that accepts packets with these values; empty where there are none. */
  public String filter(Packet packet) {
    Set<String> filters = new LinkedHashSet<>();
    each(packet, (field, i) -> filters.add(DetailText.filter(field, values, i)));
    return String.join(" && ", filters);
  }

  @FunctionalInterface
  private interface Visitor {
    void value(Field field, int i);
  }

  /** Visits the first values, and one that is too many. */
  private void each(Packet packet, Visitor visitor) {
    int visited = 0;
    for (Field field : fields) {
      for (int layer = next(field, packet, START);
          layer != END;
          layer = next(field, packet, layer)) {
        field.reader().read(packet, layer, values.begin(packet.bytes(layer)));
        for (int i = 0; i < values.size() && visited <= MAX_VALUES; i++) {
          visitor.value(field, i);
          visited++;
        }
      }
    }
  }

  private String text(Field field, int i) {
    String text = CONTROL.matcher(FieldText.text(field, values, i)).replaceAll(" ");
    return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "…" : text;
  }

  private boolean read(Field field, Packet packet) {
    for (int layer = next(field, packet, START); layer != END; layer = next(field, packet, layer)) {
      field.reader().read(packet, layer, values.begin(packet.bytes(layer)));
      if (values.size() > 0) {
        return true;
      }
    }
    return false;
  }

  /** The layer after this one that may have the field, which the frame itself may be. */
  private static int next(Field field, Packet packet, int after) {
    if (field.protocol() == Protocol.FRAME) {
      return after == START ? Packet.FRAME_LAYER : END;
    }
    int layer = packet.find(field.protocol(), Math.max(0, after + 1));
    return layer == Packet.NONE ? END : layer;
  }
}
