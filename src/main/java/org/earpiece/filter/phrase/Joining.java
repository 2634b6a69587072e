package org.earpiece.filter.phrase;

/** The ways in which Wireshark's menus join a filter on a value with the filter there is. */
public enum Joining {
  SELECTED("Selected", "", false),
  NOT_SELECTED("Not selected", "", true),
  AND_SELECTED("… and selected", "&&", false),
  OR_SELECTED("… or selected", "||", false),
  AND_NOT_SELECTED("… and not selected", "&&", true),
  OR_NOT_SELECTED("… or not selected", "||", true);

  private final String title;
  private final String operator;
  private final boolean negated;

  Joining(String title, String operator, boolean negated) {
    this.title = title;
    this.operator = operator;
    this.negated = negated;
  }

  /** As the menu has it. */
  public String title() {
    return title;
  }

  /** The joined filter; where there is none before, the new one alone. */
  public String of(String before, String filter) {
    String mine = negated ? "!(" + filter.strip() + ")" : filter.strip();
    if (operator.isEmpty() || before.isBlank()) {
      return mine;
    }
    return grouped(before.strip()) + " " + operator + " " + grouped(mine);
  }

  private static String grouped(String filter) {
    return Phrases.joins(filter) ? "(" + filter + ")" : filter;
  }
}
