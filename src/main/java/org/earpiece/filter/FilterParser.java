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

  private final String text;
  private final FilterLexer lexer;
  private Token token;
  private Token previous;
  private int depth;

  private FilterParser(String text) throws FilterException {
    this.text = text;
    lexer = new FilterLexer(text);
    token = lexer.next();
    previous = token;
  }

  /** Parses a text that is not blank. */
  static Expr parse(String text) throws FilterException {
    if (text.length() > MAX_LENGTH) {
      throw FilterException.at(
          MAX_LENGTH, text.length(), "a filter has " + MAX_LENGTH + " characters at most");
    }
    FilterParser parser = new FilterParser(text);
    Expr expr = parser.or();
    if (parser.token.kind() != Token.Kind.END) {
      throw parser.leftOver();
    }
    return expr;
  }

  private Token take() throws FilterException {
    previous = token;
    token = lexer.next();
    return previous;
  }

  private @Nullable Token takeIf(String... symbols) throws FilterException {
    for (String symbol : symbols) {
      if (token.is(symbol)) {
        return take();
      }
    }
    return null;
  }

  private String shown(Token t) {
    return t.kind() == Token.Kind.END ? "the end" : text.substring(t.start(), t.end());
  }

  private Expr or() throws FilterException {
    Expr first = xor();
    if (!token.is("or") && !token.is("||")) {
      return first;
    }
    List<Expr> any = new ArrayList<>(List.of(first));
    while (takeIf("or", "||") != null) {
      any.add(xor());
    }
    return new Expr.Or(any);
  }

  private Expr xor() throws FilterException {
    Expr first = and();
    if (!token.is("xor") && !token.is("^^")) {
      return first;
    }
    List<Expr> odd = new ArrayList<>(List.of(first));
    while (takeIf("xor", "^^") != null) {
      odd.add(and());
    }
    return new Expr.Xor(odd);
  }

  private Expr and() throws FilterException {
    Expr first = not();
    if (!token.is("and") && !token.is("&&")) {
      return first;
    }
    List<Expr> all = new ArrayList<>(List.of(first));
    while (takeIf("and", "&&") != null) {
      all.add(not());
    }
    return new Expr.And(all);
  }

  private Expr not() throws FilterException {
    boolean negated = false;
    while (takeIf("not", "!") != null) {
      negated = !negated;
    }
    Expr inner = token.is("(") ? parentheses() : test();
    return negated ? new Expr.Not(inner) : inner;
  }

  private Expr parentheses() throws FilterException {
    Token open = take();
    if (++depth > MAX_DEPTH) {
      throw FilterException.at(open, "parentheses are more than " + MAX_DEPTH + " deep");
    }
    if (token.is(")")) {
      throw FilterException.at(
          open.start(), token.end(), "a condition is missing between the parentheses");
    }
    Expr inner = or();
    if (takeIf(")") == null) {
      if (token.kind() != Token.Kind.END) {
        throw leftOver();
      }
      throw FilterException.at(open, "the ) for this ( is missing");
    }
    depth--;
    if (operator(token) != null || token.is("in")) {
      throw FilterException.at(
          token, "a field and not a condition in parentheses stands before " + token.text());
    }
    return inner;
  }

  private Expr test() throws FilterException {
    Token quantifier = takeIf("any", "all");
    Operand left = operand(quantifier == null ? "a condition" : "a field");
    if (token.is("in")) {
      return membership(left, quantifier);
    }
    if (token.is("not")) {
      return negatedMembership(left, quantifier);
    }
    List<Expr> chain = new ArrayList<>();
    for (Comparing comparing = operator(token); comparing != null; comparing = operator(token)) {
      Token operator = take();
      Operand right = operand("a value after " + shown(operator));
      boolean all = quantifier == null ? comparing.all : quantifier.is("all");
      chain.add(new Expr.Comparison(left, comparing.operator, all, right));
      left = right;
    }
    if (token.is("=")) {
      throw FilterException.at(token, "= does not compare; write ==");
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
    Token not = take();
    if (!token.is("in")) {
      throw FilterException.at(
          not, "not stands before a condition: not " + text(left) + " " + shown(token) + " …");
    }
    return new Expr.Not(membership(left, quantifier));
  }

  private String text(Operand operand) {
    return text.substring(operand.start(), operand.end());
  }

  private Expr membership(Operand left, @Nullable Token quantifier) throws FilterException {
    take();
    if (takeIf("{") == null) {
      throw FilterException.at(
          token, "a set in braces is missing after in: " + text(left) + " in {1, 2, 5..9}");
    }
    List<Expr.Range> set = new ArrayList<>();
    do {
      Operand first = operand("a value");
      Operand last = takeIf("..") == null ? first : operand("the upper end of the range");
      set.add(new Expr.Range(first, last));
    } while (takeIf(",") != null);
    if (takeIf("}") == null) {
      throw FilterException.at(
          token,
          token.kind() == Token.Kind.END
              ? "the } for the set is missing"
              : "the values of a set are parted by commas: {1, 2, 5..9}");
    }
    return new Expr.Membership(left, quantifier != null && quantifier.is("all"), set);
  }

  /** A word, text or character; {@code what} says what is missing where there is none. */
  private Operand operand(String what) throws FilterException {
    switch (token.kind()) {
      case STRING -> {
        Token t = take();
        return new Operand.Text(t.text(), t.start(), t.end());
      }
      case CHARACTER -> {
        Token t = take();
        return new Operand.Char(t.text().charAt(0), t.start(), t.end());
      }
      case WORD -> {
        if (!KEYWORDS.contains(token.text())) {
          Token t = take();
          return new Operand.Word(t.text(), t.start(), t.end());
        }
      }
      case SYMBOL, END -> {}
    }
    if (token.kind() == Token.Kind.END) {
      throw FilterException.at(token, "the filter ends where " + what + " is missing");
    }
    throw FilterException.at(token, what + " is missing before " + shown(token));
  }

  private FilterException leftOver() {
    String shown = shown(token);
    if (token.is(")")) {
      return FilterException.at(token, "there is no ( for this )");
    }
    if (token.is("&") || token.is("|") || token.is("^")) {
      return FilterException.at(token, shown + " does not join conditions; write " + shown + shown);
    }
    for (Token word : List.of(previous, token)) {
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
