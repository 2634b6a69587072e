package org.earpiece.filter.names;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * The names that display filters take for the numbers of a field: Wireshark's. The words that are
 * shown of a number are often shorter, or say more than a name does. Any thread.
 */
public final class ValueNames {
  /** Numbers from 0 whose words are looked through. */
  private static final int MAX_SHOWN = 1 << 16;

  private static final Map<String, Long> TRUTH = new TreeMap<>(Map.of("True", 1L, "False", 0L));

  private ValueNames() {}

  /** What Wireshark takes, by field, read when somebody asks first. */
  private static final class Table {
    static final Map<String, Map<String, Long>> BY_FIELD = read();

    private static Map<String, Map<String, Long>> read() {
      try (InputStream in =
          Objects.requireNonNull(ValueNames.class.getResourceAsStream("value-names.tsv"))) {
        return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Lines with fields in brackets share the lines with numbers and names that follow them. */
    private static Map<String, Map<String, Long>> parse(String[] lines) {
      Map<String, Map<String, Long>> table = new HashMap<>();
      Map<String, Long> names = new LinkedHashMap<>();
      boolean fields = false;
      for (String line : lines) {
        boolean first = line.startsWith("[") && !fields;
        fields = line.startsWith("[");
        names = first ? new LinkedHashMap<>() : names;
        int tab = line.indexOf('\t');
        if (fields) {
          for (String field : line.substring(1, line.length() - 1).split(" ", -1)) {
            table.put(field, names);
          }
        } else if (tab > 0) {
          names.put(line.substring(tab + 1), Long.valueOf(line.substring(0, tab)));
        }
      }
      return table;
    }
  }

  /** All names that filters take of a field, with their numbers. */
  public static Map<String, Long> of(Field field) {
    Map<String, Long> told = Table.BY_FIELD.get(field.name());
    if (told != null) {
      return told;
    }
    return field.type() == FieldType.BOOLEAN ? TRUTH : shown(field);
  }

  /** The number that a filter means by a name, its case ignored; null where it is none. */
  public static @Nullable Long number(Field field, String name) {
    return find(of(field), name);
  }

  /** The number that is shown with a word, its case ignored; null where none is. */
  public static @Nullable Long shown(Field field, String word) {
    return find(shown(field), word);
  }

  private static @Nullable Long find(Map<String, Long> names, String name) {
    return names.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private static Map<String, Long> shown(Field field) {
    LongFunction<@Nullable String> words = field.valueNames();
    Map<String, Long> byWord = new LinkedHashMap<>();
    if (words instanceof Field.Words apart) {
      apart.byNumber().forEach((number, word) -> byWord.putIfAbsent(word, number));
      return byWord;
    }
    long end = Math.min(MAX_SHOWN, field.bits() < Integer.SIZE ? 1L << field.bits() : MAX_SHOWN);
    for (long n = 0; words != null && n < end; n++) {
      String word = words.apply(n);
      if (word != null) {
        byWord.putIfAbsent(word, n);
      }
    }
    return byWord;
  }
}
