package org.earpiece.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a tree of a filter's text: {@code not} binds tighter than {@code and}, then {@code xor},
 * then {@code or}. Knows no fields. Conditions may be many, since chains are read in a loop;
 * parentheses may be {@value #MAX_DEPTH} deep.
 */
final class FilterParser {
  /** Levels of parentheses, so that hostile text cannot overflow the stack. */
  static final int MAX_DEPTH = 250;

  /** Characters of a filter. */
  static final int MAX_LENGTH = 1_000_000;

  /** Words that are operators and never fields or values. */
  static final Set<String> KEYWORDS =
      Set.of(
          "and",
          "or",
          "xor",
          "not",
          "any",
          "all",
          "in",
          "contains",
          "matches",
          "eq",
          "ne",
          "gt",
          "ge",
          "lt",
          "le",
          "any_eq",
          "all_eq",
          "any_ne",
          "all_ne");

  private final Tokens tokens;
  private final OperandParser operands;
  private int depth;

  private FilterParser(String text) throws FilterException {
    tokens = new Tokens(text);
    operands = new OperandParser(tokens);
  }

  /** Parses a text that is not blank. */
  static Expr parse(String text) throws FilterException {
    if (text.length() > MAX_LENGTH) {
      throw FilterException.at(
          MAX_LENGTH, text.length(), "a filter has " + MAX_LENGTH + " characters at most");
    }
    FilterParser parser = new FilterParser(text);
    Expr expr = parser.or();
    if (parser.tokens.peek().kind() != Token.Kind.END) {
      throw parser.leftOver();
    }
    return expr;
  }

  private Expr or() throws FilterException {
    Expr first = xor();
    if (!tokens.at("or", "||")) {
      return first;
    }
    List<Expr> any = new ArrayList<>(List.of(first));
    while (tokens.takeIf("or", "||") != null) {
      any.add(xor());
    }
    return new Expr.Or(any);
  }

  private Expr xor() throws FilterException {
    Expr first = and();
    if (!tokens.at("xor", "^^")) {
      return first;
    }
    List<Expr> odd = new ArrayList<>(List.of(first));
    while (tokens.takeIf("xor", "^^") != null) {
      odd.add(and());
    }
    return new Expr.Xor(odd);
  }

  private Expr and() throws FilterException {
    Expr first = not();
    if (!tokens.at("and", "&&")) {
      return first;
    }
    List<Expr> all = new ArrayList<>(List.of(first));
    while (tokens.takeIf("and", "&&") != null) {
      all.add(not());
    }
    return new Expr.And(all);
  }

  private Expr not() throws FilterException {
    boolean negated = false;
    while (tokens.takeIf("not", "!") != null) {
      negated = !negated;
    }
    Expr inner = tokens.at("(") ? parentheses() : test();
    return negated ? new Expr.Not(inner) : inner;
  }

  private Expr parentheses() throws FilterException {
    Token open = tokens.take();
    if (++depth > MAX_DEPTH) {
      throw FilterException.at(open, "parentheses are more than " + MAX_DEPTH + " deep");
    }
    if (tokens.at(")")) {
      throw FilterException.at(
          open.start(), tokens.peek().end(), "a condition is missing between the parentheses");
    }
    Expr inner = or();
    if (tokens.takeIf(")") == null) {
      if (tokens.peek().kind() != Token.Kind.END) {
        throw leftOver();
      }
      throw FilterException.at(open, "the ) for this ( is missing");
    }
    depth--;
    Token next = tokens.peek();
    if (operator(next) != null || tokens.at("in", "+", "-", "*", "/", "%", "&")) {
      if (inner instanceof Expr.Exists(Operand.Operation value)) {
        return comparisons(operands.goingOn(value), null);
      }
      throw FilterException.at(
          next, "a field and not a condition in parentheses stands before " + next.text());
    }
    return inner;
  }

  private Expr test() throws FilterException {
    Token quantifier = tokens.takeIf("any", "all");
    return comparisons(
        operands.operand(quantifier == null ? "a condition" : "a field"), quantifier);
  }

  private Expr comparisons(Operand first, @Nullable Token quantifier) throws FilterException {
    Operand left = first;
    if (tokens.at("in")) {
      return membership(left, quantifier);
    }
    if (tokens.at("not")) {
      return negatedMembership(left, quantifier);
    }
    List<Expr> chain = new ArrayList<>();
    Comparing comparing = operator(tokens.peek());
    while (comparing != null) {
      Token operator = tokens.take();
      Operand right = operands.operand("a value after " + tokens.shown(operator));
      boolean all = quantifier == null ? comparing.all : quantifier.is("all");
      chain.add(new Expr.Comparison(left, comparing.operator, all, right));
      left = right;
      comparing = operator(tokens.peek());
    }
    if (tokens.at("=")) {
      throw FilterException.at(tokens.peek(), "= does not compare; write ==");
    }
    if (chain.isEmpty() && quantifier != null) {
      throw FilterException.at(
          quantifier, quantifier.text() + " needs a comparison: any udp.port > 1024");
    }
    return switch (chain.size()) {
      case 0 -> new Expr.Exists(left);
      case 1 -> chain.getFirst();
      default -> new Expr.And(chain);
    };
  }

  private Expr negatedMembership(Operand left, @Nullable Token quantifier) throws FilterException {
    Token not = tokens.take();
    Token next = tokens.peek();
    if (!next.is("in")) {
      throw FilterException.at(
          not,
          "not stands before a condition: not "
              + tokens.text(left)
              + " "
              + tokens.shown(next)
              + " …");
    }
    return new Expr.Not(membership(left, quantifier));
  }

  private Expr membership(Operand left, @Nullable Token quantifier) throws FilterException {
    tokens.take();
    if (tokens.takeIf("{") == null) {
      throw FilterException.at(
          tokens.peek(),
          "a set in braces is missing after in: " + tokens.text(left) + " in {1, 2, 5..9}");
    }
    List<Expr.Range> set = new ArrayList<>();
    do {
      Operand first = operands.operand("a value");
      Operand last =
          tokens.takeIf("..") == null ? first : operands.operand("the upper end of the range");
      set.add(new Expr.Range(first, last));
    } while (tokens.takeIf(",") != null);
    if (tokens.takeIf("}") == null) {
      throw FilterException.at(
          tokens.peek(),
          tokens.peek().kind() == Token.Kind.END
              ? "the } for the set is missing"
              : "the values of a set are parted by commas: {1, 2, 5..9}");
    }
    return new Expr.Membership(left, quantifier != null && quantifier.is("all"), set);
  }

  private FilterException leftOver() {
    Token token = tokens.peek();
    String shown = tokens.shown(token);
    if (token.is(")")) {
      return FilterException.at(token, "there is no ( for this )");
    }
    if (token.is("&") || token.is("|") || token.is("^")) {
      return FilterException.at(token, shown + " does not join conditions; write " + shown + shown);
    }
    for (Token word : List.of(tokens.previous(), token)) {
      String lower = word.text().toLowerCase(Locale.ROOT);
      boolean keyword = word.kind() == Token.Kind.WORD && KEYWORDS.contains(lower);
      if (keyword && !word.is(lower)) {
        return FilterException.at(word, "operators are lower case: " + lower);
      }
    }
    if (token.kind() == Token.Kind.SYMBOL || KEYWORDS.contains(shown)) {
      return FilterException.at(token, shown + " cannot stand here");
    }
    return FilterException.at(
        token, shown + " cannot stand here; conditions are joined by and, or, xor");
  }

  /** What an operator asks, and whether of all values. */
  private record Comparing(Expr.Operator operator, boolean all) {}

  private static @Nullable Comparing operator(Token token) {
    if (token.kind() != Token.Kind.SYMBOL && token.kind() != Token.Kind.WORD) {
      return null;
    }
    return switch (token.text()) {
      case "==", "eq", "any_eq" -> new Comparing(Expr.Operator.EQUAL, false);
      case "===", "all_eq" -> new Comparing(Expr.Operator.EQUAL, true);
      case "!=", "ne", "all_ne" -> new Comparing(Expr.Operator.NOT_EQUAL, true);
      case "!==", "~=", "any_ne" -> new Comparing(Expr.Operator.NOT_EQUAL, false);
      case ">", "gt" -> new Comparing(Expr.Operator.GREATER, false);
      case ">=", "ge" -> new Comparing(Expr.Operator.GREATER_OR_EQUAL, false);
      case "<", "lt" -> new Comparing(Expr.Operator.LESS, false);
      case "<=", "le" -> new Comparing(Expr.Operator.LESS_OR_EQUAL, false);
      case "contains" -> new Comparing(Expr.Operator.CONTAINS, false);
      case "matches", "~" -> new Comparing(Expr.Operator.MATCHES, false);
      default -> null;
    };
  }
}
