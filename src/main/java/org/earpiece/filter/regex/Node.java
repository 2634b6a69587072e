package org.earpiece.filter.regex;

import java.util.List;

/** A part of a regular expression. */
sealed interface Node {
  /** What may be asked of a place between two bytes. */
  enum Place {
    /** The begin of the text: {@code ^}, {@code \A}. */
    BEGIN,
    /** Its end: {@code \z}. */
    END,
    /** Its end, or before a line feed that ends it: {@code $}, {@code \Z}. */
    LINE_END,
    /** Between a word and what is none: {@code \b}. */
    WORD_EDGE,
    /** Not there: {@code \B}. */
    NO_WORD_EDGE
  }

  /** One byte of a set. */
  record One(ByteSet set) implements Node {}

  /** A place, which takes no byte. */
  record At(Place place) implements Node {}

  /** One part behind the other; nothing where there is none. */
  record Sequence(List<Node> parts) implements Node {}

  /** Any of several. */
  record Choice(List<Node> parts) implements Node {}

  /** A part at least {@code min} times and at most {@code max}; below 0 without end. */
  record Repeat(Node part, int min, int max) implements Node {}
}
