package org.earpiece.filter.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression as a nondeterministic automaton over bytes, built as Thompson did
 * (Communications of the ACM 11/6, 1968): steps that take a byte of a set, split, or ask for a
 * place. Immutable; any thread.
 */
public final class Automaton {
  /** Steps of one expression; longer ones are left to others. */
  static final int MAX_STEPS = 2_000;

  /** The number of the step at which all is matched. */
  static final int MATCH = 0;

  /** What a step does. */
  sealed interface Step {
    /** Nothing is left to be matched. */
    record Match() implements Step {}

    /** Takes a byte. */
    record Take(ByteSet set, int next) implements Step {}

    /** Goes on if the place is one. */
    record Ask(Node.Place place, int next) implements Step {}

    /** Goes on at both. */
    record Split(int first, int second) implements Step {}
  }

  private final List<Step> steps = new ArrayList<>();
  final int start;

  /** The class of each byte: bytes that no step tells apart share one. */
  final byte[] classes = new byte[ByteSet.ALL];

  /** A byte of each class. */
  final int[] bytes;

  /** Whether the expression asks for the edges of words. */
  final boolean edges;

  private Automaton(Node node) {
    steps.add(new Step.Match());
    start = compile(node, MATCH);
    bytes = classes();
    edges = steps.stream().anyMatch(Automaton::asksForEdge);
  }

  /**
   * The automaton of a valid expression of Perl's whose case does not count, or null where it is
   * not regular, too long, or has characters beyond ASCII.
   */
  public static @Nullable Automaton of(String perl) {
    Node node = RegexParser.parse(perl);
    if (node == null) {
      return null;
    }
    Automaton automaton = new Automaton(node);
    return automaton.steps.size() > MAX_STEPS ? null : automaton;
  }

  /** A search for it, for one thread. */
  public ByteMatcher matcher() {
    return new ByteMatcher(this);
  }

  Step step(int number) {
    return steps.get(number);
  }

  int size() {
    return steps.size();
  }

  private static boolean asksForEdge(Step step) {
    return step instanceof Step.Ask ask
        && (ask.place() == Node.Place.WORD_EDGE || ask.place() == Node.Place.NO_WORD_EDGE);
  }

  private int add(Step step) {
    steps.add(step);
    return steps.size() - 1;
  }

  /** The first step of a part behind which others go on at {@code next}. */
  private int compile(Node node, int next) {
    if (steps.size() > MAX_STEPS) {
      return next;
    }
    return switch (node) {
      case Node.One one -> add(new Step.Take(one.set(), next));
      case Node.At where -> add(new Step.Ask(where.place(), next));
      case Node.Sequence sequence -> {
        int first = next;
        for (Node part : sequence.parts().reversed()) {
          first = compile(part, first);
        }
        yield first;
      }
      case Node.Choice choice -> {
        int first = compile(choice.parts().getLast(), next);
        for (int i = choice.parts().size() - 2; i >= 0; i--) {
          first = add(new Step.Split(compile(choice.parts().get(i), next), first));
        }
        yield first;
      }
      case Node.Repeat repeat -> compile(repeat, next);
    };
  }

  private int compile(Node.Repeat repeat, int next) {
    int first = next;
    if (repeat.max() < 0) {
      int split = add(new Step.Split(next, next));
      steps.set(split, new Step.Split(compile(repeat.part(), split), next));
      first = split;
    }
    for (int i = repeat.min(); i < repeat.max() && steps.size() <= MAX_STEPS; i++) {
      first = add(new Step.Split(compile(repeat.part(), first), next));
    }
    for (int i = 0; i < repeat.min() && steps.size() <= MAX_STEPS; i++) {
      first = compile(repeat.part(), first);
    }
    return first;
  }

  /** Tells bytes apart as far as steps do; a byte of each class is returned. */
  private int[] classes() {
    List<ByteSet> sets = new ArrayList<>(List.of(ByteSet.WORD, ByteSet.NO_LINE_FEED));
    for (Step step : steps) {
      if (step instanceof Step.Take take) {
        sets.add(take.set());
      }
    }
    List<BitSet> known = new ArrayList<>();
    int[] first = new int[ByteSet.ALL];
    for (int b = 0; b < ByteSet.ALL; b++) {
      BitSet in = new BitSet(sets.size());
      for (int i = 0; i < sets.size(); i++) {
        in.set(i, sets.get(i).has(b));
      }
      int found = known.indexOf(in);
      if (found < 0) {
        found = known.size();
        known.add(in);
        first[found] = b;
      }
      classes[b] = (byte) found;
    }
    return Arrays.copyOf(first, known.size());
  }
}
