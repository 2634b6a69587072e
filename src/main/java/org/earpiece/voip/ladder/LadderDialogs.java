package org.earpiece.voip.ladder;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.earpiece.dissect.voip.sip.SipMessage;
import org.earpiece.voip.Transaction;

/**
 * Numbers the dialogs of a ladder in order of appearance (RFC 3261 section 12): one for a Call-ID,
 * and a further one for each branch of a call that forks. One thread.
 */
final class LadderDialogs {
  /** A Call-ID's first dialog, and the tags of it once an answer tells them. */
  private static final class Root {
    final int number;
    long tags;

    Root(int number) {
      this.number = number;
    }
  }

  /** The two tags of a dialog, whoever sends. Ordered, as all keys from the network. */
  private record Key(int call, long tags) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparingInt(Key::call).thenComparingLong(Key::tags);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private final Map<Integer, Root> roots = new HashMap<>();
  private final Map<Key, Integer> forks = new HashMap<>();
  private int count;

  int count() {
    return count;
  }

  /** The number of a message's dialog, from 1. */
  int of(int call, SipMessage message, Transaction transaction) {
    Root root = roots.computeIfAbsent(call, c -> new Root(++count));
    if (transaction.toTag() == 0 || !makesDialogs(message.cseqMethod())) {
      return root.number;
    }
    long tags = transaction.fromTag() ^ transaction.toTag();
    int status = message.statusCode();
    boolean creates = status > 100 && status < 300;
    if (creates && root.tags == 0) {
      root.tags = tags;
    }
    if (tags == root.tags) {
      return root.number;
    }
    Key key = new Key(call, tags);
    return creates
        ? forks.computeIfAbsent(key, k -> ++count)
        : forks.getOrDefault(key, root.number);
  }

  /** Other methods have To tags, too, and make no dialog, such as REGISTER. */
  private static boolean makesDialogs(String method) {
    return switch (method) {
      case "REGISTER", "OPTIONS", "MESSAGE", "PUBLISH" -> false;
      default -> true;
    };
  }
}
