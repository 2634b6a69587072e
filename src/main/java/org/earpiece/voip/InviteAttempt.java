package org.earpiece.voip;

import java.util.Arrays;

/**
 * One INVITE outside a dialog on its way, on every hop that the capture shows: a proxy sends it on
 * under a new branch with one Via more, to several places where it forks. What the caller gets
 * decides; hops further down are followed only where nothing comes back on those before them.
 * Pipeline's thread.
 */
final class InviteAttempt {
  /** Branches told apart; further ones are not followed. */
  static final int MAX_BRANCHES = 32;

  private static final int UNANSWERED = 0;
  private static final int FAILURE = 300;

  private final Transaction first;
  private final long start;

  /** When the last provisional response came, or {@link CallSnapshot#NEVER}. */
  long lastProvisional = CallSnapshot.NEVER;

  private long[] branches = new long[1];
  private int[] vias = new int[1];
  private int[] statuses = new int[1];
  private boolean[] cancelled = new boolean[1];
  private int count;

  InviteAttempt(Transaction first, long start) {
    this.first = first;
    this.start = start;
  }

  long start() {
    return start;
  }

  long cseq() {
    return first.cseq();
  }

  /** Whether a message belongs to this INVITE by CSeq number and From tag. */
  boolean same(Transaction transaction) {
    return first.same(transaction);
  }

  /** Whether an INVITE is the same caller's next one. */
  boolean precedes(Transaction next) {
    return first.fromTag() == next.fromTag() && first.cseq() < next.cseq();
  }

  /** Whether an INVITE is the same caller's earlier one, come late. */
  boolean supersedes(Transaction earlier) {
    return first.fromTag() == earlier.fromTag() && first.cseq() > earlier.cseq();
  }

  int size() {
    return count;
  }

  /** The index of a branch, or -1. */
  int find(long branch) {
    for (int i = 0; i < count; i++) {
      if (branches[i] == branch) {
        return i;
      }
    }
    return -1;
  }

  /** Adds the hop of an INVITE or of a response to it; -1 when there are too many. */
  int add(Transaction transaction) {
    if (count == MAX_BRANCHES) {
      return -1;
    }
    if (count == branches.length) {
      branches = Arrays.copyOf(branches, count * 2);
      vias = Arrays.copyOf(vias, count * 2);
      statuses = Arrays.copyOf(statuses, count * 2);
      cancelled = Arrays.copyOf(cancelled, count * 2);
    }
    branches[count] = transaction.branch();
    vias[count] = transaction.vias();
    return count++;
  }

  /** Notes a response; whether it is a new one on its hop. */
  boolean response(int hop, int status) {
    if (statuses[hop] >= 200 || statuses[hop] == status) {
      return false;
    }
    statuses[hop] = status;
    return true;
  }

  boolean responded() {
    for (int i = 0; i < count; i++) {
      if (statuses[i] != UNANSWERED) {
        return true;
      }
    }
    return false;
  }

  /** Notes a CANCEL; whether nothing that is not cancelled can still be answered. */
  boolean cancel(int hop) {
    cancelled[hop] = true;
    int first = firstHop();
    boolean all = vias[hop] == first;
    for (int i = 0; i < count; i++) {
      all &= vias[i] != first || cancelled[i] || statuses[i] >= FAILURE;
    }
    return all;
  }

  /** Whether the caller has got a final failure. */
  boolean failed() {
    int first = firstHop();
    for (int i = 0; i < count; i++) {
      if (vias[i] == first && statuses[i] < FAILURE) {
        return false;
      }
    }
    return count > 0;
  }

  /** Whether no answer to this attempt is awaited any more. */
  boolean over() {
    int first = firstHop();
    for (int i = 0; i < count; i++) {
      if (vias[i] == first && statuses[i] < FAILURE && !cancelled[i]) {
        return false;
      }
    }
    return count > 0;
  }

  /** The number of Vias on the hop nearest to the caller on which something came back. */
  private int firstHop() {
    int first = Integer.MAX_VALUE;
    int nearest = Integer.MAX_VALUE;
    for (int i = 0; i < count; i++) {
      nearest = Math.min(nearest, vias[i]);
      if (statuses[i] != UNANSWERED) {
        first = Math.min(first, vias[i]);
      }
    }
    return first == Integer.MAX_VALUE ? nearest : first;
  }
}
