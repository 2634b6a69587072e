package org.earpiece.voip.correlation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Calls in groups, each a conversation, by the links between them. A group's number is that of its
 * first call. Pipeline's thread.
 */
final class Sessions {
  /** The call that a call was joined to, nearer to the first one; 0 for a first one. */
  private int[] parents = new int[64];

  /** The next call of the same session, in a ring; 0 where a call is alone. */
  private int[] ring = new int[64];

  private final List<CallLink> links = new ArrayList<>();

  /** Of each call, the place of the first link that joined it, and one more; 0 for none. */
  private int[] joinedBy = new int[64];

  /** Calls that a person took out of their conversation. */
  private final BitSet apart = new BitSet();

  /** Calls whose sessions changed since {@link #regrouped} was last asked. */
  private final BitSet changed = new BitSet();

  /** The session of a call. Halves the way that it goes, so that chains do not stay long. */
  int of(int call) {
    int root = call;
    while (root < parents.length && parents[root] != 0) {
      int parent = parents[root];
      if (parents[parent] != 0) {
        parents[root] = parents[parent];
      }
      root = parent;
    }
    return root;
  }

  /** Why a call is joined to an earlier one; null where nothing joined it. */
  @Nullable CallLink link(int call) {
    int place = call < joinedBy.length ? joinedBy[call] : 0;
    return place == 0 ? null : links.get(place - 1);
  }

  /** Calls of a session that are not alone, in a ring, beginning with this one. */
  void each(int call, IntConsumer action) {
    int next = call;
    do {
      action.accept(next);
      next = next < ring.length && ring[next] != 0 ? ring[next] : call;
    } while (next != call);
  }

  /** Joins two calls, unless they are, or a person said that one of them stands apart. */
  void join(CallLink link) {
    if (!apart.get(link.call()) && !apart.get(link.to()) && of(link.call()) != of(link.to())) {
      put(link);
    }
  }

  /** Joins two calls because a person says so. */
  void joinByHand(CallLink link) {
    apart.clear(link.call());
    apart.clear(link.to());
    if (of(link.call()) != of(link.to())) {
      put(link);
    }
  }

  /** Takes a call out of its session because a person says so. */
  void split(int call) {
    each(call, changed::set);
    apart.set(call);
    List<CallLink> kept = new ArrayList<>(links);
    kept.removeIf(link -> link.call() == call || link.to() == call);
    links.clear();
    Arrays.fill(parents, 0);
    Arrays.fill(ring, 0);
    Arrays.fill(joinedBy, 0);
    kept.forEach(this::put);
  }

  private void put(CallLink link) {
    links.add(link);
    union(link.call(), link.to());
    int joined = Math.max(link.call(), link.to());
    if (joinedBy[joined] == 0) {
      joinedBy[joined] = links.size();
    }
  }

  private void union(int a, int b) {
    int first = Math.min(of(a), of(b));
    int second = Math.max(of(a), of(b));
    grow(Math.max(a, b));
    parents[second] = first;
    int next = ring[first] == 0 ? first : ring[first];
    ring[first] = ring[second] == 0 ? second : ring[second];
    ring[second] = next;
    changed.set(first);
  }

  private void grow(int call) {
    if (call >= parents.length) {
      int size = Math.max(call + 1, parents.length * 2);
      parents = Arrays.copyOf(parents, size);
      ring = Arrays.copyOf(ring, size);
      joinedBy = Arrays.copyOf(joinedBy, size);
    }
  }

  /** Hands over the calls of all sessions that changed since this was last asked. */
  void regrouped(IntConsumer action) {
    BitSet done = new BitSet();
    for (int i = changed.nextSetBit(0); i >= 0; i = changed.nextSetBit(i + 1)) {
      if (!done.get(i)) {
        each(
            i,
            call -> {
              done.set(call);
              action.accept(call);
            });
      }
    }
    changed.clear();
  }
}
