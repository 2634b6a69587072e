package org.earpiece.filter;

import java.util.EnumSet;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldRegistry;
import org.earpiece.packet.FrameContext;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** Compiles display filters: names, types and readers are settled before the first packet. */
public final class FilterCompiler {
  private FilterCompiler() {}

  /** Compiles a filter's text; blank text accepts every packet. From any thread. */
  public static FilterResult compile(String text, FieldRegistry fields) {
    if (text.isBlank()) {
      return new FilterResult.Accepted(new Compiled(new Expr.And(java.util.List.of())));
    }
    try {
      Expr expr = new FilterCheck(fields).check(FilterParser.parse(text));
      return new FilterResult.Accepted(new Compiled(expr));
    } catch (FilterException e) {
      return new FilterResult.Refused(e.error());
    }
  }

  private static final class Compiled implements PacketFilter {
    private final Expr expr;
    private final Condition condition;
    private final EnumSet<Protocol> needs;
    private long acceptedNanos = FrameContext.NO_TIME;

    Compiled(Expr expr) {
      this.expr = expr;
      condition = condition(expr);
      needs = Needs.of(expr);
    }

    @Override
    public boolean test(Packet packet) {
      long nanos = packet.timeNanos();
      packet
          .context()
          .displayedNanos(acceptedNanos == FrameContext.NO_TIME ? nanos : acceptedNanos);
      boolean holds = condition.holds(packet);
      acceptedNanos = holds ? nanos : acceptedNanos;
      return holds;
    }

    @Override
    public EnumSet<Protocol> needs() {
      return EnumSet.copyOf(needs);
    }

    @Override
    public PacketFilter copy() {
      return new Compiled(expr);
    }
  }

  private static Condition condition(Expr expr) {
    return switch (expr) {
      case Expr.Not not -> {
        Condition inner = condition(not.inner());
        yield p -> !inner.holds(p);
      }
      case Expr.And and -> all(conditions(and.all()));
      case Expr.Or or -> any(conditions(or.any()));
      case Expr.Xor xor -> odd(conditions(xor.odd()));
      case Expr.Exists exists -> Conditions.exists(exists.what());
      case Expr.Comparison comparison -> comparison(comparison);
      case Expr.Membership in -> membership(in);
    };
  }

  private static Condition[] conditions(java.util.List<Expr> parts) {
    return parts.stream().map(FilterCompiler::condition).toArray(Condition[]::new);
  }

  private static Condition all(Condition[] parts) {
    return p -> {
      for (Condition part : parts) {
        if (!part.holds(p)) {
          return false;
        }
      }
      return true;
    };
  }

  private static Condition any(Condition[] parts) {
    return p -> {
      for (Condition part : parts) {
        if (part.holds(p)) {
          return true;
        }
      }
      return false;
    };
  }

  private static Condition odd(Condition[] parts) {
    return p -> {
      boolean odd = false;
      for (Condition part : parts) {
        odd ^= part.holds(p);
      }
      return odd;
    };
  }

  private static Condition comparison(Expr.Comparison c) {
    Operand.Reading left = Operand.reading(c.left());
    if (!(c.right() instanceof Operand.Constant)) {
      return Conditions.pair(left, c.operator(), c.all(), Operand.reading(c.right()));
    }
    Value constant = ValueTests.constant(c.right());
    Field field = left.first();
    if (Conditions.fast(left) && constant instanceof Value.Whole whole) {
      return Conditions.number(
          left, ValueTests.number(field.type(), c.operator(), whole.value()), c.all());
    }
    return Conditions.values(left, ValueTests.of(field, c.operator(), constant), c.all());
  }

  private static Condition membership(Expr.Membership in) {
    Operand.Reading left = Operand.reading(in.left());
    Field field = left.first();
    return Conditions.fast(left)
        ? Conditions.number(left, ValueTests.numberIn(field.type(), in.set()), in.all())
        : Conditions.values(left, ValueTests.in(field, in.set()), in.all());
  }
}
