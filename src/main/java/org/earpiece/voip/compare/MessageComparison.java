package org.earpiece.voip.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Two SIP messages side by side, the first as it came and the second as it went on, say. Immutable.
 *
 * @param rows start line, headers by name whatever their order, body line by line
 * @param effects what the differences mean, a sentence each without its subject: {@code replaced
 *     the Contact: …}; empty where nothing differs
 */
public record MessageComparison(List<Row> rows, List<String> effects) {
  /** Lines of a body that are compared at most. */
  static final int MAX_BODY_LINES = 1_000;

  /** What part of the messages a row is of. */
  public enum Part {
    START,
    HEADER,
    BODY
  }

  /** How the sides of a row differ. */
  public enum Change {
    SAME(' '),
    CHANGED('≠'),
    ADDED('+'),
    REMOVED('−');

    private final char mark;

    Change(char mark) {
      this.mark = mark;
    }

    /** Tells it without colour. */
    public char mark() {
      return mark;
    }
  }

  /**
   * A line.
   *
   * @param name of a header; else empty
   * @param left empty where only the second has it
   * @param right empty where only the first has it
   */
  public record Row(Part part, String name, Change change, String left, String right) {}

  /** Compares two messages as they were sent. */
  public static MessageComparison of(String first, String second) {
    MessageText left = MessageText.of(first);
    MessageText right = MessageText.of(second);
    List<Row> rows = new ArrayList<>();
    rows.add(row(Part.START, "", new Alignment.Pair(left.start(), right.start())));
    for (String name : names(left, right)) {
      boolean hops = MessageText.listsHops(name);
      Alignment.of(
              left.values(name), right.values(name), (a, b) -> !hops || MessageText.sameHop(a, b))
          .forEach(pair -> rows.add(row(Part.HEADER, name, pair)));
    }
    Alignment.of(lines(left.body()), lines(right.body()), MessageComparison::related)
        .forEach(pair -> rows.add(row(Part.BODY, "", pair)));
    List<String> effects = new ArrayList<>(HeaderEffects.of(left, right));
    effects.addAll(SdpEffects.of(left, right));
    return new MessageComparison(List.copyOf(rows), List.copyOf(effects));
  }

  private static Row row(Part part, String name, Alignment.Pair pair) {
    Change change;
    if (pair.left() == null) {
      change = Change.ADDED;
    } else if (pair.right() == null) {
      change = Change.REMOVED;
    } else {
      change = pair.left().equals(pair.right()) ? Change.SAME : Change.CHANGED;
    }
    return new Row(
        part,
        name,
        change,
        Objects.requireNonNullElse(pair.left(), ""),
        Objects.requireNonNullElse(pair.right(), ""));
  }

  /** In the order of the first; what only the second has stands behind its neighbour there. */
  private static Set<String> names(MessageText left, MessageText right) {
    List<String> names = new ArrayList<>(left.names());
    String before = "";
    for (String name : right.names()) {
      if (names.stream().noneMatch(name::equalsIgnoreCase)) {
        names.add(names.indexOf(before) + 1, name);
      }
      before = name;
    }
    return new LinkedHashSet<>(names);
  }

  private static List<String> lines(String body) {
    List<String> lines = body.lines().limit(MAX_BODY_LINES).toList();
    return lines.stream().allMatch(String::isBlank) ? List.of() : lines;
  }

  /** Whether two lines of SDP say the same thing with another value. */
  private static boolean related(String a, String b) {
    return key(a).equals(key(b));
  }

  /** {@code c=}, {@code m=audio}, {@code a=rtpmap}. */
  private static String key(String line) {
    if (line.startsWith("m=") || line.startsWith("b=")) {
      return line.split("[ :]", 2)[0];
    }
    if (line.startsWith("a=")) {
      String name = line.split(":", 2)[0];
      return Set.of("a=sendrecv", "a=sendonly", "a=recvonly", "a=inactive").contains(name)
          ? "direction"
          : name;
    }
    return line.length() > 1 && line.charAt(1) == '=' ? line.substring(0, 2) : line;
  }
}
