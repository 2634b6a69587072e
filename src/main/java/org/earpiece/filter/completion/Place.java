package org.earpiece.filter.completion;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is being written at a place of a filter.
 *
 * @param kind what may stand there
 * @param field the field whose operator or value it is, or empty
 * @param from where the word begins that is being written
 * @param word as far as it is written
 */
record Place(Kind kind, String field, int from, String word) {
  enum Kind {
    /** The name of a field or a function. */
    NAME,
    /** An operator that suits the field. */
    OPERATOR,
    /** A value of the field. */
    VALUE,
    /** A saved filter, or a field whose value the selected packet has. */
    REFERENCE,
    /** What joins a filter that is complete with another. */
    JOIN,
    NOTHING
  }

  /** Characters before the caret that are looked at: what is further back changes nothing. */
  private static final int LOOK_BACK = 2_000;

  private static final String FIELD = "([A-Za-z][\\w.-]*)(?:#\\[?[\\d:,-]+\\]?)?";
  private static final String OPERATORS =
      "===|!==|==|!=|~=|>=|<=|>|<|~|(?:\\s(?:eq|ne|gt|ge|lt|le|any_eq|all_eq|any_ne|all_ne"
          + "|contains|matches)(?=[\\s\"]))";
  private static final String WRITTEN = "(\"(?:[^\"\\\\]|\\\\.)*+|[^\\s\"'(){},&|!=<>~]*+)";
  private static final Pattern VALUE =
      Pattern.compile(FIELD + "\\s*(?:" + OPERATORS + ")\\s*" + WRITTEN + "$");
  private static final Pattern MEMBER =
      Pattern.compile(FIELD + "\\s+(?:not\\s+)?in\\s*\\{(?:[^{}]*[,\\s])?" + WRITTEN + "$");
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^{}:;\"]*)$");
  private static final Pattern NAME = Pattern.compile("(?:^|[\\s(&|!^{,+*/%-])([A-Za-z][\\w.-]*)$");
  private static final Pattern OPERATOR = Pattern.compile("(?:^|[\\s(&|!^])" + FIELD + "\\s+$");
  private static final Pattern BEGIN = Pattern.compile("(?:^|&&|\\|\\||\\^\\^|!|\\()\\s*$");

  /** What is being written before the caret. */
  static Place of(String filter, int caret) {
    int start = Math.max(0, caret - LOOK_BACK);
    String before = filter.substring(start, caret);
    Matcher reference = REFERENCE.matcher(before);
    if (reference.find() && !insideText(before)) {
      return new Place(Kind.REFERENCE, "", start + reference.start(1), reference.group(1));
    }
    for (Pattern pattern : new Pattern[] {MEMBER, VALUE}) {
      Matcher value = pattern.matcher(before);
      if (value.find() && !insideText(before.substring(0, value.start(2)))) {
        return new Place(Kind.VALUE, value.group(1), start + value.start(2), value.group(2));
      }
    }
    if (insideText(before)) {
      return new Place(Kind.NOTHING, "", caret, "");
    }
    Matcher name = NAME.matcher(before);
    if (name.find()) {
      return new Place(Kind.NAME, "", start + name.start(1), name.group(1));
    }
    Matcher operator = OPERATOR.matcher(before);
    if (operator.find()) {
      return new Place(Kind.OPERATOR, operator.group(1), caret, "");
    }
    if (BEGIN.matcher(before).find()) {
      return new Place(Kind.NAME, "", caret, "");
    }
    boolean apart = before.endsWith(" ") || before.endsWith(")") || before.endsWith("}");
    return new Place(apart ? Kind.JOIN : Kind.NOTHING, "", caret, "");
  }

  private static boolean insideText(String before) {
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
}
