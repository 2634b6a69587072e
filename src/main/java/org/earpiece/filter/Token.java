package org.earpiece.filter;

/**
 * A piece of a filter's text.
 *
 * @param text the symbol or word as written; of a string or character the bytes it stands for, one
 *     char each
 * @param start its first character in the filter
 * @param end behind its last character
 */
record Token(Kind kind, String text, int start, int end) {
  enum Kind {
    /** A field, a keyword or an unquoted value. */
    WORD,
    /** {@code "text"} or {@code r"text"}. */
    STRING,
    /** {@code 'c'}. */
    CHARACTER,
    /** An operator or a bracket. */
    SYMBOL,
    END
  }

  /** Whether this is a symbol or keyword. */
  boolean is(String symbolOrKeyword) {
    return (kind == Kind.SYMBOL || kind == Kind.WORD) && text.equals(symbolOrKeyword);
  }
}
