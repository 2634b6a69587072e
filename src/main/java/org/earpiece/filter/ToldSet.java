package org.earpiece.filter;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.filter.compute.Computation;
import org.earpiece.filter.compute.Condition;
import org.earpiece.filter.compute.Source;
import org.earpiece.filter.compute.ValueTest;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;

/** A set of which the packet itself tells a part: {@code udp.srcport in {udp.dstport, 5060}}. */
final class ToldSet {
  private final ValueTest known;
  private final List<Told> told = new ArrayList<>();
  private final List<ValueTest> ranges = new ArrayList<>();

  /**
   * @param field whose values are looked for
   * @param known ranges that are the same for every packet
   * @param told the others
   */
  ToldSet(Field field, List<Expr.Range> known, List<Expr.Range> told) {
    this.known = ValueTests.in(field, known);
    for (Expr.Range range : told) {
      if (range.single()) {
        ranges.add(end(field, Expr.Operator.EQUAL, range.first()));
      } else {
        ValueTest from = end(field, Expr.Operator.GREATER_OR_EQUAL, range.first());
        ValueTest to = end(field, Expr.Operator.LESS_OR_EQUAL, range.last());
        ranges.add((v, i) -> from.test(v, i) && to.test(v, i));
      }
    }
  }

  private ValueTest end(Field field, Expr.Operator operator, Operand operand) {
    if (operand instanceof Operand.Constant constant) {
      return ValueTests.of(field, operator, constant.value());
    }
    Operand.Reading reading = Operand.reading(operand);
    Computation values = Source.all(reading.fields(), reading.layers());
    Told end = new Told(field.type(), operator, values, new FieldValues());
    told.add(end);
    return end::accepts;
  }

  /** Whether any value, or with {@code all} every one of at least one, is in the set. */
  Condition within(Operand.Reading left, boolean all) {
    Condition condition =
        Conditions.values(left, (v, i) -> known.test(v, i) || anyRange(v, i), all);
    return p -> {
      told.forEach(end -> end.read(p));
      return condition.holds(p);
    };
  }

  private boolean anyRange(FieldValues v, int i) {
    for (ValueTest range : ranges) {
      if (range.test(v, i)) {
        return true;
      }
    }
    return false;
  }

  /** What the packet says, one value of which is enough. */
  private record Told(
      FieldType type, Expr.Operator operator, Computation computation, FieldValues values) {
    void read(Packet packet) {
      computation.compute(packet, values.begin(packet.bytes()));
    }

    boolean accepts(FieldValues v, int i) {
      for (int j = 0; j < values.size(); j++) {
        if (operator.accepts(Conditions.compare(type, v, i, values, j))) {
          return true;
        }
      }
      return false;
    }
  }
}
