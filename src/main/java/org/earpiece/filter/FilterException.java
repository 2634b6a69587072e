package org.earpiece.filter;

/** Carries an error out of the parser and the check; caught in {@link FilterCompiler} alone. */
final class FilterException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient FilterError error;

  FilterException(FilterError error) {
    super(error.message(), null, false, false);
    this.error = error;
  }

  static FilterException at(Token token, String message) {
    return at(token.start(), token.end(), message);
  }

  static FilterException at(Operand operand, String message) {
    return at(operand.start(), operand.end(), message);
  }

  static FilterException at(int start, int end, String message) {
    return new FilterException(new FilterError(start, end, message));
  }

  FilterError error() {
    return error;
  }
}
