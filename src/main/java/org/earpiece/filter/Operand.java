package org.earpiece.filter;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.earpiece.filter.compute.Arithmetic;
import org.earpiece.filter.compute.Computation;
import org.earpiece.filter.compute.Ranges;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.Protocol;

/** A side of a comparison. The parser makes those up to {@link Call}, the check replaces them. */
sealed interface Operand {
  /** The first character in the filter's text. */
  int start();

  /** Behind the last character. */
  int end();

  /** An unquoted word: a field, or a value where a value is meant. */
  record Word(String text, int start, int end) implements Operand {}

  /** Quoted text, one char a byte. */
  record Text(String bytes, int start, int end) implements Operand {}

  /** A character constant. */
  record Char(char value, int start, int end) implements Operand {}

  /** {@code ${name}}: what a field has in the selected packet. */
  record Reference(String name, int start, int end) implements Operand {}

  /** Some bytes of another. */
  record Sliced(Operand of, Ranges ranges, int end) implements Operand {
    @Override
    public int start() {
      return of.start();
    }
  }

  /** Another in some layers of its protocol. */
  record Layered(Operand of, Ranges layers, int end) implements Operand {
    @Override
    public int start() {
      return of.start();
    }
  }

  /** What an operator makes of two others. */
  record Operation(Arithmetic arithmetic, Operand left, Operand right) implements Operand {
    @Override
    public int start() {
      return left.start();
    }

    @Override
    public int end() {
      return right.end();
    }
  }

  /** Another with a minus before it. */
  record Negative(Operand of, int start) implements Operand {
    @Override
    public int end() {
      return of.end();
    }
  }

  /** A function of others. */
  record Call(Word function, List<Operand> arguments, int end) implements Operand {
    @Override
    public int start() {
      return function.start();
    }
  }

  /**
   * A field; several where protocols share the name. All are of one type.
   *
   * @param layers those of its protocol that are read
   */
  record Reading(String name, List<Field> fields, Ranges layers, int start, int end)
      implements Operand {
    Field first() {
      return fields.getFirst();
    }

    FieldType type() {
      return first().type();
    }
  }

  /** A literal that was understood. */
  record Constant(Value value, int start, int end) implements Operand {}

  /**
   * A value that is computed of fields.
   *
   * @param name as it is written in the filter
   * @param needs one of these must be in a packet that has the value; empty for no such promise
   * @param alone when it holds without a comparison
   * @param recipe makes the computation, one for each thread
   */
  record Computed(
      String name,
      FieldType type,
      Set<Protocol> needs,
      Alone alone,
      Supplier<Computation> recipe,
      int start,
      int end)
      implements Operand {
    /** When a computed value holds without a comparison. */
    enum Alone {
      REFUSED,
      NOT_EMPTY,
      NOT_ZERO
    }

    Computed alone(Alone when) {
      return new Computed(name, type, needs, when, recipe, start, end);
    }
  }

  /** What is read for an operand that the check left: of a computed one, a field of its own. */
  static Reading reading(Operand operand) {
    return switch (operand) {
      case Reading reading -> reading;
      case Computed c -> {
        Computation computation = c.recipe.get();
        Field field =
            Field.of(
                Protocol.FRAME,
                c.name,
                c.name,
                c.type,
                (packet, layer, out) -> computation.compute(packet, out));
        yield new Reading(c.name, List.of(field.bits(Long.SIZE)), Ranges.ALL, c.start, c.end);
      }
      default -> throw new IllegalArgumentException(operand.toString());
    };
  }
}
