package org.earpiece.filter.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Searches bytes for an {@link Automaton}, one look at each byte: the sets of steps that are
 * possible at a place are states of a deterministic automaton, made as they are met. One thread.
 */
public final class ByteMatcher {
  /** States kept; with more all are forgotten and made anew. */
  static final int MAX_STATES = 1_000;

  /** How often states may be forgotten: an expression that makes ever new ones is not for this. */
  static final int MAX_TIMES_FORGOTTEN = 20;

  private static final int UNKNOWN = -1;
  private static final int MATCHED = -2;

  /**
   * What may go on at a place.
   *
   * @param steps before it is asked what the place is, ascending
   * @param begin whether it is the first place
   * @param afterWord whether the byte before belongs to a word
   */
  private record State(List<Integer> steps, boolean begin, boolean afterWord) {}

  private final Automaton automaton;

  /** Classes of bytes, then the line feed that ends a text, and the end. */
  private final int lastFeed;

  private final int end;
  private final int width;

  private final List<State> states = new ArrayList<>();
  private final Map<State, Integer> numbers = new HashMap<>();
  private int[] table = new int[0];

  /** Bytes that change nothing where nothing has begun. */
  private final boolean[] idle = new boolean[ByteSet.ALL];

  private int resting;
  private int forgotten;

  private final boolean[] reached;
  private final int[] open;

  ByteMatcher(Automaton automaton) {
    this.automaton = automaton;
    lastFeed = automaton.bytes.length;
    end = lastFeed + 1;
    width = end + 1;
    reached = new boolean[automaton.size()];
    open = new int[automaton.size()];
    begin();
  }

  /** Makes the states that every search has: the first, and the one where nothing has begun. */
  private void begin() {
    states.clear();
    numbers.clear();
    Arrays.fill(table, UNKNOWN);
    number(new State(List.of(automaton.start), true, false));
    resting = number(new State(List.of(automaton.start), false, false)) * width;
    for (int b = 0; b < ByteSet.ALL; b++) {
      idle[b] = next(resting, automaton.classes[b] & 0xFF) == resting;
    }
  }

  /** Whether it asks too much for this, and others must search: then no answer is to be had. */
  public boolean exhausted() {
    return forgotten > MAX_TIMES_FORGOTTEN;
  }

  /** Whether the bytes from {@code from} up to {@code to} have a match in them. */
  public boolean find(byte[] array, int from, int to) {
    byte[] classes = automaton.classes;
    int[] known = table;
    int state = 0;
    int last = to - 1;
    for (int at = from; at < last; at++) {
      if (state == resting) {
        while (at < last && idle[array[at] & 0xFF]) {
          at++;
        }
        if (at >= last) {
          break;
        }
      }
      int kind = classes[array[at] & 0xFF] & 0xFF;
      int next = known[state + kind];
      if (next == UNKNOWN) {
        next = next(state, kind);
        known = table;
      }
      if (next == MATCHED) {
        return true;
      }
      state = next;
    }
    if (to > from) {
      byte b = array[last];
      state = next(state, b == '\n' ? lastFeed : classes[b & 0xFF] & 0xFF);
    }
    return state == MATCHED || next(state, end) == MATCHED;
  }

  private int next(int state, int kind) {
    int known = table[state + kind];
    if (known != UNKNOWN) {
      return known;
    }
    State from = states.get(state / width);
    int next = step(from, kind);
    if (next == MATCHED || states.size() < MAX_STATES) {
      int at = next == MATCHED ? MATCHED : next * width;
      table[state + kind] = at;
      return at;
    }
    State to = states.get(next);
    forgotten++;
    begin();
    return number(to) * width;
  }

  /** The number of the state behind a byte, or that all is matched before it. */
  private int step(State from, int kind) {
    int b = kind == end ? UNKNOWN : kind == lastFeed ? '\n' : automaton.bytes[kind];
    boolean word = b >= 0 && ByteSet.WORD.has(b);
    if (reach(from, kind, from.afterWord() != word)) {
      return MATCHED;
    }
    List<Integer> steps = new ArrayList<>();
    boolean[] taken = new boolean[reached.length];
    taken[automaton.start] = true;
    for (int i = 0; b >= 0 && i < reached.length; i++) {
      if (reached[i] && automaton.step(i) instanceof Automaton.Step.Take take) {
        taken[take.next()] |= take.set().has(b);
      }
    }
    for (int i = 0; i < taken.length; i++) {
      if (taken[i]) {
        steps.add(i);
      }
    }
    return number(new State(List.copyOf(steps), false, automaton.edges && word));
  }

  /** Marks the steps that are reached without a byte; whether all is matched. */
  private boolean reach(State from, int kind, boolean edge) {
    Arrays.fill(reached, false);
    int count = 0;
    for (int step : from.steps()) {
      reached[step] = true;
      open[count++] = step;
    }
    while (count > 0) {
      switch (automaton.step(open[--count])) {
        case Automaton.Step.Split split -> {
          count = add(split.first(), count);
          count = add(split.second(), count);
        }
        case Automaton.Step.Ask ask -> {
          boolean there =
              switch (ask.place()) {
                case BEGIN -> from.begin();
                case END -> kind == end;
                case LINE_END -> kind == end || kind == lastFeed;
                case WORD_EDGE -> edge;
                case NO_WORD_EDGE -> !edge;
              };
          count = there ? add(ask.next(), count) : count;
        }
        case Automaton.Step.Take take -> {}
        case Automaton.Step.Match match -> {
          return true;
        }
      }
    }
    return false;
  }

  private int add(int step, int count) {
    if (reached[step]) {
      return count;
    }
    reached[step] = true;
    open[count] = step;
    return count + 1;
  }

  private int number(State state) {
    Integer known = numbers.get(state);
    if (known != null) {
      return known;
    }
    int number = states.size();
    states.add(state);
    numbers.put(state, number);
    if ((number + 1) * width > table.length) {
      int before = table.length;
      table = Arrays.copyOf(table, Math.max(2 * before, (number + 1) * width));
      Arrays.fill(table, before, table.length, UNKNOWN);
    }
    return number;
  }
}
