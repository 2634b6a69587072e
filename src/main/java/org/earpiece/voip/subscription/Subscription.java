package org.earpiece.voip.subscription;

import static org.earpiece.voip.subscription.SubscriptionSnapshot.NEVER;

import java.util.Locale;
import org.earpiece.dissect.voip.sip.SipHeader;
import org.earpiece.dissect.voip.sip.SipMessage;
import org.earpiece.dissect.voip.sip.SipValue;
import org.earpiece.voip.Transaction;
import org.earpiece.voip.softstate.Attempt;
import org.earpiece.voip.softstate.Attempts;
import org.earpiece.voip.softstate.Deadlines;
import org.earpiece.voip.softstate.Refusal;
import org.earpiece.voip.softstate.Seconds;
import org.earpiece.voip.softstate.Text;
import org.jspecify.annotations.Nullable;

/** A subscription or publication and what becomes of it. Pipeline's thread. */
final class Subscription extends Deadlines.Awaited {
  /** A NOTIFY must come within this after the subscription was accepted (RFC 6665, Timer N). */
  static final long NO_NOTIFY_NANOS = 32_000_000_000L;

  private static final long USUAL = 3600;

  final int number;
  private Origin origin;
  private final long start;
  private final int firstFrame;
  private final Attempts<Long> attempts = new Attempts<>();

  /** The next one of the same Call-ID. */
  @Nullable Subscription next;

  /** The Call-ID of its latest messages. */
  String callId;

  private long notifierTag;
  private long lastNotify = -1;
  private long requested = -1;
  private boolean alive;
  private boolean accepted;
  private SubscriptionState current = SubscriptionState.ACTIVE;
  private SubscriptionState resting = SubscriptionState.REQUESTED;
  private long granted = Seconds.NONE;
  private long until = NEVER;
  private long notifyDue = Deadlines.NONE;
  private boolean unnotified;
  private @Nullable Refusal refusal;
  private String reason = "";
  private String report = "";
  private String etag = "";
  private int notifies;
  private int refreshes;
  private int failedNotifies;
  private long last;
  private int lastFrame;
  private int frames;

  /** Whether the snapshot is older than this. */
  boolean stale;

  Subscription(int number, int id, Origin origin, String callId, int frame, long time) {
    super(id);
    this.number = number;
    this.origin = origin;
    this.callId = callId;
    firstFrame = frame;
    start = time;
  }

  Origin origin() {
    return origin;
  }

  /** Whether it never came to be: who wanted it may try again with another Call-ID. */
  boolean inVain() {
    boolean failed =
        resting == SubscriptionState.REFUSED || resting == SubscriptionState.UNANSWERED;
    return failed && !alive && !accepted && notifies == 0;
  }

  /** Goes on with another Call-ID and tag. */
  void again(String newCallId, long tag) {
    callId = newCallId;
    origin = origin.again(tag);
    notifierTag = 0;
  }

  /** Counts a frame, once however many of its messages it holds. */
  void frame(int frame, long time) {
    if (frame != lastFrame) {
      lastFrame = frame;
      frames++;
    }
    last = time;
  }

  /** Characters of the texts that it keeps. */
  int characters() {
    return callId.length()
        + origin.characters()
        + reason.length()
        + report.length()
        + etag.length();
  }

  /** Whether a request goes on with this: the same dialog usage (RFC 6665 section 4.4.1). */
  boolean requestedBy(SubscriptionKind kind, Transaction t, String event, String eventId) {
    if (origin.kind() != kind || origin.subscriberTag() != t.fromTag()) {
      return false;
    }
    if (kind == SubscriptionKind.REFER) {
      return t.cseq() <= requested || attempts.any(Attempt.State.CHALLENGED);
    }
    boolean sameDialog = t.toTag() == 0 || notifierTag == 0 || notifierTag == t.toTag();
    return sameDialog && origin.event().equals(event) && origin.eventId().equals(eventId);
  }

  /** Whether a response is about its latest request. */
  boolean answeredBy(SipMessage message, Transaction t) {
    return attempts.knows(message, t);
  }

  /** Whether a NOTIFY is its own, whoever sends it. */
  boolean notifiedBy(Transaction t, String event, String eventId) {
    if (origin.subscriberTag() != t.toTag() || origin.kind() == SubscriptionKind.PUBLISH) {
      return false;
    }
    if (origin.kind() == SubscriptionKind.REFER) {
      return event.equals("refer")
          && (eventId.isEmpty() || eventId.equals(Long.toString(requested)));
    }
    return origin.event().equals(event) && origin.eventId().equals(eventId);
  }

  /** Whether it was forked and this comes from another notifier (RFC 6665 section 4.4.1). */
  boolean fromAnother(Transaction t) {
    return notifierTag != 0 && t.fromTag() != notifierTag;
  }

  /** Whether a response is about its latest NOTIFY. */
  boolean notificationAnswered(Transaction t) {
    return lastNotify == t.cseq() && notifierTag == t.fromTag();
  }

  /** Takes a SUBSCRIBE, REFER or PUBLISH. */
  void request(SipMessage message, Transaction t, long time) {
    passed(time);
    long asked = Seconds.header(message, SipHeader.EXPIRES);
    if (attempts.request(message, t, time, asked) != null) {
      requested = t.cseq();
    }
  }

  /** Takes a response to one of those. */
  void response(SipMessage message, Transaction t, long time) {
    passed(time);
    Attempt<Long> attempt = attempts.response(message, t, time);
    if (attempt == null || attempt.state() == Attempt.State.CHALLENGED) {
      return;
    }
    if (attempt.state() == Attempt.State.REFUSED) {
      refused(message.statusCode());
      return;
    }
    refusal = null;
    if (notifierTag == 0 && origin.kind() != SubscriptionKind.PUBLISH) {
      notifierTag = t.toTag();
    }
    if (origin.kind() == SubscriptionKind.REFER) {
      referred(message, time);
    } else {
      accepted(message, attempt.asked(), time);
    }
  }

  private void refused(int status) {
    refusal = attempts.refusal();
    boolean gone = status == 481 || status == 412;
    if (gone) {
      alive = false;
    }
    if (!alive && (gone || resting == SubscriptionState.REQUESTED)) {
      resting = SubscriptionState.REFUSED;
    }
  }

  private void accepted(SipMessage message, @Nullable Long asked, long time) {
    long told = Seconds.header(message, SipHeader.EXPIRES);
    long wanted = asked == null || asked == Seconds.NONE ? USUAL : asked;
    granted = told == Seconds.NONE ? wanted : told;
    String tag = message.header(SipHeader.SIP_ETAG);
    etag = tag == null ? etag : Text.kept(tag);
    if (granted == 0) {
      end(SubscriptionState.TERMINATED, ended());
      until = time;
      return;
    }
    refreshes += alive && accepted ? 1 : 0;
    accepted = true;
    if (!alive) {
      current = message.statusCode() == 202 ? SubscriptionState.PENDING : SubscriptionState.ACTIVE;
    }
    alive = true;
    reason = "";
    until = Seconds.after(time, granted);
    boolean quiet = origin.kind() == SubscriptionKind.SUBSCRIBE && notifies == 0;
    notifyDue = quiet ? time + NO_NOTIFY_NANOS : Deadlines.NONE;
  }

  private String ended() {
    if (origin.kind() == SubscriptionKind.PUBLISH) {
      return "removed";
    }
    return alive || notifies > 0 ? "unsubscribed" : "asked once";
  }

  private void referred(SipMessage message, long time) {
    String wanted = message.header(SipHeader.REFER_SUB);
    if (wanted != null && SipValue.of(wanted).text().equalsIgnoreCase("false")) {
      end(SubscriptionState.TERMINATED, "nothing is told of it"); // RFC 4488
      until = time;
    } else if (notifies == 0) {
      alive = true;
      current = SubscriptionState.ACTIVE;
      notifyDue = time + NO_NOTIFY_NANOS;
    }
  }

  private void end(SubscriptionState as, String why) {
    alive = false;
    resting = as;
    reason = why;
    notifyDue = Deadlines.NONE;
  }

  /**
   * Takes a NOTIFY.
   *
   * @param told what a REFER came to, by the message that the NOTIFY quotes; or empty
   */
  void notification(SipMessage message, Transaction t, long time, String told) {
    passed(time);
    if (t.fromTag() == notifierTag && t.cseq() <= lastNotify) {
      return;
    }
    notifierTag = t.fromTag();
    lastNotify = t.cseq();
    notifies++;
    notifyDue = Deadlines.NONE;
    unnotified = false;
    refusal = null;
    report = told.isEmpty() ? report : told;
    String value = message.header(SipHeader.SUBSCRIPTION_STATE);
    SipValue state = SipValue.of(value == null ? "" : value);
    String word = state.text().toLowerCase(Locale.ROOT);
    if (word.equals("terminated")) {
      end(SubscriptionState.TERMINATED, Text.kept(terminated(state)));
      until = time;
      return;
    }
    alive = true;
    current = word.equals("pending") ? SubscriptionState.PENDING : SubscriptionState.ACTIVE;
    long seconds = Seconds.number(state, "expires");
    if (seconds > 0) {
      granted = granted == Seconds.NONE ? seconds : granted;
      until = Seconds.after(time, seconds);
    }
  }

  private static String terminated(SipValue state) {
    long retry = Seconds.number(state, "retry-after");
    String why = state.param("reason");
    String again = retry < 0 ? "" : "retry after " + retry + " s";
    return why.isEmpty() || again.isEmpty() ? why + again : why + ", " + again;
  }

  /** Takes a response to its latest NOTIFY. */
  void notified(SipMessage message, long time) {
    int status = message.statusCode();
    boolean challenge = status == 401 || status == 407;
    if (status < 300 || challenge || refusal != null) {
      return;
    }
    failedNotifies++;
    refusal = new Refusal(time, status, Text.kept(message.reasonPhrase()), "");
    boolean over =
        origin.kind() == SubscriptionKind.NOTIFY || status == 481 || status == 489 || status == 405;
    if (over && alive) {
      end(SubscriptionState.REFUSED, "");
      until = time;
    }
  }

  @Override
  protected long deadline() {
    long end = alive && until != NEVER ? until : Deadlines.NONE;
    return Math.min(Math.min(attempts.deadline(), notifyDue), end);
  }

  @Override
  protected void passed(long now) {
    if (notifyDue <= now) {
      notifyDue = Deadlines.NONE;
      unnotified = true;
    }
    if (alive && until != NEVER && until <= now) {
      end(SubscriptionState.EXPIRED, "");
    }
    Attempt<Long> ended = attempts.passed(now);
    if (ended != null) {
      refusal = attempts.refusal();
      if (!alive && resting == SubscriptionState.REQUESTED) {
        boolean answered = ended.state() == Attempt.State.REFUSED;
        resting = answered ? SubscriptionState.REFUSED : SubscriptionState.UNANSWERED;
      }
    }
  }

  private SubscriptionState state() {
    if (alive) {
      return current;
    }
    if (attempts.any(Attempt.State.PENDING)) {
      return SubscriptionState.REQUESTED;
    }
    return attempts.any(Attempt.State.CHALLENGED) ? SubscriptionState.CHALLENGED : resting;
  }

  private String what() {
    Refusal failed = refusal;
    if (failed != null) {
      boolean notify = failedNotifies > 0 && failed.timeNanos() >= last(attempts.refusal());
      return notify ? "NOTIFY refused: " + failed.words() : failed.words();
    }
    if (unnotified) {
      return "no NOTIFY came";
    }
    return report.isEmpty() ? reason : report;
  }

  private static long last(@Nullable Refusal refusal) {
    return refusal == null ? NEVER : refusal.timeNanos();
  }

  SubscriptionSnapshot snapshot() {
    stale = false;
    return new SubscriptionSnapshot(
        number,
        id(),
        origin.kind(),
        origin.event(),
        origin.subscriber(),
        origin.notifier(),
        origin.source(),
        callId,
        origin.call(),
        state(),
        granted,
        until,
        start,
        last,
        notifies,
        refreshes,
        attempts.count(),
        attempts.failures() + failedNotifies,
        refusal,
        reason,
        etag,
        what(),
        frames,
        firstFrame,
        lastFrame);
  }
}
