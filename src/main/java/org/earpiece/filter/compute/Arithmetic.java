package org.earpiece.filter.compute;

import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;

/**
 * What an operator makes of two operands: of every pair of their values. Division by zero makes
 * nothing.
 */
public enum Arithmetic {
  ADD("+"),
  SUBTRACT("-"),
  MULTIPLY("*"),
  DIVIDE("/"),
  REMAINDER("%"),
  BITS("&");

  private final String symbol;

  Arithmetic(String symbol) {
    this.symbol = symbol;
  }

  public String symbol() {
    return symbol;
  }

  @FunctionalInterface
  private interface Pair {
    void of(FieldValues x, int i, FieldValues y, int j, FieldValues out);
  }

  /** With whole numbers and time spans. */
  public Computation ofWhole(Computation left, Computation right) {
    return pairs(
        left,
        right,
        (x, i, y, j, out) -> {
          long b = y.number(j);
          if (b != 0 || (this != DIVIDE && this != REMAINDER)) {
            out.addNumber(whole(x.number(i), b), 0, 0);
          }
        });
  }

  private long whole(long a, long b) {
    return switch (this) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case REMAINDER -> a % b;
      case BITS -> a & b;
    };
  }

  /** With numbers that have a fraction; they have no single bits. */
  public Computation ofReal(Computation left, Computation right) {
    return pairs(
        left,
        right,
        (x, i, y, j, out) -> {
          double result = real(x.real(i), y.real(j));
          if (Double.isFinite(result)) {
            out.addDouble(result, 0, 0);
          }
        });
  }

  private double real(double a, double b) {
    return switch (this) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case REMAINDER -> a % b;
      case BITS -> Double.NaN;
    };
  }

  /** The bits that both have, of bytes: as many as the shorter one. */
  public static Computation bitsOfBytes(Computation left, Computation right) {
    return pairs(
        left,
        right,
        (x, i, y, j, out) -> {
          byte[] both = new byte[Math.min(x.bytes(i), y.bytes(j))];
          for (int at = 0; at < both.length; at++) {
            both[at] = (byte) (x.view(i).u8(x.start(i) + at) & y.view(j).u8(y.start(j) + at));
          }
          out.addBytes(both, 0, 0);
        });
  }

  /** The bits that both have, of IPv4 addresses. */
  public static Computation bitsOfAddresses(Computation left, Computation right) {
    return pairs(
        left,
        right,
        (x, i, y, j, out) -> out.addNumber(Addresses.v4(x, i) & Addresses.v4(y, j), 0, 0));
  }

  private static Computation pairs(Computation left, Computation right, Pair pair) {
    FieldValues x = new FieldValues();
    FieldValues y = new FieldValues();
    return (packet, out) -> {
      read(left, packet, x);
      read(right, packet, y);
      for (int i = 0; i < x.size(); i++) {
        for (int j = 0; j < y.size() && out.size() < Computation.MAX_VALUES; j++) {
          pair.of(x, i, y, j, out);
        }
      }
    };
  }

  private static void read(Computation operand, Packet packet, FieldValues into) {
    into.begin(packet.bytes(Packet.FRAME_LAYER));
    operand.compute(packet, into);
  }
}
