package org.earpiece.filter;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.filter.compute.Arithmetic;
import org.earpiece.filter.compute.Ranges;
import org.jspecify.annotations.Nullable;

/**
 * Parses a side of a comparison: {@code &} binds looser than {@code + -}, those looser than {@code
 * * / %}, then signs, then slices and layers. Braces, and parentheses where no condition can stand,
 * group.
 */
final class OperandParser {
  /** Operators and brackets of one operand, so that hostile text cannot overflow the stack. */
  static final int MAX_STEPS = 250;

  /** Characters of a range that an error repeats. */
  private static final int SHOWN = 40;

  private static final String RANGES = "write a range like [2], [0:3], [1-4], [:3], [2:] or [-4:2]";

  private final Tokens tokens;
  private int steps;

  OperandParser(Tokens tokens) {
    this.tokens = tokens;
  }

  /** An operand; {@code what} says what is missing where there is none. */
  Operand operand(String what) throws FilterException {
    steps = 0;
    return bits(null, what);
  }

  /** An operand that begins with another, which stood in parentheses. */
  Operand goingOn(Operand first) throws FilterException {
    steps = 0;
    return bits(first, "");
  }

  private void step(Token at) throws FilterException {
    if (++steps > MAX_STEPS) {
      throw FilterException.at(at, "a value is computed in " + MAX_STEPS + " steps at most");
    }
  }

  private Operand bits(@Nullable Operand first, String what) throws FilterException {
    Operand left = sum(first, what);
    while (tokens.at("&")) {
      Token operator = tokens.take();
      step(operator);
      if (tokens.at("&")) {
        throw FilterException.at(operator, "& does not join conditions; write &&");
      }
      left = new Operand.Operation(Arithmetic.BITS, left, sum(null, "a value after &"));
    }
    return left;
  }

  private Operand sum(@Nullable Operand first, String what) throws FilterException {
    Operand left = product(first, what);
    while (true) {
      Token operator = sign();
      if (operator == null) {
        return left;
      }
      step(operator);
      Arithmetic arithmetic = operator.is("+") ? Arithmetic.ADD : Arithmetic.SUBTRACT;
      left =
          new Operand.Operation(
              arithmetic, left, product(null, "a value after " + operator.text()));
    }
  }

  /** {@code +} or {@code -}, also one that stands before the digits of a word. */
  private @Nullable Token sign() throws FilterException {
    Token token = tokens.peek();
    if (token.kind() == Token.Kind.WORD && token.text().startsWith("-")) {
      return tokens.takeStart(1);
    }
    return tokens.takeIf("+", "-");
  }

  private Operand product(@Nullable Operand first, String what) throws FilterException {
    Operand left = first == null ? signed(what) : first;
    for (Token t = tokens.takeIf("*", "/", "%"); t != null; t = tokens.takeIf("*", "/", "%")) {
      step(t);
      Arithmetic arithmetic =
          switch (t.text()) {
            case "*" -> Arithmetic.MULTIPLY;
            case "/" -> Arithmetic.DIVIDE;
            default -> Arithmetic.REMAINDER;
          };
      left = new Operand.Operation(arithmetic, left, signed("a value after " + t.text()));
    }
    return left;
  }

  private Operand signed(String what) throws FilterException {
    Token sign = tokens.takeIf("+", "-");
    if (sign == null) {
      return part(what);
    }
    step(sign);
    Operand of = signed("a value after " + sign.text());
    return sign.is("+") ? of : new Operand.Negative(of, sign.start());
  }

  private Operand part(String what) throws FilterException {
    Operand of = primary(what);
    while (true) {
      if (tokens.at("[")) {
        step(tokens.peek());
        Token inside = tokens.enclosed(']');
        of = new Operand.Sliced(of, ranges(inside, RANGES), inside.end() + 1);
      } else if (tokens.at("#")) {
        step(tokens.peek());
        of = layers(of);
      } else {
        return of;
      }
    }
  }

  private Operand layers(Operand of) throws FilterException {
    String hint = "write a layer like #1 or #[-1], the last one";
    Token hash = tokens.take();
    if (tokens.at("[")) {
      Token inside = tokens.enclosed(']');
      return new Operand.Layered(of, ranges(inside, hint), inside.end() + 1);
    }
    Token number = tokens.peek();
    if (!number.text().matches("[0-9]+")) {
      throw FilterException.at(hash, "the number of a layer is missing behind #; " + hint);
    }
    tokens.take();
    return new Operand.Layered(of, ranges(number, hint), number.end());
  }

  private static Ranges ranges(Token inside, String hint) throws FilterException {
    Ranges ranges = Ranges.parse(inside.text());
    if (ranges == null) {
      String text = inside.text();
      String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
      throw FilterException.at(inside, shown + " is no range; " + hint);
    }
    return ranges;
  }

  private Operand primary(String what) throws FilterException {
    Token token = tokens.peek();
    switch (token.kind()) {
      case STRING -> {
        tokens.take();
        return new Operand.Text(token.text(), token.start(), token.end());
      }
      case CHARACTER -> {
        tokens.take();
        return new Operand.Char(token.text().charAt(0), token.start(), token.end());
      }
      case WORD -> {
        if (!FilterParser.KEYWORDS.contains(token.text())) {
          tokens.take();
          return tokens.at("(")
              ? call(token)
              : new Operand.Word(token.text(), token.start(), token.end());
        }
      }
      case SYMBOL -> {
        if (token.is("{") || token.is("(")) {
          return group(tokens.take());
        }
        if (token.is("$")) {
          return reference(tokens.take());
        }
      }
      case END -> {}
    }
    if (token.kind() == Token.Kind.END) {
      throw FilterException.at(token, "the filter ends where " + what + " is missing");
    }
    throw FilterException.at(token, what + " is missing before " + tokens.shown(token));
  }

  private Operand reference(Token dollar) throws FilterException {
    if (!tokens.at("{")) {
      throw FilterException.at(
          dollar,
          "$ begins the name of a saved filter or of a field of the selected packet:"
              + " ${name}, ${ip.src}");
    }
    Token inside = tokens.enclosed('}');
    return new Operand.Reference(inside.text().strip(), dollar.start(), inside.end() + 1);
  }

  private Operand group(Token open) throws FilterException {
    step(open);
    Operand inner = bits(null, "a value");
    String close = open.is("{") ? "}" : ")";
    if (tokens.takeIf(close) == null) {
      throw FilterException.at(open, "the " + close + " for this " + open.text() + " is missing");
    }
    return inner;
  }

  private Operand call(Token name) throws FilterException {
    Token open = tokens.take();
    step(open);
    List<Operand> arguments = new ArrayList<>();
    if (!tokens.at(")")) {
      do {
        arguments.add(bits(null, "an argument"));
      } while (tokens.takeIf(",") != null);
    }
    if (tokens.takeIf(")") == null) {
      throw FilterException.at(open, "the ) for this ( is missing");
    }
    return new Operand.Call(
        new Operand.Word(name.text(), name.start(), name.end()),
        arguments,
        tokens.previous().end());
  }
}
