package org.earpiece.filter;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.earpiece.filter.PacketFilter.Asks;
import org.earpiece.packet.Field;
import org.earpiece.packet.Protocol;

/** Finds what a filter must know of a packet. */
final class Needs {
  private static final Expr ALL = new Expr.And(List.of());
  private static final Expr NONE = new Expr.Or(List.of());

  private Needs() {}

  /** What is left of an expression where the protocols of a packet are known. */
  static Expr given(Expr expr, Predicate<Protocol> has) {
    return switch (expr) {
      case Expr.Not not -> not(given(not.inner(), has));
      case Expr.And and -> and(and.all(), has);
      case Expr.Or or -> or(or.any(), has);
      case Expr.Xor xor -> xor(xor.odd(), has);
      case Expr.Exists exists -> exists(exists, has);
      case Expr.Comparison c -> absent(c.left(), has) || absent(c.right(), has) ? NONE : c;
      case Expr.Membership in -> absent(in.left(), has) ? NONE : in;
    };
  }

  private static Expr not(Expr inner) {
    return inner.equals(ALL) ? NONE : inner.equals(NONE) ? ALL : new Expr.Not(inner);
  }

  private static Expr and(List<Expr> all, Predicate<Protocol> has) {
    List<Expr> open = new ArrayList<>();
    for (Expr part : all) {
      Expr left = given(part, has);
      if (left.equals(NONE)) {
        return NONE;
      }
      if (!left.equals(ALL)) {
        open.add(left);
      }
    }
    return open.size() == 1 ? open.getFirst() : new Expr.And(open);
  }

  private static Expr or(List<Expr> any, Predicate<Protocol> has) {
    List<Expr> open = new ArrayList<>();
    for (Expr part : any) {
      Expr left = given(part, has);
      if (left.equals(ALL)) {
        return ALL;
      }
      if (!left.equals(NONE)) {
        open.add(left);
      }
    }
    return open.size() == 1 ? open.getFirst() : new Expr.Or(open);
  }

  private static Expr xor(List<Expr> odd, Predicate<Protocol> has) {
    List<Expr> open = new ArrayList<>();
    boolean turned = false;
    for (Expr part : odd) {
      Expr left = given(part, has);
      if (left.equals(ALL)) {
        turned = !turned;
      } else if (!left.equals(NONE)) {
        open.add(left);
      }
    }
    Expr rest = open.isEmpty() ? NONE : new Expr.Xor(open);
    return turned ? not(rest) : rest;
  }

  private static Expr exists(Expr.Exists exists, Predicate<Protocol> has) {
    if (absent(exists.what(), has)) {
      return NONE;
    }
    boolean protocol =
        exists.what() instanceof Operand.Reading r
            && r.layers().isAll()
            && r.name().equals(r.first().protocol().filterName());
    return protocol ? ALL : exists;
  }

  /** Whether a packet with these protocols cannot have the value. */
  private static boolean absent(Operand operand, Predicate<Protocol> has) {
    if (operand instanceof Operand.Constant) {
      return false;
    }
    Set<Protocol> needs = of(operand);
    return !needs.isEmpty() && needs.stream().noneMatch(has);
  }

  /** What must be known of a packet to judge an expression. */
  static Asks asks(Expr expr) {
    return switch (expr) {
      case Expr.Not not -> asks(not.inner());
      case Expr.And and -> and.all().isEmpty() ? Asks.ACCEPTS : most(and.all());
      case Expr.Or or -> or.any().isEmpty() ? Asks.REJECTS : most(or.any());
      case Expr.Xor xor -> most(xor.odd());
      case Expr.Exists exists -> asks(exists.what());
      case Expr.Comparison c -> more(asks(c.left()), asks(c.right()));
      case Expr.Membership in -> membership(in);
    };
  }

  private static Asks membership(Expr.Membership in) {
    Asks most = asks(in.left());
    for (Expr.Range range : in.set()) {
      most = more(most, more(asks(range.first()), asks(range.last())));
    }
    return most;
  }

  private static Asks most(List<Expr> parts) {
    Asks most = Asks.ACCEPTS;
    for (Expr part : parts) {
      most = more(most, asks(part));
    }
    return most;
  }

  private static Asks more(Asks a, Asks b) {
    return a.compareTo(b) < 0 ? b : a;
  }

  private static Asks asks(Operand operand) {
    if (operand instanceof Operand.Constant) {
      return Asks.OWNERS;
    }
    if (!(operand instanceof Operand.Reading reading)) {
      return Asks.PACKET;
    }
    Asks most = Asks.OWNERS;
    for (Field field : reading.fields()) {
      most =
          more(
              most,
              switch (field.scope()) {
                case OWNER -> Asks.OWNERS;
                case INDEX -> Asks.INDEX;
                case PACKET, SEQUENCE -> Asks.PACKET;
              });
    }
    return most;
  }

  /** One of these must be in a packet that has the value; empty where no promise can be made. */
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

  static EnumSet<Protocol> none() {
    return EnumSet.noneOf(Protocol.class);
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
}
