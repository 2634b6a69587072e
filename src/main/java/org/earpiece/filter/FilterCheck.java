package org.earpiece.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldRegistry;
import org.earpiece.packet.FieldType;

/**
 * Finds the fields that words name, reads literals as their fields' types, and refuses what can
 * make no sense. In the tree it gives, a comparison's left side is a {@link Operand.Reading}, its
 * right side that or a {@link Operand.Constant}.
 */
final class FilterCheck {
  private final FieldRegistry registry;

  FilterCheck(FieldRegistry registry) {
    this.registry = registry;
  }

  Expr check(Expr expr) throws FilterException {
    return switch (expr) {
      case Expr.Not not -> new Expr.Not(check(not.inner()));
      case Expr.And and -> new Expr.And(checkAll(and.all()));
      case Expr.Or or -> new Expr.Or(checkAll(or.any()));
      case Expr.Xor xor -> new Expr.Xor(checkAll(xor.odd()));
      case Expr.Exists exists -> new Expr.Exists(field(exists.what()));
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

  /** The field that an operand names. */
  private Operand.Reading field(Operand operand) throws FilterException {
    if (resolve(operand) instanceof Operand.Reading reading) {
      return reading;
    }
    if (operand instanceof Operand.Word word && !looksLikeValue(word.text())) {
      throw unknown(word);
    }
    throw FilterException.at(
        operand, "a value alone is no condition; a field and an operator are missing before it");
  }

  /** A word as the field it names; else the operand as it is. */
  private Operand resolve(Operand operand) {
    if (operand instanceof Operand.Word word) {
      String name = word.text().startsWith(".") ? word.text().substring(1) : word.text();
      List<Field> fields = registry.named(name);
      if (!fields.isEmpty()) {
        return new Operand.Reading(name, fields, word.start(), word.end());
      }
    }
    return operand;
  }

  private static boolean looksLikeValue(String word) {
    char first = word.charAt(0);
    return Character.isDigit(first) || first == '-' || word.indexOf(':') >= 0;
  }

  private FilterException unknown(Operand.Word word) {
    String lower = word.text().toLowerCase(Locale.ROOT);
    if (FilterParser.KEYWORDS.contains(lower)) {
      return FilterException.at(word, "operators are lower case: " + lower);
    }
    String near = Nearest.to(word.text(), registry.all().keySet());
    return FilterException.at(
        word,
        word.text()
            + ": no such field"
            + (word.text().indexOf('.') < 0 ? " or protocol" : "")
            + (near == null ? "" : "; did you mean " + near + "?"));
  }

  private Expr comparison(Expr.Comparison c) throws FilterException {
    Operand left = resolve(c.left());
    Operand right = resolve(c.right());
    Expr.Operator operator = c.operator();
    if (!(left instanceof Operand.Reading)) {
      boolean turns = operator != Expr.Operator.CONTAINS && operator != Expr.Operator.MATCHES;
      if (left instanceof Operand.Word word && !looksLikeValue(word.text())) {
        throw unknown(word);
      }
      if (!turns || !(right instanceof Operand.Reading)) {
        throw FilterException.at(
            left, "the left side of " + operator.symbol() + " must be a field, not a value");
      }
      Operand swap = left;
      left = right;
      right = swap;
      operator = operator.mirrored();
    }
    Operand.Reading field = (Operand.Reading) left;
    if (operator == Expr.Operator.MATCHES) {
      right = regex(field, right);
    } else if (right instanceof Operand.Reading other) {
      pair(field, operator, other);
    } else {
      right = constant(field, operator, right);
    }
    return new Expr.Comparison(field, operator, c.all(), right);
  }

  private static void pair(Operand.Reading left, Expr.Operator operator, Operand.Reading right)
      throws FilterException {
    Kind kind = Kind.of(left.type());
    if (kind != Kind.of(right.type())) {
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

  /** Fields may be compared where they are of one of these. */
  private enum Kind {
    WHOLE,
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
    Operand.Reading field = field(m.left());
    List<Expr.Range> set = new ArrayList<>(m.set().size());
    for (Expr.Range range : m.set()) {
      Operand.Constant first = element(field, range.first());
      Operand.Constant last = range.single() ? first : element(field, range.last());
      if (ValueTests.compare(field.type(), first.value(), last.value()) > 0) {
        throw FilterException.at(
            range.first().start(),
            range.last().end(),
            "nothing is in this range; its lower end comes first");
      }
      set.add(new Expr.Range(first, last));
    }
    return new Expr.Membership(field, m.all(), set);
  }

  private Operand.Constant element(Operand.Reading field, Operand literal) throws FilterException {
    return new Operand.Constant(read(field, literal), literal.start(), literal.end());
  }
}
