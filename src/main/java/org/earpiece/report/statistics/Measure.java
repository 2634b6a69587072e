package org.earpiece.report.statistics;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldRegistry;
import org.earpiece.packet.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of the packets in each interval of a graph.
 *
 * @param fields whose values are counted; empty where it is the packets
 */
public record Measure(Kind kind, String text, List<Field> fields) {
  /** What is made of what an interval has. */
  public enum Kind {
    PACKETS("Packets"),
    BYTES("Bytes"),
    BITS("Bit/s"),
    SUM("Sum of "),
    AVG("Average of "),
    MIN("Least "),
    MAX("Greatest ");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    boolean ofField() {
      return ordinal() >= SUM.ordinal();
    }
  }

  public static final Measure PACKETS = new Measure(Kind.PACKETS, "packets", List.of());
  private static final Pattern OF_FIELD = Pattern.compile("(sum|avg|min|max)\\(\\s*(\\S+?)\\s*\\)");

  /**
   * Reads {@code packets}, {@code bytes}, {@code bits} or {@code avg(rtp.seq)}; null where it is
   * none of them, or the field is not there or has no numbers.
   */
  public static @Nullable Measure parse(String text, FieldRegistry registry) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    for (Kind kind : Kind.values()) {
      if (!kind.ofField() && kind.name().toLowerCase(Locale.ROOT).equals(plain)) {
        return new Measure(kind, plain, List.of());
      }
    }
    Matcher ofField = OF_FIELD.matcher(text.strip());
    if (!ofField.matches()) {
      return null;
    }
    List<Field> fields = registry.named(ofField.group(2));
    boolean numbers =
        !fields.isEmpty()
            && (fields.getFirst().type().numeric() || fields.getFirst().type() == FieldType.DOUBLE);
    Kind kind = Kind.valueOf(ofField.group(1).toUpperCase(Locale.ROOT));
    return numbers ? new Measure(kind, text.strip(), fields) : null;
  }

  /** What the vertical axis tells. */
  public String title() {
    return kind.ofField() ? kind.title + fields.getFirst().name() : kind.title;
  }
}
