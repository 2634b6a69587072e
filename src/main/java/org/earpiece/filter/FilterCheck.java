package org.earpiece.filter;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldRegistry;
import org.earpiece.packet.FieldType;

/**
 * Finds the fields that words name, reads literals as their fields' types, and refuses what can
 * make no sense. In the tree it gives, a comparison's left side is a {@link Operand.Reading} or
 * {@link Operand.Computed}, its right side one of these or a {@link Operand.Constant}.
 */
final class FilterCheck {
  private final FieldRegistry registry;
  private final Computing computing;

  FilterCheck(FilterNames names) {
    registry = names.fields();
    computing = new Computing(names);
  }

  /** Where the values of all fields that were checked come from. */
  EnumSet<Field.Scope> scopes() {
    return EnumSet.copyOf(computing.scopes());
  }

  Expr check(Expr expr) throws FilterException {
    return switch (expr) {
      case Expr.Not not -> new Expr.Not(check(not.inner()));
      case Expr.And and -> new Expr.And(checkAll(and.all()));
      case Expr.Or or -> new Expr.Or(checkAll(or.any()));
      case Expr.Xor xor -> new Expr.Xor(checkAll(xor.odd()));
      case Expr.Exists exists -> new Expr.Exists(condition(exists.what()));
      case Expr.Comparison comparison -> comparison(comparison);
      case Expr.Membership membership -> membership(membership);
    };
  }

  private List<Expr> checkAll(List<Expr> parts) throws FilterException {
    List<Expr> checked = new ArrayList<>(parts.size());
    for (Expr part : parts) {
      checked.add(check(part));
    }
    return checked;
  }

  private Operand condition(Operand operand) throws FilterException {
    Operand resolved = field(operand);
    if (operand instanceof Operand.Reference) {
      throw FilterException.at(
          operand,
          "a value of the selected packet alone is no condition; write what shall have it: "
              + "ip.addr == ${ip.src}");
    }
    if (resolved instanceof Operand.Computed computed
        && computed.alone() == Operand.Computed.Alone.REFUSED) {
      throw FilterException.at(
          operand, "a function alone is no condition; an operator and a value are missing");
    }
    return resolved;
  }

  /** The field that an operand names, or what is computed of fields. */
  private Operand field(Operand operand) throws FilterException {
    Operand resolved = computing.resolve(operand);
    if (resolved instanceof Operand.Word word && !Computing.looksLikeValue(word.text())) {
      throw computing.unknown(word);
    }
    if (Computing.literal(resolved)) {
      throw FilterException.at(
          operand, "a value alone is no condition; a field and an operator are missing before it");
    }
    return resolved;
  }

  private Expr comparison(Expr.Comparison c) throws FilterException {
    Operand left = computing.resolve(c.left());
    Operand right = computing.resolve(c.right());
    Expr.Operator operator = c.operator();
    if (Computing.literal(left)) {
      boolean turns = operator != Expr.Operator.CONTAINS && operator != Expr.Operator.MATCHES;
      if (left instanceof Operand.Word word && !Computing.looksLikeValue(word.text())) {
        throw computing.unknown(word);
      }
      if (!turns || Computing.literal(right)) {
        throw FilterException.at(
            left, "the left side of " + operator.symbol() + " must be a field, not a value");
      }
      Operand swap = left;
      left = right;
      right = swap;
      operator = operator.mirrored();
    }
    Operand.Reading field = Operand.reading(left);
    requireValue(field);
    if (operator == Expr.Operator.MATCHES) {
      right = regex(field, right);
    } else if (Computing.literal(right)) {
      right = constant(field, operator, right);
    } else {
      pair(field, operator, Operand.reading(right));
    }
    return new Expr.Comparison(left, operator, c.all(), right);
  }

  private static void requireValue(Operand.Reading field) throws FilterException {
    if (field.type() == FieldType.LABEL) {
      throw FilterException.at(
          field,
          field.name()
              + " is "
              + describe(field.type())
              + "; write its name alone, or not before it");
    }
  }

  private static void pair(Operand.Reading left, Expr.Operator operator, Operand.Reading right)
      throws FilterException {
    Kind kind = Kind.of(left.type());
    if (kind != Kind.of(right.type()) && !textAndBytes(left.type(), right.type())) {
      throw FilterException.at(
          right,
          right.name()
              + " and "
              + left.name()
              + " cannot be compared: one is "
              + describe(right.type())
              + ", the other "
              + describe(left.type())
              + "; where the word is meant, write \""
              + right.name()
              + "\"");
    }
    boolean searchable = kind == Kind.TEXT || kind == Kind.BYTES;
    if (operator == Expr.Operator.CONTAINS && !searchable) {
      throw notSearchable(left, operator);
    }
  }

  /** Whether one is text and the other bytes, as what a slice cuts out of text. */
  private static boolean textAndBytes(FieldType a, FieldType b) {
    return (a == FieldType.STRING && b == FieldType.BYTES)
        || (a == FieldType.BYTES && b == FieldType.STRING);
  }

  /** Fields may be compared where they are of one of these. */
  private enum Kind {
    WHOLE,
    LABEL,
    REAL,
    TEXT,
    BYTES,
    IPV4,
    IPV6,
    MOMENT,
    SPAN;

    static Kind of(FieldType type) {
      return switch (type) {
        case BOOLEAN, UINT, INT, FRAME_NUMBER -> WHOLE;
        case LABEL -> LABEL;
        case DOUBLE -> REAL;
        case STRING -> TEXT;
        case PROTOCOL, BYTES, ETHER -> BYTES;
        case IPV4 -> IPV4;
        case IPV6 -> IPV6;
        case ABSOLUTE_TIME -> MOMENT;
        case RELATIVE_TIME -> SPAN;
      };
    }
  }

  /** A type in words: {@code a number}. */
  static String describe(FieldType type) {
    return switch (type) {
      case PROTOCOL -> "a protocol";
      case LABEL -> "there or not and has no value";
      case BOOLEAN -> "true or false";
      case UINT, INT, DOUBLE -> "a number";
      case FRAME_NUMBER -> "a frame number";
      case STRING -> "text";
      case BYTES -> "bytes";
      case ETHER -> "an Ethernet address";
      case IPV4 -> "an IPv4 address";
      case IPV6 -> "an IPv6 address";
      case ABSOLUTE_TIME -> "a date and time";
      case RELATIVE_TIME -> "a time span";
    };
  }

  private static FilterException notSearchable(Operand.Reading field, Expr.Operator operator) {
    return FilterException.at(
        field,
        field.name()
            + " is "
            + describe(field.type())
            + "; "
            + operator.symbol()
            + " works on text and bytes");
  }

  private Operand constant(Operand.Reading field, Expr.Operator operator, Operand literal)
      throws FilterException {
    Value value;
    if (operator != Expr.Operator.CONTAINS) {
      value = read(field, literal);
    } else if (field.type() == FieldType.STRING || named(field)) {
      value = new Value.Bytes(Literals.bytes(Literals.textOf(literal)));
    } else if (Kind.of(field.type()) == Kind.BYTES) {
      value = new Value.Bytes(Literals.byteString(literal));
    } else {
      throw notSearchable(field, operator);
    }
    return new Operand.Constant(value, literal.start(), literal.end());
  }

  private Value read(Operand.Reading field, Operand literal) throws FilterException {
    try {
      return Literals.read(field, literal);
    } catch (FilterException e) {
      String near =
          literal instanceof Operand.Word w && w.text().indexOf('.') > 0
              ? Nearest.to(w.text(), registry.all().keySet())
              : null;
      if (near == null) {
        throw e;
      }
      throw FilterException.at(literal, e.error().message() + "; did you mean " + near + "?");
    }
  }

  /** Whether a field's numbers have names, which may be searched. */
  static boolean named(Operand.Reading field) {
    return field.first().valueNames() != null && field.type().numeric();
  }

  private static Operand regex(Operand.Reading field, Operand literal) throws FilterException {
    boolean text = field.type() == FieldType.STRING || named(field);
    if (!text && Kind.of(field.type()) != Kind.BYTES) {
      throw notSearchable(field, Expr.Operator.MATCHES);
    }
    if (!(literal instanceof Operand.Text pattern)) {
      throw FilterException.at(
          literal, "matches needs a regular expression in double quotes: matches \"^INV\"");
    }
    return new Operand.Constant(
        RegularExpression.compile(pattern, text), literal.start(), literal.end());
  }

  private Expr membership(Expr.Membership m) throws FilterException {
    Operand left = field(m.left());
    Operand.Reading field = Operand.reading(left);
    requireValue(field);
    List<Expr.Range> set = new ArrayList<>(m.set().size());
    for (Expr.Range range : m.set()) {
      Operand first = element(field, range.first());
      Operand last = range.single() ? first : element(field, range.last());
      Expr.Range checked = new Expr.Range(first, last);
      if (checked.known() && empty(field.type(), checked)) {
        throw FilterException.at(
            range.first().start(),
            range.last().end(),
            "nothing is in this range; its lower end comes first");
      }
      set.add(checked);
    }
    return new Expr.Membership(left, m.all(), set);
  }

  private static boolean empty(FieldType type, Expr.Range range) {
    Value first = ValueTests.constant(range.first());
    return ValueTests.compare(type, first, ValueTests.constant(range.last())) > 0;
  }

  /** A value of a set: a constant, or what each packet says. */
  private Operand element(Operand.Reading field, Operand operand) throws FilterException {
    Operand resolved = computing.resolve(operand);
    if (Computing.literal(resolved)) {
      return new Operand.Constant(read(field, resolved), resolved.start(), resolved.end());
    }
    pair(field, Expr.Operator.EQUAL, Operand.reading(resolved));
    return resolved;
  }
}
