package org.earpiece.filter;

import java.util.regex.Pattern;
import org.earpiece.filter.regex.Automaton;
import org.jspecify.annotations.Nullable;

/** A literal as the type of its field wants it. */
sealed interface Value {
  /** A whole number, a boolean, or a time in ns. */
  record Whole(long value) implements Value {}

  /** A number with a fraction. */
  record Real(double value) implements Value {}

  /** Text in UTF-8, or bytes. */
  record Bytes(byte[] value) implements Value {}

  /** An IPv4 address; bits that the mask lacks do not count. */
  record Net4(int address, int mask) implements Value {}

  /** An IPv6 address; bits that the mask lacks do not count. */
  record Net6(long hi, long lo, long maskHi, long maskLo) implements Value {}

  /**
   * A regular expression over characters, or over bytes as characters up to 255.
   *
   * @param automaton over bytes, where it is regular
   */
  record Regex(Pattern pattern, @Nullable Automaton automaton) implements Value {}
}
