package org.earpiece.filter;

import java.math.BigInteger;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.earpiece.filter.Operand.Computed.Alone;
import org.earpiece.filter.compute.Arithmetic;
import org.earpiece.filter.compute.Computation;
import org.earpiece.filter.compute.Function;
import org.earpiece.filter.compute.Ranges;
import org.earpiece.filter.compute.Slice;
import org.earpiece.filter.compute.Source;
import org.earpiece.filter.compute.Transform;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldRegistry;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** Checks slices, layers, arithmetic and the words within, and says how they are computed. */
final class Computing {
  private final FieldRegistry registry;
  private final FilterNames names;
  private final EnumSet<Field.Scope> scopes = EnumSet.noneOf(Field.Scope.class);

  Computing(FilterNames names) {
    this.names = names;
    registry = names.fields();
  }

  /** A word as the field it names, what is computed as that; literals as they are. */
  Operand resolve(Operand operand) throws FilterException {
    return switch (operand) {
      case Operand.Word word -> word(word);
      case Operand.Sliced sliced -> sliced(sliced);
      case Operand.Layered layered -> layered(layered);
      case Operand.Operation operation -> operation(operation);
      case Operand.Negative negative -> negative(negative);
      case Operand.Call call -> new Calls(this).call(call);
      case Operand.Reference reference -> reference(reference);
      case Operand.Text t -> t;
      case Operand.Char c -> c;
      case Operand.Reading r -> r;
      case Operand.Constant c -> c;
      case Operand.Computed c -> c;
    };
  }

  /** Where the values of the fields come from that were resolved so far. */
  EnumSet<Field.Scope> scopes() {
    return scopes;
  }

  private Operand word(Operand.Word word) {
    String name = word.text().startsWith(".") ? word.text().substring(1) : word.text();
    List<Field> fields = registry.named(name);
    fields.forEach(field -> scopes.add(field.scope()));
    return fields.isEmpty()
        ? word
        : new Operand.Reading(name, fields, Ranges.ALL, word.start(), word.end());
  }

  /** The values that a field has in the selected packet, as it is now. */
  private Operand reference(Operand.Reference reference) throws FilterException {
    List<Field> fields = registry.named(reference.name());
    if (fields.isEmpty()) {
      TreeSet<String> known = new TreeSet<>(registry.all().keySet());
      known.addAll(names.macros().keySet());
      String near = Nearest.to(reference.name(), known);
      throw FilterException.at(
          reference,
          "neither a saved filter nor a field is named "
              + reference.name()
              + (near == null ? "" : "; did you mean " + near + "?"));
    }
    FieldValues values = new FieldValues();
    Packet selected = names.selected();
    if (selected != null) {
      Source.all(fields, Ranges.ALL).compute(selected, values);
    }
    FieldValues kept = values.kept();
    return computed(
        "${" + reference.name() + "}",
        fields.getFirst().type(),
        Needs.none(),
        () -> Computation.constant(kept),
        reference);
  }

  static boolean literal(Operand operand) {
    return operand instanceof Operand.Word
        || operand instanceof Operand.Text
        || operand instanceof Operand.Char;
  }

  /** The operand, which must not be a literal. */
  Operand field(Operand operand, String what) throws FilterException {
    Operand resolved = resolve(operand);
    if (resolved instanceof Operand.Word word && !looksLikeValue(word.text())) {
      throw unknown(word);
    }
    if (literal(resolved)) {
      throw FilterException.at(operand, what + " a field, not of a value");
    }
    return resolved;
  }

  static boolean looksLikeValue(String word) {
    char first = word.charAt(0);
    return Character.isDigit(first) || first == '-' || word.indexOf(':') >= 0;
  }

  FilterException unknown(Operand.Word word) {
    String lower = word.text().toLowerCase(java.util.Locale.ROOT);
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

  static FieldType type(Operand operand) {
    return operand instanceof Operand.Computed computed
        ? computed.type()
        : ((Operand.Reading) operand).type();
  }

  static String name(Operand operand) {
    return operand instanceof Operand.Computed computed
        ? computed.name()
        : ((Operand.Reading) operand).name();
  }

  /** How an operand that is no literal is computed. */
  static Supplier<Computation> recipe(Operand operand) {
    return operand instanceof Operand.Computed computed
        ? computed.recipe()
        : () -> {
          Operand.Reading reading = (Operand.Reading) operand;
          return Source.all(reading.fields(), reading.layers());
        };
  }

  private Operand layered(Operand.Layered layered) throws FilterException {
    Operand of = field(layered.of(), "# takes a layer of");
    if (of instanceof Operand.Reading r && r.layers().isAll()) {
      return new Operand.Reading(r.name(), r.fields(), layered.layers(), r.start(), layered.end());
    }
    throw FilterException.at(layered, "# stands behind the name of a field: ip.addr#2");
  }

  private Operand sliced(Operand.Sliced sliced) throws FilterException {
    Operand of = field(sliced.of(), "[ ] cuts bytes out of");
    FieldType type = type(of);
    switch (type) {
      case STRING, BYTES, PROTOCOL, ETHER, IPV4, IPV6 -> {}
      default ->
          throw FilterException.at(
              sliced.of(),
              name(of)
                  + " is "
                  + FilterCheck.describe(type)
                  + "; [ ] cuts bytes out of text, bytes, addresses and protocols");
    }
    return each(
            name(of) + "[…]", FieldType.BYTES, of, sliced, () -> new Slice(type, sliced.ranges()))
        .alone(Alone.NOT_EMPTY);
  }

  /** What is computed of each value of one operand. */
  static Operand.Computed each(
      String name, FieldType type, Operand of, Operand place, Supplier<Transform> transform) {
    Supplier<Computation> recipe = recipe(of);
    return computed(name, type, Needs.of(of), () -> transform.get().each(recipe.get()), place);
  }

  static Operand.Computed computed(
      String name,
      FieldType type,
      Set<Protocol> needs,
      Supplier<Computation> recipe,
      Operand place) {
    return new Operand.Computed(
        name, type, needs, Alone.REFUSED, recipe, place.start(), place.end());
  }

  private Operand negative(Operand.Negative negative) throws FilterException {
    Operand of = resolve(negative.of());
    if (of instanceof Operand.Word word && Literals.decimal(word) != null) {
      String text = word.text().startsWith("-") ? word.text().substring(1) : "-" + word.text();
      return new Operand.Word(text, negative.start(), negative.end());
    }
    of = field(of, "- takes the other sign of");
    FieldType type = computing(of, "-");
    return each("-" + name(of), type, of, negative, () -> Function.negative(type))
        .alone(Alone.NOT_ZERO);
  }

  /** The type that arithmetic with an operand gives. */
  static FieldType computing(Operand operand, String symbol) throws FilterException {
    return switch (type(operand)) {
      case UINT, INT, FRAME_NUMBER -> FieldType.INT;
      case DOUBLE -> FieldType.DOUBLE;
      case RELATIVE_TIME -> FieldType.RELATIVE_TIME;
      default ->
          throw FilterException.at(
              operand,
              name(operand)
                  + " is "
                  + FilterCheck.describe(type(operand))
                  + "; "
                  + symbol
                  + " works on numbers");
    };
  }

  private Operand operation(Operand.Operation o) throws FilterException {
    Operand left = resolve(o.left());
    Operand right = resolve(o.right());
    if (literal(left) && literal(right)) {
      return folded(o, left, right);
    }
    Operand typed = literal(left) ? right : left;
    boolean bits = o.arithmetic() == Arithmetic.BITS;
    FieldType type = bits ? ofBits(typed) : computing(typed, o.arithmetic().symbol());
    boolean span = type == FieldType.RELATIVE_TIME;
    boolean sums = o.arithmetic() == Arithmetic.ADD || o.arithmetic() == Arithmetic.SUBTRACT;
    if (span && !sums) {
      throw FilterException.at(typed, "time spans can be added and subtracted only");
    }
    String name =
        Literals.textOf(left) + " " + o.arithmetic().symbol() + " " + Literals.textOf(right);
    Supplier<Computation> a = side(left, typed, type, o.arithmetic());
    Supplier<Computation> b = side(right, typed, type, o.arithmetic());
    EnumSet<Protocol> needs = Needs.none();
    for (Operand side : List.of(left, right)) {
      needs = literal(side) ? needs : Needs.stricter(needs, Needs.of(side));
    }
    Supplier<Computation> recipe =
        switch (type) {
          case BYTES -> () -> Arithmetic.bitsOfBytes(a.get(), b.get());
          case IPV4 -> () -> Arithmetic.bitsOfAddresses(a.get(), b.get());
          case DOUBLE -> () -> o.arithmetic().ofReal(a.get(), b.get());
          default -> () -> o.arithmetic().ofWhole(a.get(), b.get());
        };
    return computed(name, type, needs, recipe, o).alone(Alone.NOT_ZERO);
  }

  private static FieldType ofBits(Operand operand) throws FilterException {
    return switch (type(operand)) {
      case UINT, INT, FRAME_NUMBER -> FieldType.INT;
      case BYTES, ETHER -> FieldType.BYTES;
      case IPV4 -> FieldType.IPV4;
      default ->
          throw FilterException.at(
              operand,
              name(operand)
                  + " is "
                  + FilterCheck.describe(type(operand))
                  + "; & works on numbers, bytes and IPv4 addresses (conditions are joined by &&)");
    };
  }

  /** A side of arithmetic; a literal is read as the type of the result. */
  private Supplier<Computation> side(
      Operand operand, Operand typed, FieldType type, Arithmetic arithmetic)
      throws FilterException {
    if (literal(operand)) {
      return constant(operand, name(typed), type);
    }
    boolean bits = arithmetic == Arithmetic.BITS;
    FieldType own = bits ? ofBits(operand) : computing(operand, arithmetic.symbol());
    if (own != type) {
      throw FilterException.at(
          operand,
          name(operand)
              + " and "
              + name(typed)
              + " do not go together: one is "
              + FilterCheck.describe(type(operand))
              + ", the other "
              + FilterCheck.describe(type(typed)));
    }
    return recipe(operand);
  }

  /** A literal beside an operand of a type. */
  Supplier<Computation> constant(Operand literal, String beside, FieldType type)
      throws FilterException {
    if (literal instanceof Operand.Word word
        && !looksLikeValue(word.text())
        && type != FieldType.BYTES) {
      throw unknown(word);
    }
    Field field = Field.of(Protocol.FRAME, beside, beside, type, (p, layer, out) -> {});
    Operand.Reading shape =
        new Operand.Reading(beside, List.of(field.bits(Long.SIZE)), Ranges.ALL, 0, 0);
    Value value = Literals.read(shape, literal);
    return switch (value) {
      case Value.Whole w -> () -> Computation.constant(w.value());
      case Value.Real r -> () -> Computation.constant(Double.doubleToRawLongBits(r.value()));
      case Value.Net4 n -> () -> Computation.constant(n.address() & n.mask());
      case Value.Bytes b -> () -> Computation.constant(b.value());
      default -> throw FilterException.at(literal, "a number is missing here");
    };
  }

  /** Arithmetic of whole numbers, done once. */
  private static Operand folded(Operand.Operation o, Operand left, Operand right)
      throws FilterException {
    BigInteger a = left instanceof Operand.Word w ? Literals.integer(w.text()) : null;
    BigInteger b = right instanceof Operand.Word w ? Literals.integer(w.text()) : null;
    if (a == null || b == null) {
      throw FilterException.at(
          a == null ? left : right,
          "without a field " + o.arithmetic().symbol() + " computes with whole numbers only");
    }
    boolean divides = o.arithmetic() == Arithmetic.DIVIDE || o.arithmetic() == Arithmetic.REMAINDER;
    if (divides && b.signum() == 0) {
      throw FilterException.at(right, "nothing can be divided by zero");
    }
    BigInteger result =
        switch (o.arithmetic()) {
          case ADD -> a.add(b);
          case SUBTRACT -> a.subtract(b);
          case MULTIPLY -> a.multiply(b);
          case DIVIDE -> a.divide(b);
          case REMAINDER -> a.remainder(b);
          case BITS -> a.and(b);
        };
    if (result.bitLength() > Long.SIZE) {
      throw FilterException.at(o, "the result is beyond 64 bits");
    }
    return new Operand.Word(result.toString(), o.start(), o.end());
  }
}
