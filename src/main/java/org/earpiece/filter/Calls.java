package org.earpiece.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.earpiece.filter.compute.Computation;
import org.earpiece.filter.compute.Function;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/** Checks the arguments of functions. */
final class Calls {
  private final Computing computing;

  Calls(Computing computing) {
    this.computing = computing;
  }

  Operand call(Operand.Call call) throws FilterException {
    Function function = Function.named(call.function().text());
    if (function == null) {
      throw FilterException.at(call.function(), unknown(call.function().text()));
    }
    int given = call.arguments().size();
    if (given == 0 || (given > 1 && !function.several())) {
      throw FilterException.at(
          call, function.title() + " takes " + (function.several() ? "arguments" : "one argument"));
    }
    if (function.several()) {
      return extreme(function, call);
    }
    Operand of = computing.field(call.arguments().getFirst(), function.title() + " is asked of");
    return single(function, of, call);
  }

  private static String unknown(String name) {
    List<String> names = Arrays.stream(Function.values()).map(Function::title).toList();
    String near = Nearest.to(name, names);
    return name
        + ": no such function; "
        + (near == null
            ? "there are " + names.stream().collect(Collectors.joining(", "))
            : "did you mean " + near + "?");
  }

  private static Operand single(Function function, Operand of, Operand.Call call)
      throws FilterException {
    String name = function.title() + "(" + Computing.name(of) + ")";
    FieldType type = Computing.type(of);
    return switch (function) {
      case COUNT -> {
        Supplier<Computation> recipe = Computing.recipe(of);
        yield Computing.computed(
            name, FieldType.INT, Needs.of(of), () -> Function.count(recipe.get()), call);
      }
      case LEN -> {
        Field field = Operand.reading(of).first();
        yield Computing.each(name, FieldType.INT, of, call, () -> Function.length(field));
      }
      case LOWER, UPPER -> {
        require(function, of, type == FieldType.STRING, "text");
        yield Computing.each(
            name, type, of, call, () -> Function.letters(function == Function.UPPER));
      }
      case STRING -> {
        require(function, of, writable(type), "numbers and addresses");
        Field field = Operand.reading(of).first();
        yield Computing.each(name, FieldType.STRING, of, call, () -> Function.text(field));
      }
      case ABS -> {
        FieldType result = Computing.computing(of, function.title());
        yield Computing.each(name, result, of, call, () -> Function.magnitude(result));
      }
      case MAX, MIN -> throw new IllegalArgumentException(name);
    };
  }

  private static boolean writable(FieldType type) {
    return switch (type) {
      case UINT, INT, FRAME_NUMBER, DOUBLE, IPV4, IPV6, ETHER -> true;
      default -> false;
    };
  }

  private static void require(Function function, Operand of, boolean fits, String what)
      throws FilterException {
    if (!fits) {
      throw FilterException.at(
          of,
          Computing.name(of)
              + " is "
              + FilterCheck.describe(Computing.type(of))
              + "; "
              + function.title()
              + " takes "
              + what);
    }
  }

  private Operand extreme(Function function, Operand.Call call) throws FilterException {
    List<Operand> arguments = new ArrayList<>();
    for (Operand argument : call.arguments()) {
      arguments.add(computing.resolve(argument));
    }
    Operand typed = typed(arguments);
    if (typed == null) {
      typed = computing.field(call.arguments().getFirst(), function.title() + " is asked of");
    }
    FieldType type = Computing.computing(typed, function.title());
    List<Supplier<Computation>> recipes = new ArrayList<>();
    EnumSet<Protocol> needs = EnumSet.noneOf(Protocol.class);
    boolean always = false;
    for (Operand argument : arguments) {
      if (Computing.literal(argument)) {
        recipes.add(computing.constant(argument, Computing.name(typed), type));
        always = true;
        continue;
      }
      FieldType own = Computing.computing(argument, function.title());
      if (own != type) {
        require(function, argument, false, FilterCheck.describe(type) + " in each argument here");
      }
      recipes.add(Computing.recipe(argument));
      EnumSet<Protocol> needed = Needs.of(argument);
      always |= needed.isEmpty();
      needs.addAll(needed);
    }
    if (always) {
      needs.clear();
    }
    String name = function.title() + "(" + Computing.name(typed) + ", …)";
    return Computing.computed(
        name,
        type,
        needs,
        () ->
            Function.extreme(
                recipes.stream().map(Supplier::get).toList(), type, function == Function.MIN),
        call);
  }

  private static @Nullable Operand typed(List<Operand> arguments) {
    for (Operand argument : arguments) {
      if (!Computing.literal(argument)) {
        return argument;
      }
    }
    return null;
  }
}
