package org.earpiece.voip.softstate;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.dissect.voip.sip.SipHeader;
import org.earpiece.dissect.voip.sip.SipMessage;
import org.earpiece.voip.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * The tries of clients at one thing, by Call-ID: a client uses the same one all along (RFC 3261
 * section 10.2). Pipeline's thread.
 *
 * @param <A> what a request asks for
 */
public final class Attempts<A> {
  /** Tries remembered of one thing; of further clients at a time the oldest is forgotten. */
  public static final int MAX_ATTEMPTS = 8;

  private final List<Attempt<A>> recent = new ArrayList<>(1);
  private int count;
  private int failures;
  private @Nullable Refusal refusal;

  /** How often it was tried: challenges and the requests that answer them are one try. */
  public int count() {
    return count;
  }

  /** Tries that came to nothing. */
  public int failures() {
    return failures;
  }

  /** Why the last of those did, or null. */
  public @Nullable Refusal refusal() {
    return refusal;
  }

  /** What the tries that run ask for. */
  public List<A> asked() {
    List<A> asked = new ArrayList<>(recent.size());
    for (Attempt<A> attempt : recent) {
      A what = attempt.asked();
      if (what != null) {
        asked.add(what);
      }
    }
    return asked;
  }

  /** Whether a try stands so. */
  public boolean any(Attempt.State state) {
    for (Attempt<A> attempt : recent) {
      if (attempt.state() == state) {
        return true;
      }
    }
    return false;
  }

  /** Takes a request; the try that it begins or goes on with, null for a copy. */
  public @Nullable Attempt<A> request(SipMessage message, Transaction t, long time, A asked) {
    long callId = Transaction.key(message.callId());
    Attempt<A> known = find(callId);
    if (known != null && known.copied(t)) {
      return null;
    }
    if (known == null && credentials(message)) {
      known = challenged();
    }
    if (known != null && known.challenged() && answers(message, known.refusal())) {
      known.again(callId, t, time, asked);
      return known;
    }
    if (known != null && known.resumedBy(message)) {
      failures--;
      known.again(callId, t, time, asked);
      return known;
    }
    if (known != null && known.open()) {
      known.abandoned(time);
      failed(known);
    }
    return begin(callId, t, time, asked);
  }

  /** Takes a response; the try that it changes, or null. */
  public @Nullable Attempt<A> response(SipMessage message, Transaction t, long time) {
    long callId = Transaction.key(message.callId());
    Attempt<A> known = find(callId);
    if (known == null || (!known.copied(t) && message.statusCode() >= 200)) {
      known = begin(callId, t, time, null);
    }
    if (!known.answeredBy(t) || !known.response(message, time)) {
      return null;
    }
    if (known.state() == Attempt.State.REFUSED) {
      failed(known);
    }
    return known;
  }

  /** Whether the latest request of a try had this CSeq and came from this side. */
  public boolean knows(SipMessage message, Transaction t) {
    Attempt<A> known = find(Transaction.key(message.callId()));
    return known != null && known.cseq() == t.cseq() && known.copied(t);
  }

  /** Whether a request does what a challenge asks for. */
  private static boolean answers(SipMessage message, @Nullable Refusal challenge) {
    return credentials(message) || (challenge != null && challenge.status() == 423);
  }

  private static boolean credentials(SipMessage message) {
    return message.header(SipHeader.AUTHORIZATION) != null
        || message.header(SipHeader.PROXY_AUTHORIZATION) != null;
  }

  private @Nullable Attempt<A> find(long callId) {
    for (Attempt<A> attempt : recent) {
      if (attempt.of(callId)) {
        return attempt;
      }
    }
    return null;
  }

  /** The only try that waits for credentials: some clients bring them with another Call-ID. */
  private @Nullable Attempt<A> challenged() {
    Attempt<A> only = null;
    for (Attempt<A> attempt : recent) {
      if (attempt.challenged()) {
        if (only != null) {
          return null;
        }
        only = attempt;
      }
    }
    return only;
  }

  private Attempt<A> begin(long callId, Transaction t, long time, @Nullable A asked) {
    recent.removeIf(attempt -> attempt.of(callId));
    if (recent.size() == MAX_ATTEMPTS) {
      recent.removeFirst();
    }
    Attempt<A> attempt = new Attempt<>(callId, t, time, asked);
    recent.add(attempt);
    count++;
    return attempt;
  }

  private void failed(Attempt<A> attempt) {
    failures++;
    refusal = attempt.refusal();
  }

  /** When time ends a try, or {@link Deadlines#NONE}. */
  public long deadline() {
    long first = Deadlines.NONE;
    for (Attempt<A> attempt : recent) {
      first = Math.min(first, attempt.deadline());
    }
    return first;
  }

  /** Lets time pass; the last try that it ends, or null. */
  public @Nullable Attempt<A> passed(long now) {
    Attempt<A> last = null;
    for (Attempt<A> attempt : recent) {
      if (attempt.passed(now)) {
        failed(attempt);
        attempt.settle();
        last = attempt;
      }
    }
    return last;
  }
}
