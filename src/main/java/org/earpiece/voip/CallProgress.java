package org.earpiece.voip;

import static org.earpiece.voip.CallSnapshot.NEVER;

import org.jspecify.annotations.Nullable;

/**
 * How far a call has come: the state machine over its INVITE, CANCEL, ACK and BYE, fed in order of
 * arrival. Retransmissions and the further hops of a proxy change nothing. Times are ns since 1970.
 * Pipeline's thread.
 */
final class CallProgress {
  /** An INVITE without any response fails after this (RFC 3261, Timer B: 64 T1). */
  static final long NO_RESPONSE_NANOS = 32_000_000_000L;

  /** Ringing without an end fails after this; RFC 3261's Timer C is more than 3 minutes. */
  static final long NO_FINAL_NANOS = 300_000_000_000L;

  /** How long a challenged caller may take to come back; one that is later still is taken back. */
  static final long CHALLENGE_NANOS = NO_RESPONSE_NANOS;

  /** The comment stops growing here. */
  static final int MAX_COMMENT = 120;

  private CallState state = CallState.UNKNOWN;
  private long invited = NEVER;
  private long ringing = NEVER;
  private long answer = NEVER;
  private long end = NEVER;
  private int finalStatus;
  private String reason = "";
  private String comment = "";
  private @Nullable Side hangup;

  private @Nullable InviteAttempt attempt;
  private String commentBefore = "";
  private long challenged = NEVER;
  private boolean midCall;
  private long answerBranch;
  private int answers;
  private boolean acknowledged;
  private boolean unseen;
  private AnsweredDialogs dialogs = new AnsweredDialogs();

  CallState state() {
    return state;
  }

  /** When the first INVITE of this story was sent, or NEVER where it was not captured. */
  long invited() {
    return invited;
  }

  long ringing() {
    return ringing;
  }

  long answer() {
    return answer;
  }

  long end() {
    return end;
  }

  int finalStatus() {
    return finalStatus;
  }

  String reason() {
    return reason;
  }

  String comment() {
    return comment;
  }

  @Nullable Side hangup() {
    return hangup;
  }

  /** How often the answer was sent while no ACK came; 0 once one came. */
  int unacknowledgedAnswers() {
    return acknowledged ? 0 : answers;
  }

  /** Whether a challenge waits for credentials. */
  boolean challenged() {
    return challenged != NEVER;
  }

  /** Whether it is over without a BYE that was seen. */
  boolean unseen() {
    return unseen;
  }

  /** The media of a call that is up has stopped, at this time, and nobody holds the other. */
  void mediaStopped(long time) {
    if (state == CallState.IN_CALL) {
      state = CallState.COMPLETED;
      end = time;
      unseen = true;
    }
  }

  /** Something shows that a call is up after all. */
  void alive() {
    if (unseen) {
      state = CallState.IN_CALL;
      end = NEVER;
      unseen = false;
    }
  }

  /** Whether time alone may change the state. */
  boolean waits() {
    return challenged != NEVER || early();
  }

  private boolean early() {
    return state == CallState.CALL_SETUP || state == CallState.RINGING;
  }

  /** An INVITE without a To tag. */
  void invite(long time, Transaction transaction) {
    InviteAttempt now = attempt;
    if (now == null || another(now, transaction)) {
      invited = invited == NEVER || state == CallState.COMPLETED ? time : invited;
      now = begin(time, transaction);
    }
    if (now.find(transaction.branch()) < 0 && !now.supersedes(transaction)) {
      now.add(transaction);
    }
  }

  /** Whether an INVITE is a new try, not a copy or a further hop of the one before. */
  private boolean another(InviteAttempt now, Transaction transaction) {
    if (state == CallState.IN_CALL || now.find(transaction.branch()) >= 0) {
      return false;
    }
    return now.over()
        || now.precedes(transaction)
        || (state == CallState.COMPLETED && !now.same(transaction));
  }

  private InviteAttempt begin(long time, Transaction transaction) {
    InviteAttempt fresh = new InviteAttempt(transaction, time);
    attempt = fresh;
    if (comment.isEmpty()) {
      comment = "INVITE";
    }
    commentBefore = comment;
    state = CallState.CALL_SETUP;
    challenged = NEVER;
    ringing = NEVER;
    answer = NEVER;
    end = NEVER;
    finalStatus = 0;
    reason = "";
    hangup = null;
    answers = 0;
    acknowledged = false;
    unseen = false;
    dialogs = new AnsweredDialogs();
    return fresh;
  }

  /** An INVITE within a dialog: the call is up, whatever becomes of this one. */
  void reinvite() {
    alive();
    if (state == CallState.UNKNOWN) {
      state = CallState.IN_CALL;
      midCall = true;
    }
  }

  /**
   * A response to an INVITE.
   *
   * @param description whether it brings SDP
   */
  void response(
      long time, Transaction transaction, int status, String phrase, boolean description) {
    InviteAttempt now = attempt;
    if (now == null) {
      if (midCall) {
        return;
      }
      now = begin(time, transaction);
    }
    int hop = now.find(transaction.branch());
    if (hop < 0 && now.same(transaction)) {
      hop = now.add(transaction);
    }
    if (hop < 0) {
      return;
    }
    boolean fresh = now.response(hop, status);
    if (status < 200) {
      provisional(now, time, status, description);
    } else if (status < 300) {
      answered(time, transaction, status, phrase);
    } else if (fresh && now.failed()) {
      failed(time, status, phrase);
    }
  }

  private void provisional(InviteAttempt now, long time, int status, boolean earlyMedia) {
    now.lastProvisional = time;
    if (!early()) {
      return;
    }
    if (ringing == NEVER && (status == 180 || (status == 183 && earlyMedia))) {
      ringing = time;
    }
    if (status == 180) {
      state = CallState.RINGING;
    }
  }

  private void answered(long time, Transaction transaction, int status, String phrase) {
    boolean fork = dialogs.answered(transaction.toTag());
    if (answers > 0) {
      answers += !fork && transaction.branch() == answerBranch ? 1 : 0;
      return;
    }
    answers = 1;
    answerBranch = transaction.branch();
    outcome(status, phrase);
    if (state != CallState.COMPLETED) {
      state = CallState.IN_CALL;
      answer = time;
      end = NEVER;
      hangup = null;
    }
  }

  private void failed(long time, int status, String phrase) {
    if (state == CallState.IN_CALL) {
      return;
    }
    outcome(status, phrase);
    if (state == CallState.CANCELLED || state == CallState.COMPLETED) {
      if (status == 487 && answer == NEVER) {
        state = CallState.CANCELLED;
        end = time;
      }
    } else if (status == 401 || status == 407) {
      challenged = time;
    } else {
      end = time;
      state = verdict(status);
    }
  }

  private static CallState verdict(int status) {
    if (status == 487) {
      return CallState.CANCELLED;
    }
    return status == 408 || status / 100 == 5 ? CallState.FAILED : CallState.REJECTED;
  }

  private void outcome(int status, String phrase) {
    finalStatus = status;
    reason = phrase;
    challenged = NEVER;
    if (commentBefore.length() < MAX_COMMENT) {
      comment = (commentBefore + " " + status).intern();
    }
  }

  /** A CANCEL: on the caller's hop it ends the call, further down a proxy only tidies up. */
  void cancel(long time, Transaction transaction) {
    InviteAttempt now = attempt;
    if (now == null) {
      if (state == CallState.UNKNOWN) {
        cancelled(time);
      }
      return;
    }
    int hop = now.find(transaction.branch());
    if (hop < 0 && now.size() == 1 && now.same(transaction)) {
      hop = 0;
    }
    if (hop >= 0 && now.cancel(hop) && early()) {
      cancelled(time);
    }
  }

  private void cancelled(long time) {
    state = CallState.CANCELLED;
    end = time;
    hangup = Side.CALLER;
    challenged = NEVER;
  }

  /** An ACK. */
  void ack(Transaction transaction) {
    InviteAttempt now = attempt;
    if (answers > 0 && now != null && transaction.cseq() == now.cseq()) {
      acknowledged = true;
    }
  }

  /** A BYE. Where several phones answered, the call lasts until the last dialog ends. */
  void bye(long time, Transaction transaction, @Nullable Side by) {
    alive();
    boolean up = state == CallState.UNKNOWN || state.up();
    if (up && dialogs.ended(transaction.fromTag(), transaction.toTag())) {
      state = CallState.COMPLETED;
      end = time;
      hangup = by;
      challenged = NEVER;
    }
  }

  /** A response to a BYE that was not captured. */
  void byeAnswered(long time) {
    if (state == CallState.UNKNOWN) {
      state = CallState.COMPLETED;
      end = time;
    }
  }

  /** Lets time pass; whether that changed something. */
  boolean passed(long now) {
    if (challenged != NEVER) {
      return now - challenged >= CHALLENGE_NANOS && rejectChallenged();
    }
    InviteAttempt pending = attempt;
    if (pending == null || !early()) {
      return false;
    }
    boolean responded = pending.responded();
    long since = Math.max(pending.start(), pending.lastProvisional);
    long limit = responded ? NO_FINAL_NANOS : NO_RESPONSE_NANOS;
    if (now - since < limit) {
      return false;
    }
    state = CallState.FAILED;
    end = since + limit;
    return true;
  }

  /** No packet follows: a challenge stays unanswered. Whether that changed something. */
  boolean over() {
    return challenged != NEVER && rejectChallenged();
  }

  private boolean rejectChallenged() {
    state = CallState.REJECTED;
    end = challenged;
    challenged = NEVER;
    return true;
  }
}
