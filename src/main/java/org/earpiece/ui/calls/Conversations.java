package org.earpiece.ui.calls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.earpiece.ui.kit.table.Fold;

/**
 * The calls as conversations: the newest first, the legs of each below its first call in order of
 * time, or folded under it. A conversation is selected as one: by its first call. FX thread.
 */
final class Conversations {
  private final Set<Integer> turned = new HashSet<>();
  private boolean allShut;
  private int turns;
  private int[] sessions = new int[0];
  private int[] headOf = new int[1];
  private int[] next = new int[1];

  /**
   * Takes the calls as they are now.
   *
   * @param sessionOf the session of call n at n - 1: the number of one of its calls
   * @param accepted which calls are shown, by number
   */
  void show(int[] sessionOf, IntPredicate accepted) {
    sessions = sessionOf;
    int n = sessionOf.length;
    headOf = new int[n + 1];
    next = new int[n + 1];
    int[] first = new int[n + 1];
    int[] last = new int[n + 1];
    for (int number = 1; number <= n; number++) {
      if (accepted.test(number)) {
        int session = sessionOf[number - 1];
        if (first[session] == 0) {
          first[session] = number;
        } else {
          next[last[session]] = number;
        }
        last[session] = number;
        headOf[number] = first[session];
      }
    }
  }

  /** Whether a call is shown at all, be it folded away. */
  private boolean known(int call) {
    return call >= 1 && call < headOf.length && headOf[call] != 0;
  }

  private boolean shut(int head) {
    return next[head] != 0 && allShut != turned.contains(head);
  }

  /** Numbers of the calls in order, without those folded away. */
  int[] order() {
    int[] order = new int[sessions.length];
    int count = 0;
    for (int head = sessions.length; head > 0; head--) {
      if (headOf[head] == head) {
        boolean shut = shut(head);
        order[count++] = head;
        for (int leg = next[head]; leg != 0 && !shut; leg = next[leg]) {
          order[count++] = leg;
        }
      }
    }
    return Arrays.copyOf(order, count);
  }

  Fold fold(int call) {
    if (!known(call) || (headOf[call] == call && next[call] == 0)) {
      return Fold.SINGLE;
    }
    return headOf[call] != call ? Fold.UNDER : shut(call) ? Fold.SHUT : Fold.OPEN;
  }

  /** The first call of a call's conversation. */
  int head(int call) {
    return known(call) ? headOf[call] : call;
  }

  /** Shuts or opens a conversation by one of its calls. */
  void shut(int call, boolean now) {
    int head = head(call);
    if (known(head) && shut(head) != now) {
      turns++;
      if (!turned.remove(head)) {
        turned.add(head);
      }
    }
  }

  /** Shuts or opens all conversations, and those that come. */
  void shutAll(boolean now) {
    allShut = now;
    turned.clear();
    turns++;
  }

  /** Changes with each conversation that is shut or opened. */
  int turns() {
    return turns;
  }

  boolean allShut() {
    return allShut;
  }

  /** The calls that the rows of these calls stand for: a conversation's first for all of it. */
  List<Integer> callsOf(List<Integer> rows) {
    Set<Integer> all = new LinkedHashSet<>();
    for (int row : rows) {
      if (known(row) && headOf[row] == row) {
        for (int call = 1; call <= sessions.length; call++) {
          if (sessions[call - 1] == sessions[row - 1]) {
            all.add(call);
          }
        }
      } else if (row >= 1 && row <= sessions.length) {
        all.add(row);
      }
    }
    return List.copyOf(all);
  }

  /** The rows that stand for these calls; what is folded away alone is opened. */
  List<Integer> rowsOf(List<Integer> selected) {
    List<Integer> rows = new ArrayList<>();
    for (int call : selected) {
      boolean spokenFor = known(call) && headOf[call] != call && selected.contains(headOf[call]);
      if (known(call) && !spokenFor) {
        if (headOf[call] != call) {
          shut(call, false);
        }
        rows.add(call);
      }
    }
    return rows;
  }
}
