package org.earpiece.ui.filterbar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.earpiece.filter.compute.Function;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldRegistry;
import org.earpiece.packet.FieldType;

/**
 * What may be written at a place of a display filter.
 *
 * @param from first character that a proposal replaces
 * @param to behind the last one
 */
record Completion(int from, int to, List<Proposal> proposals) {
  private static final int MOST = 60;
  private static final Pattern NAME = Pattern.compile("[A-Za-z][\\w.-]*$");
  private static final Pattern AFTER_NAME = Pattern.compile("([A-Za-z][\\w.-]*)\\s+$");

  /**
   * A text that may stand here, and what it means.
   *
   * @param text what is written
   * @param meaning in a few words
   */
  record Proposal(String text, String meaning) {}

  /** What may be written where the caret is. */
  static Completion at(String filter, int caret, FieldRegistry fields) {
    String before = filter.substring(0, caret);
    if (inString(before)) {
      return new Completion(caret, caret, List.of());
    }
    Matcher name = NAME.matcher(before);
    if (name.find()) {
      return new Completion(name.start(), caret, names(name.group(), fields));
    }
    Matcher after = AFTER_NAME.matcher(before);
    if (after.find() && !fields.named(after.group(1)).isEmpty()) {
      FieldType type = fields.named(after.group(1)).getFirst().type();
      return new Completion(caret, caret, operators(type));
    }
    return new Completion(caret, caret, List.of());
  }

  private static boolean inString(String before) {
    boolean open = false;
    for (int i = 0; i < before.length(); i++) {
      if (before.charAt(i) == '\\') {
        i++;
      } else if (before.charAt(i) == '"') {
        open = !open;
      }
    }
    return open;
  }

  /** Names that begin so, then those that have it further on. */
  private static List<Proposal> names(String prefix, FieldRegistry fields) {
    List<Proposal> found = new ArrayList<>();
    for (Map.Entry<String, List<Field>> e : fields.startingWith(prefix).entrySet()) {
      add(found, e);
    }
    for (Function function : Function.values()) {
      if (function.title().startsWith(prefix)) {
        found.add(new Proposal(function.title() + "(", "function: " + function.meaning()));
      }
    }
    String lower = prefix.toLowerCase(java.util.Locale.ROOT);
    for (Map.Entry<String, List<Field>> e : fields.all().entrySet()) {
      boolean further = !e.getKey().startsWith(prefix) && contains(e, lower);
      if (further && found.size() < MOST) {
        add(found, e);
      }
    }
    boolean done = found.size() == 1 && found.getFirst().text().equals(prefix);
    return done ? List.of() : List.copyOf(found.subList(0, Math.min(MOST, found.size())));
  }

  private static boolean contains(Map.Entry<String, List<Field>> e, String lower) {
    return lower.length() > 1
        && (e.getKey().toLowerCase(java.util.Locale.ROOT).contains(lower)
            || e.getValue().getFirst().label().toLowerCase(java.util.Locale.ROOT).contains(lower));
  }

  private static void add(List<Proposal> found, Map.Entry<String, List<Field>> e) {
    Field field = e.getValue().getFirst();
    found.add(new Proposal(e.getKey(), field.label()));
  }

  private static List<Proposal> operators(FieldType type) {
    List<Proposal> found = new ArrayList<>();
    if (type != FieldType.PROTOCOL) {
      found.add(new Proposal("== ", "equal"));
      found.add(new Proposal("!= ", "not equal"));
    }
    if (type.numeric() || type == FieldType.DOUBLE) {
      found.add(new Proposal("> ", "greater"));
      found.add(new Proposal("< ", "less"));
      found.add(new Proposal(">= ", "greater or equal"));
      found.add(new Proposal("<= ", "less or equal"));
    }
    if (type == FieldType.STRING || type == FieldType.BYTES) {
      found.add(new Proposal("contains ", "has this within"));
      found.add(new Proposal("matches ", "fits a regular expression, letter case apart"));
    }
    if (type != FieldType.PROTOCOL) {
      found.add(new Proposal("in {", "is one of"));
    }
    found.add(new Proposal("&& ", "and"));
    found.add(new Proposal("|| ", "or"));
    return List.copyOf(found);
  }
}
