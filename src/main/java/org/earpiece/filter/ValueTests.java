package org.earpiece.filter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import org.earpiece.bytes.ByteView;
import org.earpiece.filter.compute.Addresses;
import org.earpiece.filter.compute.BoundedText;
import org.earpiece.filter.compute.ByteSearch;
import org.earpiece.filter.compute.ValueTest;
import org.earpiece.filter.regex.Automaton;
import org.earpiece.filter.regex.ByteMatcher;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.jspecify.annotations.Nullable;

/** What may be asked of a value, made once for a filter; asking allocates nothing. */
final class ValueTests {
  private static final int IPV6_BYTES = 16;

  private ValueTests() {}

  /** A comparison with a constant. */
  static ValueTest of(Field field, Expr.Operator operator, Value constant) {
    LongFunction<@Nullable String> names = field.valueNames();
    return switch (constant) {
      case Value.Whole whole -> {
        LongPredicate test = number(field.type(), operator, whole.value());
        yield (v, i) -> test.test(v.number(i));
      }
      case Value.Real real -> (v, i) -> operator.accepts(Double.compare(v.real(i), real.value()));
      case Value.Net4 net -> (v, i) -> operator.accepts(compare(v, i, net));
      case Value.Net6 net ->
          (v, i) -> v.length(i) == IPV6_BYTES && operator.accepts(compare(v, i, net));
      case Value.Regex regex -> names != null ? named(names, regex) : regex(field.type(), regex);
      case Value.Bytes bytes when names != null && field.type().numeric() ->
          (v, i) -> contains(names.apply(v.number(i)), utf8(bytes.value()));
      case Value.Bytes bytes when operator == Expr.Operator.CONTAINS -> contains(bytes.value());
      case Value.Bytes bytes -> bytes(field.type(), operator, bytes.value());
    };
  }

  /** Whether a value is in one of the ranges. */
  static ValueTest in(Field field, List<Expr.Range> set) {
    ValueTest[] tests = new ValueTest[set.size()];
    for (int i = 0; i < tests.length; i++) {
      Expr.Range range = set.get(i);
      tests[i] =
          range.single()
              ? of(field, Expr.Operator.EQUAL, constant(range.first()))
              : between(field, constant(range.first()), constant(range.last()));
    }
    return (v, i) -> {
      for (ValueTest test : tests) {
        if (test.test(v, i)) {
          return true;
        }
      }
      return false;
    };
  }

  private static ValueTest between(Field field, Value first, Value last) {
    ValueTest from = of(field, Expr.Operator.GREATER_OR_EQUAL, first);
    ValueTest to = of(field, Expr.Operator.LESS_OR_EQUAL, last);
    return (v, i) -> from.test(v, i) && to.test(v, i);
  }

  /** The value of an operand that the check made a constant. */
  static Value constant(Operand operand) {
    return ((Operand.Constant) operand).value();
  }

  /** A comparison of a whole number with a constant. */
  static LongPredicate number(FieldType type, Expr.Operator operator, long constant) {
    if (type == FieldType.BOOLEAN) {
      return n -> operator.accepts(Long.compare(n == 0 ? 0 : 1, constant));
    }
    return switch (operator) {
      case EQUAL -> n -> n == constant;
      case NOT_EQUAL -> n -> n != constant;
      default ->
          signed(type)
              ? n -> operator.accepts(Long.compare(n, constant))
              : n -> operator.accepts(Long.compareUnsigned(n, constant));
    };
  }

  /** Whether a whole number is in one of the ranges. */
  static LongPredicate numberIn(FieldType type, List<Expr.Range> set) {
    long[] first = new long[set.size()];
    long[] last = new long[set.size()];
    long bias = signed(type) ? 0 : Long.MIN_VALUE;
    for (int i = 0; i < first.length; i++) {
      first[i] = ((Value.Whole) constant(set.get(i).first())).value() + bias;
      last[i] = ((Value.Whole) constant(set.get(i).last())).value() + bias;
    }
    return n -> {
      long biased = n + bias;
      for (int i = 0; i < first.length; i++) {
        if (biased >= first[i] && biased <= last[i]) {
          return true;
        }
      }
      return false;
    };
  }

  static boolean signed(FieldType type) {
    return switch (type) {
      case INT, ABSOLUTE_TIME, RELATIVE_TIME -> true;
      default -> false;
    };
  }

  /** The order of two constants of one type. */
  static int compare(FieldType type, Value a, Value b) {
    return switch (a) {
      case Value.Whole x when b instanceof Value.Whole y ->
          signed(type)
              ? Long.compare(x.value(), y.value())
              : Long.compareUnsigned(x.value(), y.value());
      case Value.Real x when b instanceof Value.Real y -> Double.compare(x.value(), y.value());
      case Value.Bytes x when b instanceof Value.Bytes y ->
          order(type, x.value(), 0, x.value().length, y.value(), 0, y.value().length);
      case Value.Net4 x when b instanceof Value.Net4 y ->
          Integer.compareUnsigned(x.address(), y.address());
      case Value.Net6 x when b instanceof Value.Net6 y -> compare(x.hi(), x.lo(), y.hi(), y.lo());
      default -> 0;
    };
  }

  static int compare(long hi, long lo, long otherHi, long otherLo) {
    int high = Long.compareUnsigned(hi, otherHi);
    return high != 0 ? high : Long.compareUnsigned(lo, otherLo);
  }

  private static int compare(FieldValues v, int i, Value.Net4 net) {
    return Integer.compareUnsigned(Addresses.v4(v, i) & net.mask(), net.address());
  }

  private static int compare(FieldValues v, int i, Value.Net6 net) {
    long hi = v.view(i).i64(v.start(i)) & net.maskHi();
    long lo = v.view(i).i64(v.start(i) + Long.BYTES) & net.maskLo();
    return compare(hi, lo, net.hi(), net.lo());
  }

  private static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static boolean contains(@Nullable String text, String part) {
    return text != null && text.contains(part);
  }

  /** The order of two runs of bytes: text as in a dictionary, of all else the longer is greater. */
  static int order(FieldType type, byte[] a, int from, int to, byte[] b, int with, int end) {
    int lengths = type == FieldType.STRING ? 0 : Integer.compare(to - from, end - with);
    return lengths != 0 ? lengths : Arrays.compareUnsigned(a, from, to, b, with, end);
  }

  private static ValueTest bytes(FieldType type, Expr.Operator operator, byte[] constant) {
    String text = utf8(constant);
    return (v, i) -> {
      String given = v.givenText(i);
      if (given != null) {
        return operator.accepts(given.compareTo(text));
      }
      ByteView view = v.view(i);
      int from = view.arrayOffset() + v.start(i);
      if (operator == Expr.Operator.EQUAL && v.bytes(i) != constant.length) {
        return false;
      }
      return operator.accepts(
          order(type, view.array(), from, from + v.bytes(i), constant, 0, constant.length));
    };
  }

  private static ValueTest contains(byte[] part) {
    String text = utf8(part);
    ByteSearch search = ByteSearch.of(part);
    return (v, i) -> {
      String given = v.givenText(i);
      if (given != null) {
        return given.contains(text);
      }
      ByteView view = v.view(i);
      int from = view.arrayOffset() + v.start(i);
      return search.in(view.array(), from, from + v.bytes(i));
    };
  }

  /** Whether a run of bytes holds another. */
  static boolean contains(byte[] array, int from, int to, byte[] part, int first, int end) {
    int length = end - first;
    if (length == 0) {
      return true;
    }
    byte begin = part[first];
    for (int at = from; at <= to - length; at++) {
      if (array[at] == begin && Arrays.equals(array, at + 1, at + length, part, first + 1, end)) {
        return true;
      }
    }
    return false;
  }

  private static ValueTest regex(FieldType type, Value.Regex regex) {
    BoundedText text = new BoundedText();
    Matcher matcher = regex.pattern().matcher("");
    boolean characters = type == FieldType.STRING;
    Automaton automaton = regex.automaton();
    ByteMatcher bytes = automaton == null ? null : automaton.matcher();
    return (v, i) -> {
      String given = v.givenText(i);
      ByteView view = v.view(i);
      int from = view.arrayOffset() + v.start(i);
      if (given != null) {
        text.of(given);
      } else if (characters && !ascii(view.array(), from, from + v.bytes(i))) {
        text.of(v.text(i));
      } else if (bytes != null && !bytes.exhausted()) {
        return bytes.find(view.array(), from, from + v.bytes(i));
      } else {
        text.of(view.array(), from, v.bytes(i));
      }
      return find(matcher, text);
    };
  }

  private static ValueTest named(LongFunction<@Nullable String> names, Value.Regex regex) {
    BoundedText text = new BoundedText();
    Matcher matcher = regex.pattern().matcher("");
    return (v, i) -> {
      String name = names.apply(v.number(i));
      return name != null && find(matcher, text.of(name));
    };
  }

  /** An expression that takes too long, or repeats a group too often for the stack, fails. */
  private static boolean find(Matcher matcher, BoundedText text) {
    try {
      return matcher.reset(text).find();
    } catch (BoundedText.GaveUp | StackOverflowError e) {
      return false;
    }
  }

  private static boolean ascii(byte[] array, int from, int to) {
    for (int i = from; i < to; i++) {
      if (array[i] < 0) {
        return false;
      }
    }
    return true;
  }
}
