package org.earpiece.filter;

import java.util.function.LongPredicate;
import org.earpiece.bytes.ByteView;
import org.earpiece.filter.compute.Addresses;
import org.earpiece.filter.compute.Condition;
import org.earpiece.filter.compute.Source;
import org.earpiece.filter.compute.ValueTest;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Protocol;

/** Conditions on fields: they visit the layers that have the field and ask each of its values. */
final class Conditions {
  private Conditions() {}

  /** Whether a field is one number a layer, which can be read without {@link FieldValues}. */
  static boolean fast(Operand.Reading reading) {
    Field field = reading.first();
    return reading.fields().size() == 1
        && reading.layers().isAll()
        && field.number() != null
        && field.type() != FieldType.DOUBLE
        && field.protocol() != Protocol.FRAME;
  }

  /** Whether a field is there, or a computed value is not zero. */
  static Condition exists(Operand operand) {
    Operand.Reading reading = Operand.reading(operand);
    if (operand instanceof Operand.Computed computed) {
      return values(reading, alone(computed), false);
    }
    if (reading.name().equals(reading.first().protocol().filterName())) {
      Source source = new Source(reading.fields(), reading.layers());
      return p -> source.next(p, Source.START) != Source.END;
    }
    if (fast(reading)) {
      return number(reading, n -> true, false);
    }
    return values(reading, (v, i) -> true, false);
  }

  private static ValueTest alone(Operand.Computed computed) {
    if (computed.alone() == Operand.Computed.Alone.NOT_EMPTY) {
      return (v, i) -> v.bytes(i) > 0;
    }
    return computed.type() == FieldType.BYTES ? Conditions::anyBit : (v, i) -> v.number(i) != 0;
  }

  private static boolean anyBit(FieldValues values, int i) {
    ByteView view = values.view(i);
    int start = values.start(i);
    for (int at = 0; at < values.bytes(i); at++) {
      if (view.u8(start + at) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether any value passes, or with {@code all} every one of at least one. */
  static Condition number(Operand.Reading reading, LongPredicate test, boolean all) {
    Protocol protocol = reading.first().protocol();
    Field.NumberReader reader = reading.first().number();
    if (reader == null) {
      throw new IllegalArgumentException(reading.name());
    }
    return p -> {
      boolean seen = false;
      for (int layer = p.find(protocol); layer >= 0; layer = p.find(protocol, layer + 1)) {
        long n = reader.read(p, layer);
        if (n != Field.ABSENT) {
          seen = true;
          if (test.test(n) != all) {
            return !all;
          }
        }
      }
      return all && seen;
    };
  }

  /** Whether any value passes, or with {@code all} every one of at least one. */
  static Condition values(Operand.Reading reading, ValueTest test, boolean all) {
    Source source = new Source(reading.fields(), reading.layers());
    return p -> {
      boolean seen = false;
      for (int at = source.next(p, Source.START); at != Source.END; at = source.next(p, at)) {
        FieldValues values = source.read(p, at);
        for (int i = 0; i < values.size(); i++) {
          seen = true;
          if (test.test(values, i) != all) {
            return !all;
          }
        }
      }
      return all && seen;
    };
  }

  /** A comparison of two fields: any pair of values, or with {@code all} every pair. */
  static Condition pair(
      Operand.Reading left, Expr.Operator operator, boolean all, Operand.Reading right) {
    Source a = new Source(left.fields(), left.layers());
    Source b = new Source(right.fields(), right.layers());
    boolean signed = ValueTests.signed(right.type());
    PairTest test = pairTest(signed ? right.type() : left.type(), operator);
    return p -> {
      boolean seen = false;
      for (int at = a.next(p, Source.START); at != Source.END; at = a.next(p, at)) {
        FieldValues x = a.read(p, at);
        for (int to = b.next(p, Source.START); to != Source.END; to = b.next(p, to)) {
          FieldValues y = b.read(p, to);
          seen |= x.size() > 0 && y.size() > 0;
          if (anyPair(x, y, test, !all)) {
            return !all;
          }
        }
      }
      return all && seen;
    };
  }

  /** Whether any pair has the outcome. */
  private static boolean anyPair(FieldValues x, FieldValues y, PairTest test, boolean outcome) {
    for (int i = 0; i < x.size(); i++) {
      for (int j = 0; j < y.size(); j++) {
        if (test.test(x, i, y, j) == outcome) {
          return true;
        }
      }
    }
    return false;
  }

  @FunctionalInterface
  private interface PairTest {
    boolean test(FieldValues x, int i, FieldValues y, int j);
  }

  private static PairTest pairTest(FieldType type, Expr.Operator operator) {
    if (operator == Expr.Operator.CONTAINS) {
      return Conditions::contains;
    }
    return (x, i, y, j) -> operator.accepts(compare(type, x, i, y, j));
  }

  /** The order of two values of one type. */
  static int compare(FieldType type, FieldValues x, int i, FieldValues y, int j) {
    return switch (type) {
      case LABEL -> 0;
      case BOOLEAN, UINT, FRAME_NUMBER -> Long.compareUnsigned(x.number(i), y.number(j));
      case INT, ABSOLUTE_TIME, RELATIVE_TIME -> Long.compare(x.number(i), y.number(j));
      case DOUBLE -> Double.compare(x.real(i), y.real(j));
      case IPV4 -> Integer.compareUnsigned(Addresses.v4(x, i), Addresses.v4(y, j));
      case STRING, PROTOCOL, BYTES, ETHER, IPV6 -> bytes(type, x, i, y, j);
    };
  }

  private static boolean contains(FieldValues x, int i, FieldValues y, int j) {
    if (x.givenText(i) != null || y.givenText(j) != null) {
      return x.text(i).contains(y.text(j));
    }
    ByteView a = x.view(i);
    ByteView b = y.view(j);
    int from = a.arrayOffset() + x.start(i);
    int with = b.arrayOffset() + y.start(j);
    return ValueTests.contains(
        a.array(), from, from + x.bytes(i), b.array(), with, with + y.bytes(j));
  }

  private static int bytes(FieldType type, FieldValues x, int i, FieldValues y, int j) {
    if (x.givenText(i) != null || y.givenText(j) != null) {
      return x.text(i).compareTo(y.text(j));
    }
    ByteView a = x.view(i);
    ByteView b = y.view(j);
    int from = a.arrayOffset() + x.start(i);
    int with = b.arrayOffset() + y.start(j);
    return ValueTests.order(
        type, a.array(), from, from + x.bytes(i), b.array(), with, with + y.bytes(j));
  }
}
