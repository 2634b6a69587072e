package org.earpiece.filter.completion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.earpiece.filter.FilterCompiler;
import org.earpiece.filter.FilterNames;
import org.earpiece.filter.FilterResult;
import org.earpiece.filter.compute.Function;
import org.earpiece.filter.phrase.Phrases;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldRegistry;
import org.earpiece.packet.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * What may be written at a place of a display filter: names of fields and functions, operators that
 * suit the field, its values.
 *
 * @param from first character that a proposal replaces
 * @param to behind the last one
 * @param field the field whose values are proposed, or empty
 */
public record Completion(int from, int to, String field, List<Proposal> proposals) {
  /** Proposals at one place. */
  static final int MOST = 60;

  /** Numbers whose words are looked for, from 0. */
  private static final int NAMED_NUMBERS = 1_024;

  private static final Completion NOTHING = new Completion(0, 0, "", List.of());

  /** The values of a field that the capture is known to have, the most frequent first. */
  @FunctionalInterface
  public interface Seen {
    List<Proposal> of(String field);
  }

  /** What may be written where the caret is. */
  public static Completion at(String filter, int caret, FilterNames names, Seen seen) {
    FieldRegistry fields = names.fields();
    Place place = Place.of(filter, caret);
    return switch (place.kind()) {
      case NAME -> new Completion(place.from(), caret, "", names(place.word(), fields));
      case OPERATOR -> operators(place, caret, fields);
      case VALUE -> values(place, caret, fields, seen);
      case JOIN ->
          FilterCompiler.compile(filter.substring(0, caret), names) instanceof FilterResult.Accepted
              ? new Completion(caret, caret, "", joins())
              : NOTHING;
      case REFERENCE -> new Completion(place.from(), caret, "", references(place.word(), names));
      case NOTHING -> NOTHING;
    };
  }

  private static @Nullable Field field(String name, FieldRegistry fields) {
    List<Field> named = fields.named(name);
    return named.isEmpty() ? null : named.getFirst();
  }

  /** Names that begin so, then those that have it further on; protocols where nothing is yet. */
  private static List<Proposal> names(String prefix, FieldRegistry fields) {
    List<Proposal> found = new ArrayList<>();
    for (Map.Entry<String, List<Field>> e : fields.startingWith(prefix).entrySet()) {
      if (!prefix.isEmpty() || e.getValue().getFirst().type() == FieldType.PROTOCOL) {
        found.add(proposal(e));
      }
    }
    for (Function function : Function.values()) {
      if (!prefix.isEmpty() && function.title().startsWith(prefix)) {
        found.add(new Proposal(function.title() + "(", "function: " + function.meaning()));
      }
    }
    String lower = prefix.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, List<Field>> e : fields.all().entrySet()) {
      boolean further = !e.getKey().startsWith(prefix) && contains(e, lower);
      if (further && found.size() < MOST) {
        found.add(proposal(e));
      }
    }
    boolean done = found.size() == 1 && found.getFirst().text().equals(prefix);
    return done ? List.of() : first(found, prefix.isEmpty() ? found.size() : MOST);
  }

  /** Saved filters whose names begin so, then fields, whose values the selected packet has. */
  private static List<Proposal> references(String prefix, FilterNames names) {
    String lower = prefix.toLowerCase(Locale.ROOT);
    List<Proposal> found = new ArrayList<>();
    new TreeMap<>(names.macros())
        .forEach((name, text) -> {
          if (name.toLowerCase(Locale.ROOT).startsWith(lower)) {
            String end = FilterNames.takesArguments(text) ? ":" : "}";
            found.add(new Proposal(name + end, text));
          }
        });
    for (Map.Entry<String, List<Field>> e : names.fields().startingWith(prefix).entrySet()) {
      Field field = e.getValue().getFirst();
      if (!prefix.isEmpty() && field.type() != FieldType.LABEL && found.size() < MOST) {
        found.add(new Proposal(e.getKey() + "}", "of the selected packet: " + field.label()));
      }
    }
    return List.copyOf(found);
  }

  private static boolean contains(Map.Entry<String, List<Field>> e, String lower) {
    return lower.length() > 1
        && (e.getKey().toLowerCase(Locale.ROOT).contains(lower)
            || e.getValue().getFirst().label().toLowerCase(Locale.ROOT).contains(lower));
  }

  private static Proposal proposal(Map.Entry<String, List<Field>> e) {
    Field field = e.getValue().getFirst();
    return new Proposal(e.getKey(), field.label() + " · " + word(field.type()));
  }

  /** What kind of values a type has, in a word or two. */
  public static String word(FieldType type) {
    return switch (type) {
      case PROTOCOL -> "protocol";
      case LABEL -> "there or not";
      case BOOLEAN -> "true or false";
      case UINT, INT -> "number";
      case DOUBLE -> "number with a fraction";
      case STRING -> "text";
      case BYTES -> "bytes";
      case ETHER -> "Ethernet address";
      case IPV4 -> "IPv4 address";
      case IPV6 -> "IPv6 address";
      case ABSOLUTE_TIME -> "moment";
      case RELATIVE_TIME -> "time span";
      case FRAME_NUMBER -> "frame";
    };
  }

  private static Completion operators(Place place, int caret, FieldRegistry fields) {
    Field field = field(place.field(), fields);
    if (field == null) {
      return NOTHING;
    }
    List<Proposal> found = new ArrayList<>();
    FieldType type = field.type();
    boolean valued = type != FieldType.PROTOCOL && type != FieldType.LABEL;
    if (valued) {
      found.add(new Proposal("== ", "equal"));
      found.add(new Proposal("!= ", "not equal"));
    }
    if ((type.numeric() && type != FieldType.BOOLEAN) || type == FieldType.DOUBLE) {
      found.add(new Proposal("> ", "greater"));
      found.add(new Proposal("< ", "less"));
      found.add(new Proposal(">= ", "greater or equal"));
      found.add(new Proposal("<= ", "less or equal"));
    }
    if (type == FieldType.STRING || type == FieldType.BYTES || type == FieldType.PROTOCOL) {
      found.add(new Proposal("contains ", "has this within"));
      found.add(new Proposal("matches ", "fits a regular expression, letter case apart"));
    }
    if (valued && type != FieldType.BOOLEAN) {
      found.add(new Proposal("in {", "is one of"));
    }
    if (type == FieldType.UINT) {
      found.add(new Proposal("& ", "has bits of"));
    }
    found.addAll(joins());
    return new Completion(caret, caret, "", List.copyOf(found));
  }

  private static List<Proposal> joins() {
    return List.of(
        new Proposal("&& ", "and"), new Proposal("|| ", "or"), new Proposal("&& !", "and not"));
  }

  /** What the capture has, then the words that the field has for numbers. */
  private static Completion values(Place place, int caret, FieldRegistry fields, Seen seen) {
    Field field = field(place.field(), fields);
    if (field == null || field.type() == FieldType.PROTOCOL || field.type() == FieldType.LABEL) {
      return NOTHING;
    }
    Map<String, Proposal> found = new LinkedHashMap<>();
    for (Proposal each : seen.of(field.name())) {
      found.putIfAbsent(each.text(), each);
    }
    if (field.type() == FieldType.BOOLEAN) {
      found.putIfAbsent("True", new Proposal("True", "set"));
      found.putIfAbsent("False", new Proposal("False", "not set"));
    }
    LongFunction<@Nullable String> names = field.valueNames();
    for (int n = 0; names != null && n < NAMED_NUMBERS && found.size() < 2 * MOST; n++) {
      String name = names.apply(n);
      if (name != null) {
        String text = literal(field, n);
        found.putIfAbsent(text, new Proposal(text, name));
      }
    }
    List<Proposal> fitting =
        found.values().stream().filter(each -> fits(each, place.word())).toList();
    boolean done = fitting.size() == 1 && fitting.getFirst().text().equals(place.word());
    return new Completion(
        place.from(), caret, field.name(), done ? List.of() : first(fitting, MOST));
  }

  private static String literal(Field field, long n) {
    return field.display() == Field.Display.HEX ? "0x" + Long.toHexString(n) : Long.toString(n);
  }

  /** Whether a value is one that is being written: by its own text, or by its word. */
  private static boolean fits(Proposal value, String written) {
    String lower = written.replace("\"", "").toLowerCase(Locale.ROOT);
    return value.text().replace("\"", "").toLowerCase(Locale.ROOT).startsWith(lower)
        || (lower.length() > 1 && value.meaning().toLowerCase(Locale.ROOT).contains(lower));
  }

  /**
   * A value as a proposal.
   *
   * @param plain as fields write it, without a word
   * @param text with the word for it
   * @param times how often it was seen
   */
  public static Proposal value(FieldType type, String plain, String text, int times) {
    boolean quotes = type == FieldType.STRING || type == FieldType.ABSOLUTE_TIME;
    String word = text.equals(plain) ? "" : text.replace(" (" + plain + ")", "") + " · ";
    return new Proposal(quotes ? Phrases.quoted(plain) : plain, word + times + " ×");
  }

  private static List<Proposal> first(List<Proposal> found, int most) {
    return List.copyOf(found.subList(0, Math.min(most, found.size())));
  }
}
