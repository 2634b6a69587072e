package org.earpiece.filter.regex;

import java.util.BitSet;
import java.util.function.IntPredicate;

/** A set of bytes, each a character up to 255. Immutable. */
final class ByteSet {
  /** Bytes there are. */
  static final int ALL = 256;

  static final ByteSet DIGIT = of(b -> b >= '0' && b <= '9');
  static final ByteSet WORD =
      of(b ->
          (b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || b == '_');
  static final ByteSet SPACE = of(b -> b == ' ' || (b >= '\t' && b <= '\r'));
  static final ByteSet HORIZONTAL = of(b -> b == ' ' || b == '\t' || b == 0xA0);
  static final ByteSet VERTICAL = of(b -> (b >= '\n' && b <= '\r') || b == 0x85);
  static final ByteSet NO_LINE_FEED = of(b -> b != '\n');

  private final BitSet bytes;

  private ByteSet(BitSet bytes) {
    this.bytes = bytes;
  }

  static ByteSet of(IntPredicate test) {
    BitSet bytes = new BitSet(ALL);
    for (int b = 0; b < ALL; b++) {
      bytes.set(b, test.test(b));
    }
    return new ByteSet(bytes);
  }

  /** A character in either case. */
  static ByteSet of(char c) {
    return range(c, c);
  }

  /** Characters from one to another, letters of ASCII in either case. */
  static ByteSet range(int first, int last) {
    return of(b -> b >= first && b <= last).inEitherCase();
  }

  boolean has(int b) {
    return bytes.get(b);
  }

  ByteSet and(ByteSet other) {
    return of(b -> has(b) || other.has(b));
  }

  ByteSet not() {
    return of(b -> !has(b));
  }

  ByteSet inEitherCase() {
    return of(b -> has(b) || (letter(b) && has(b ^ 0x20)));
  }

  private static boolean letter(int b) {
    return (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
  }
}
