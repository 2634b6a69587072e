package org.earpiece.filter;

import java.util.List;

/** A display filter as a tree. */
sealed interface Expr {
  record Not(Expr inner) implements Expr {}

  record And(List<Expr> all) implements Expr {}

  record Or(List<Expr> any) implements Expr {}

  /** An odd number of the parts holds. */
  record Xor(List<Expr> odd) implements Expr {}

  /** Whether a field or protocol is there. */
  record Exists(Operand what) implements Expr {}

  /** {@code left operator right}. */
  record Comparison(Operand left, Operator operator, boolean all, Operand right) implements Expr {}

  /** {@code left in {…}}. */
  record Membership(Operand left, boolean all, List<Range> set) implements Expr {}

  /** An element of a set; {@code last} equals {@code first} where it is a single value. */
  record Range(Operand first, Operand last) {
    boolean single() {
      return first.start() == last.start();
    }

    /** Whether it is the same for every packet. */
    boolean known() {
      return first instanceof Operand.Constant && last instanceof Operand.Constant;
    }
  }

  /** What two values may be asked. */
  enum Operator {
    EQUAL("=="),
    NOT_EQUAL("!="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    CONTAINS("contains"),
    MATCHES("matches");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    String symbol() {
      return symbol;
    }

    /** Whether it asks what comes first. */
    boolean orders() {
      return switch (this) {
        case GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL -> true;
        case EQUAL, NOT_EQUAL, CONTAINS, MATCHES -> false;
      };
    }

    /** The operator that says the same with the sides exchanged. */
    Operator mirrored() {
      return switch (this) {
        case GREATER -> LESS;
        case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
        case LESS -> GREATER;
        case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
        case EQUAL, NOT_EQUAL, CONTAINS, MATCHES -> this;
      };
    }

    /** Whether the outcome of comparing two values is what this asks for. */
    boolean accepts(int comparison) {
      return switch (this) {
        case EQUAL -> comparison == 0;
        case NOT_EQUAL -> comparison != 0;
        case GREATER -> comparison > 0;
        case GREATER_OR_EQUAL -> comparison >= 0;
        case LESS -> comparison < 0;
        case LESS_OR_EQUAL -> comparison <= 0;
        case CONTAINS, MATCHES -> false;
      };
    }
  }
}
