package org.earpiece.ui.calls;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.earpiece.voip.CallSnapshot;

/**
 * The list's own order: the newest conversation first, its legs below its first call in order of
 * time.
 */
final class CallOrder {
  private CallOrder() {}

  /** Numbers of the calls that are accepted, in order. */
  static int[] newestFirst(List<CallSnapshot> calls, IntPredicate accepted) {
    int n = calls.size();
    int[] firstOf = new int[n + 1];
    int[] next = new int[n + 1];
    int[] lastOf = new int[n + 1];
    int count = 0;
    for (int i = 0; i < n; i++) {
      CallSnapshot call = calls.get(i);
      if (!accepted.test(call.number())) {
        continue;
      }
      count++;
      int session = call.session() >= 1 && call.session() <= n ? call.session() : call.number();
      if (firstOf[session] == 0) {
        firstOf[session] = call.number();
      } else {
        next[lastOf[session]] = call.number();
      }
      lastOf[session] = call.number();
    }
    return flatten(firstOf, next, count);
  }

  private static int[] flatten(int[] firstOf, int[] next, int count) {
    int[] heads = Arrays.stream(firstOf).filter(first -> first > 0).sorted().toArray();
    int[] order = new int[count];
    int at = 0;
    for (int i = heads.length - 1; i >= 0; i--) {
      for (int call = heads[i]; call != 0; call = next[call]) {
        order[at++] = call;
      }
    }
    return order;
  }
}
