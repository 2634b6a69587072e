package org.earpiece.voip.softstate;

import java.util.Arrays;
import org.earpiece.dissect.voip.sip.SipHeader;
import org.earpiece.dissect.voip.sip.SipMessage;
import org.earpiece.dissect.voip.sip.SipValue;
import org.earpiece.voip.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * One try of a client: its request, the challenges to it, the requests that answer those, and what
 * came of it in the end. Further hops of a proxy and retransmissions change nothing. Pipeline's
 * thread.
 *
 * @param <A> what the request asks for
 */
public final class Attempt<A> {
  /** Where a try stands. */
  public enum State {
    /** No final response yet. */
    PENDING,
    /** 401, 407 or 423: the client is expected to come again. */
    CHALLENGED,
    ACCEPTED,
    REFUSED,
    UNANSWERED
  }

  /** A request without final response fails after this (RFC 3261 Timer F: 64 T1). */
  static final long NO_RESPONSE_NANOS = 32_000_000_000L;

  /** A challenge is the final answer after this; a client that comes back later is taken back. */
  static final long CHALLENGE_NANOS = NO_RESPONSE_NANOS;

  /** Challenges of one try that are told apart: a proxy each, and the registrar. */
  static final int MAX_CHALLENGES = 4;

  private long callId;
  private long cseq;
  private long fromTag;
  private long branch;
  private long since;
  private State state = State.PENDING;
  private @Nullable A asked;
  private long[] challenges = {};
  private long nonce;
  private @Nullable Refusal refusal;

  Attempt(long callId, Transaction transaction, long time, @Nullable A asked) {
    this.callId = callId;
    send(transaction, time, asked);
  }

  private void send(Transaction transaction, long time, @Nullable A what) {
    cseq = transaction.cseq();
    fromTag = transaction.fromTag();
    branch = transaction.branch();
    since = time;
    state = State.PENDING;
    asked = what;
  }

  boolean of(long key) {
    return callId == key;
  }

  public State state() {
    return state;
  }

  /** What the latest request asks for; null where it was not captured. */
  public @Nullable A asked() {
    return asked;
  }

  /** Why it came to nothing, or, for as long as a challenge stands, what the challenge was. */
  public @Nullable Refusal refusal() {
    return refusal;
  }

  /** The CSeq number of the latest request. */
  public long cseq() {
    return cseq;
  }

  /** Whether a request is one that was sent before, or the same on a further hop. */
  boolean copied(Transaction transaction) {
    return transaction.fromTag() == fromTag && transaction.cseq() <= cseq;
  }

  /** Whether it waits for the client to come again. */
  boolean challenged() {
    return state == State.CHALLENGED;
  }

  /** Whether it was given up too early: the credentials are for its last challenge. */
  boolean resumedBy(SipMessage message) {
    return state == State.REFUSED
        && nonce != 0
        && (nonce == nonce(message.header(SipHeader.AUTHORIZATION))
            || nonce == nonce(message.header(SipHeader.PROXY_AUTHORIZATION)));
  }

  private static long nonce(@Nullable String credentials) {
    return credentials == null ? 0 : Transaction.key(SipValue.digest(credentials).param("nonce"));
  }

  /** The client comes again, as it was asked to. */
  void again(long key, Transaction transaction, long time, @Nullable A what) {
    callId = key;
    nonce = 0;
    send(transaction, time, what);
    refusal = null;
  }

  /** Whether a response is about the latest request, on the hop where that was seen first. */
  boolean answeredBy(Transaction transaction) {
    return transaction.cseq() == cseq
        && transaction.fromTag() == fromTag
        && transaction.branch() == branch
        && state == State.PENDING;
  }

  /** Takes a response to the latest request; whether that changed something. */
  boolean response(SipMessage message, long time) {
    int status = message.statusCode();
    if (status < 200) {
      return false;
    }
    if (status < 300) {
      state = State.ACCEPTED;
      refusal = null;
      return true;
    }
    String reason = Text.kept(message.reasonPhrase());
    String remark = "";
    boolean over = true;
    if (status == 401 || status == 407) {
      SipValue challenge = challenge(message, status);
      nonce = Transaction.key(challenge.param("nonce"));
      over = !fresh(key(challenge, status));
      remark = over ? "credentials not accepted" : "";
    } else if (status == 423) {
      long least = Seconds.header(message, SipHeader.MIN_EXPIRES);
      over = !fresh(status);
      remark = least < 0 ? "" : "at least " + least + " s";
    }
    state = over ? State.REFUSED : State.CHALLENGED;
    nonce = over ? 0 : nonce;
    since = time;
    refusal = new Refusal(time, status, reason, remark);
    return true;
  }

  private static SipValue challenge(SipMessage message, int status) {
    String value =
        message.header(status == 401 ? SipHeader.WWW_AUTHENTICATE : SipHeader.PROXY_AUTHENTICATE);
    return SipValue.digest(value == null ? "" : value);
  }

  /** A key for who challenges; 0 where the credentials were right and only too old. */
  private static long key(SipValue challenge, int status) {
    if (challenge.param("stale").equalsIgnoreCase("true")) {
      return 0;
    }
    return Transaction.key(challenge.param("realm")) * 31 + status;
  }

  /** Notes a challenge; false where it has come before, or there are too many. */
  private boolean fresh(long challenge) {
    for (long known : challenges) {
      if (known == challenge) {
        return false;
      }
    }
    if (challenges.length == MAX_CHALLENGES) {
      return false;
    }
    challenges = Arrays.copyOf(challenges, challenges.length + 1);
    challenges[challenges.length - 1] = challenge;
    return true;
  }

  /** The client did not come again, or began anew: what there was is the final answer. */
  void abandoned(long time) {
    Refusal challenge = refusal;
    if (challenge == null) {
      refusal = new Refusal(time, 0, "", "");
      state = State.UNANSWERED;
    } else {
      String remark = challenge.status() == 423 ? challenge.remark() : "not tried again";
      refusal = new Refusal(time, challenge.status(), challenge.reason(), remark);
      state = State.REFUSED;
    }
  }

  /** Whether it is not known yet what comes of it. */
  boolean open() {
    return state == State.PENDING || state == State.CHALLENGED;
  }

  /** When it is given up, or {@link Deadlines#NONE}. */
  long deadline() {
    return switch (state) {
      case PENDING -> since + NO_RESPONSE_NANOS;
      case CHALLENGED -> since + CHALLENGE_NANOS;
      case ACCEPTED, REFUSED, UNANSWERED -> Deadlines.NONE;
    };
  }

  /** Gives it up if its time has come; whether it has. */
  boolean passed(long now) {
    boolean due = deadline() <= now;
    if (due) {
      abandoned(deadline());
    }
    return due;
  }

  /** Lets go of what only a running try needs. */
  public void settle() {
    asked = null;
  }
}
