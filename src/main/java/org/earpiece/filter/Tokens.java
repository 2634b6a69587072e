package org.earpiece.filter;

import org.jspecify.annotations.Nullable;

/** The tokens of a filter's text with one of them looked at. */
final class Tokens {
  private final String text;
  private final FilterLexer lexer;
  private Token token;
  private Token previous;

  Tokens(String text) throws FilterException {
    this.text = text;
    lexer = new FilterLexer(text);
    token = lexer.next();
    previous = token;
  }

  /** The token that is next. */
  Token peek() {
    return token;
  }

  /** The token taken last. */
  Token previous() {
    return previous;
  }

  /** Whether the next token is one of these. */
  boolean at(String... symbols) {
    for (String symbol : symbols) {
      if (token.is(symbol)) {
        return true;
      }
    }
    return false;
  }

  Token take() throws FilterException {
    previous = token;
    token = lexer.next();
    return previous;
  }

  @Nullable Token takeIf(String... symbols) throws FilterException {
    return at(symbols) ? take() : null;
  }

  /** Takes the bracket that is the next token, the one that closes it and the text between them. */
  Token enclosed(char close) throws FilterException {
    Token open = token;
    Token inside = lexer.until(close);
    if (inside == null) {
      throw FilterException.at(open, "the " + close + " for this " + open.text() + " is missing");
    }
    take();
    return inside;
  }

  /** Takes the first characters of the next token, which is a word: what is left is next. */
  Token takeStart(int length) {
    previous =
        new Token(
            Token.Kind.SYMBOL,
            token.text().substring(0, length),
            token.start(),
            token.start() + length);
    token = new Token(token.kind(), token.text().substring(length), previous.end(), token.end());
    return previous;
  }

  String shown(Token t) {
    return t.kind() == Token.Kind.END ? "the end" : text.substring(t.start(), t.end());
  }

  String text(Operand operand) {
    return text.substring(operand.start(), operand.end());
  }
}
