package org.earpiece.filter;

import java.util.EnumSet;
import java.util.List;
import org.earpiece.packet.Field;
import org.earpiece.packet.Protocol;

/** Finds the protocols without which a filter accepts no packet. */
final class Needs {
  private Needs() {}

  /** One of these must be in a packet; empty where no such promise can be made. */
  static EnumSet<Protocol> of(Expr expr) {
    return switch (expr) {
      case Expr.Not not -> none();
      case Expr.And and -> strictest(and.all());
      case Expr.Or or -> union(or.any());
      case Expr.Xor xor -> union(xor.odd());
      case Expr.Exists exists -> of(exists.what());
      case Expr.Comparison c ->
          stricter(of(c.left()), c.right() instanceof Operand.Constant ? none() : of(c.right()));
      case Expr.Membership in -> of(in.left());
    };
  }

  static EnumSet<Protocol> none() {
    return EnumSet.noneOf(Protocol.class);
  }

  static EnumSet<Protocol> of(Operand operand) {
    EnumSet<Protocol> protocols = none();
    if (operand instanceof Operand.Computed computed) {
      protocols.addAll(computed.needs());
      return protocols;
    }
    for (Field field : ((Operand.Reading) operand).fields()) {
      protocols.add(field.protocol());
    }
    return protocols.contains(Protocol.FRAME) ? none() : protocols;
  }

  private static EnumSet<Protocol> strictest(List<Expr> parts) {
    EnumSet<Protocol> best = none();
    for (Expr part : parts) {
      best = stricter(best, of(part));
    }
    return best;
  }

  /** The promise that skips more: innermost protocols are rarer than those that carry them. */
  static EnumSet<Protocol> stricter(EnumSet<Protocol> a, EnumSet<Protocol> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isEmpty() ? b : a;
    }
    return outermost(b) > outermost(a) ? b : a;
  }

  private static int outermost(EnumSet<Protocol> protocols) {
    return protocols.iterator().next().ordinal();
  }

  private static EnumSet<Protocol> union(List<Expr> parts) {
    EnumSet<Protocol> all = none();
    for (Expr part : parts) {
      EnumSet<Protocol> needs = of(part);
      if (needs.isEmpty()) {
        return needs;
      }
      all.addAll(needs);
    }
    return all;
  }
}
