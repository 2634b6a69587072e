package org.earpiece.capture.file;

/**
 * The unit of a pcapng interface's times (if_tsresol, if_tsoffset): makes nanoseconds of counted
 * ticks. Times outside of what 64 bits of nanoseconds hold are taken as their limits.
 */
final class Ticks {
  /** Microseconds since 1970, where the interface says nothing. */
  static final Ticks MICROS = new Ticks(6, 0);

  private static final long NANOS = 1_000_000_000L;
  private static final int BINARY = 0x80;

  /** Even all ticks of 64 bits are no nanosecond beyond this power of ten. */
  private static final int MAX_DECIMAL = 28;

  private static final int NANO_DIGITS = 9;
  private static final int MICRO_DIGITS = 6;
  private static final int MICRO_BITS = 20;

  private final int exponent;
  private final boolean binary;
  private final long power;
  private final long offsetNanos;

  /** Ticks of 10 to the power of minus {@code resolution}, or of 2 where its bit 7 is set. */
  Ticks(int resolution, long offsetSeconds) {
    binary = (resolution & BINARY) != 0;
    exponent = resolution & ~BINARY;
    long tens = 1;
    int powers = binary || exponent > MAX_DECIMAL ? 0 : Math.abs(exponent - NANO_DIGITS);
    for (int i = 0; i < powers; i++) {
      tens *= 10;
    }
    power = tens;
    offsetNanos =
        Math.clamp(offsetSeconds, -Long.MAX_VALUE / NANOS, Long.MAX_VALUE / NANOS) * NANOS;
  }

  /** Digits of a second that are worth showing: 6 or 9. */
  int digits() {
    return exponent <= (binary ? MICRO_BITS : MICRO_DIGITS) ? MICRO_DIGITS : NANO_DIGITS;
  }

  /** Nanoseconds since 1970 of an unsigned number of ticks. */
  long nanos(long ticks) {
    long nanos = binary ? ofBinary(ticks) : ofDecimal(ticks);
    return offsetNanos == 0 ? nanos : shifted(nanos);
  }

  private long ofDecimal(long ticks) {
    if (exponent > MAX_DECIMAL) {
      return 0;
    }
    if (exponent > NANO_DIGITS) {
      long nanos = Long.divideUnsigned(ticks, power);
      return nanos < 0 ? Long.MAX_VALUE : nanos;
    }
    boolean fits = ticks >= 0 && Math.multiplyHigh(ticks, power) == 0 && ticks * power >= 0;
    return fits ? ticks * power : Long.MAX_VALUE;
  }

  /** The fraction of a second is taken as a 64-bit fixed-point number. */
  private long ofBinary(long ticks) {
    if (exponent >= Long.SIZE) {
      return Math.unsignedMultiplyHigh(ticks >>> (exponent - Long.SIZE), NANOS);
    }
    long seconds = ticks >>> exponent;
    long fraction = exponent == 0 ? 0 : ticks << (Long.SIZE - exponent);
    if (seconds < 0 || seconds >= Long.MAX_VALUE / NANOS) {
      return Long.MAX_VALUE;
    }
    return seconds * NANOS + Math.unsignedMultiplyHigh(fraction, NANOS);
  }

  private long shifted(long nanos) {
    long sum = nanos + offsetNanos;
    boolean overflowed = ((nanos ^ sum) & (offsetNanos ^ sum)) < 0;
    return overflowed ? Long.MAX_VALUE : Math.max(0, sum);
  }
}
