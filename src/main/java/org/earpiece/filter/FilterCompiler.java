package org.earpiece.filter;

import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import org.earpiece.filter.compute.Condition;
import org.earpiece.filter.macro.Expanded;
import org.earpiece.filter.macro.MacroException;
import org.earpiece.filter.macro.Macros;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Scope;
import org.earpiece.packet.FieldRegistry;
import org.earpiece.packet.FrameContext;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** Compiles display filters: names, types and readers are settled before the first packet. */
public final class FilterCompiler {
  private FilterCompiler() {}

  /** Compiles a filter that names nothing but fields. From any thread. */
  public static FilterResult compile(String text, FieldRegistry fields) {
    return compile(text, FilterNames.of(fields));
  }

  /** Compiles a filter's text; blank text accepts every packet. From any thread. */
  public static FilterResult compile(String text, FilterNames names) {
    if (text.isBlank()) {
      return new FilterResult.Accepted(
          new Compiled(new Expr.And(List.of()), EnumSet.noneOf(Scope.class)));
    }
    try {
      return compile(new Macros(names.macros(), FilterCompiler::joins).expand(text), names);
    } catch (MacroException e) {
      return new FilterResult.Refused(new FilterError(e.start(), e.end(), e.sentence()));
    }
  }

  private static FilterResult compile(Expanded filter, FilterNames names) {
    try {
      FilterCheck check = new FilterCheck(names);
      Expr expr = check.check(FilterParser.parse(filter.text()));
      return new FilterResult.Accepted(new Compiled(expr, check.scopes()));
    } catch (FilterException e) {
      FilterError error = e.error();
      Expanded.Origin at = filter.origin(error.start(), error.end());
      String where = at.macro().isEmpty() ? "" : "in " + at.macro() + ": ";
      return new FilterResult.Refused(
          new FilterError(at.start(), at.end(), where + error.message()));
    }
  }

  /** Whether a text is conditions that are joined by operators. */
  private static boolean joins(String text) {
    try {
      return switch (FilterParser.parse(text)) {
        case Expr.And and -> true;
        case Expr.Or or -> true;
        case Expr.Xor xor -> true;
        default -> false;
      };
    } catch (FilterException e) {
      return false;
    }
  }

  private static final class Compiled implements PacketFilter {
    private final Expr expr;
    private final EnumSet<Scope> scopes;
    private final Condition condition;
    private final Asks asks;
    private long acceptedNanos = FrameContext.NO_TIME;

    /**
     * A filter for one thread.
     *
     * @param scopes of all fields of the filter as it was written
     */
    Compiled(Expr expr, EnumSet<Scope> scopes) {
      this.expr = expr;
      this.scopes = scopes;
      condition = condition(expr);
      asks = Needs.asks(expr);
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
    public Asks asks() {
      return asks;
    }

    @Override
    public PacketFilter given(Predicate<Protocol> has) {
      return new Compiled(Needs.given(expr, has), scopes);
    }

    @Override
    public boolean joined() {
      return scopes.contains(Scope.OWNER);
    }

    @Override
    public boolean sequential() {
      return scopes.contains(Scope.SEQUENCE);
    }

    @Override
    public PacketFilter copy() {
      return new Compiled(expr, scopes);
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

  private static Condition[] conditions(List<Expr> parts) {
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
    List<Expr.Range> known = in.set().stream().filter(Expr.Range::known).toList();
    if (known.size() < in.set().size()) {
      List<Expr.Range> told = in.set().stream().filter(range -> !range.known()).toList();
      return new ToldSet(field, known, told).within(left, in.all());
    }
    return Conditions.fast(left)
        ? Conditions.number(left, ValueTests.numberIn(field.type(), known), in.all())
        : Conditions.values(left, ValueTests.in(field, known), in.all());
  }
}
