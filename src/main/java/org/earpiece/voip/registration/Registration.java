package org.earpiece.voip.registration;

import static org.earpiece.voip.registration.RegistrationSnapshot.NEVER;

import java.util.List;
import org.earpiece.dissect.voip.sip.SipHeader;
import org.earpiece.dissect.voip.sip.SipMessage;
import org.earpiece.voip.Transaction;
import org.earpiece.voip.softstate.Attempt;
import org.earpiece.voip.softstate.Attempts;
import org.earpiece.voip.softstate.Deadlines;
import org.earpiece.voip.softstate.Seconds;
import org.jspecify.annotations.Nullable;

/** An address of record and what its registrations come to. Pipeline's thread. */
final class Registration extends Deadlines.Awaited {
  final int number;
  private final String aor;
  private final long start;
  private final int firstFrame;
  private final Attempts<Asked> attempts = new Attempts<>();
  private final Bindings bindings = new Bindings();
  private String registrar = "";
  private String registeredBy = "";
  private @Nullable Binding latest;

  /** What it is while nothing is bound and no try runs. */
  private RegistrationState resting = RegistrationState.UNREGISTERED;

  private long granted = Seconds.NONE;
  private long until = NEVER;
  private long last;
  private int lastFrame;
  private int frames;
  private int refreshes;
  private int missed;

  /** Whether the snapshot is older than this. */
  boolean stale;

  Registration(int number, int id, String aor, int frame, long time) {
    super(id);
    this.number = number;
    this.aor = aor;
    firstFrame = frame;
    start = time;
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
    int characters = aor.length() + registeredBy.length() + bindings.characters();
    for (Asked asked : attempts.asked()) {
      characters += asked.characters();
    }
    Binding now = latest;
    return characters + (now == null ? 0 : now.uri().length() + now.instance().length());
  }

  /**
   * Takes a REGISTER.
   *
   * @param by who registers, where that is somebody else; or empty
   */
  void request(SipMessage message, long time, Asked asked, String to, String by) {
    passed(time);
    if (attempts.request(message, Transaction.of(message), time, asked) == null) {
      return;
    }
    registrar = to;
    registeredBy = by;
    if (!asked.contacts().isEmpty()) {
      Contact contact = asked.contacts().getFirst();
      latest =
          new Binding(
              contact.uri(),
              asked.userAgent(),
              asked.source(),
              asked.expires(contact),
              NEVER,
              contact.instance(),
              contact.flow());
    }
  }

  /** Takes a response to a REGISTER. */
  void response(SipMessage message, long time, String from) {
    passed(time);
    Attempt<Asked> attempt = attempts.response(message, Transaction.of(message), time);
    if (attempt == null) {
      return;
    }
    registrar = registrar.isEmpty() ? from : registrar;
    switch (attempt.state()) {
      case ACCEPTED -> accepted(attempt.asked(), message, time);
      case REFUSED -> resting = RegistrationState.REFUSED;
      case PENDING, CHALLENGED, UNANSWERED -> {
        return;
      }
    }
    attempt.settle();
  }

  private void accepted(@Nullable Asked asked, SipMessage message, long time) {
    long general = Seconds.header(message, SipHeader.EXPIRES);
    int renewed = bindings.accepted(asked, Contact.of(message), general, time);
    refreshes += renewed > 0 ? 1 : 0;
    until = NEVER;
    granted = 0;
    for (Binding binding : bindings.all()) {
      until = Math.max(until, binding.untilNanos());
      granted = Math.max(granted, binding.expires());
    }
    resting = RegistrationState.UNREGISTERED;
  }

  @Override
  protected long deadline() {
    return Math.min(attempts.deadline(), bindings.deadline());
  }

  @Override
  protected void passed(long now) {
    for (Binding over : bindings.passed(now)) {
      if (over.source() != null) {
        missed++;
      }
      latest = over;
      resting = RegistrationState.EXPIRED;
    }
    Attempt<Asked> ended = attempts.passed(now);
    if (ended != null && bindings.isEmpty()) {
      boolean answered = ended.state() == Attempt.State.REFUSED;
      resting = answered ? RegistrationState.REFUSED : RegistrationState.UNANSWERED;
    }
  }

  private RegistrationState state() {
    if (!bindings.isEmpty()) {
      return RegistrationState.REGISTERED;
    }
    if (attempts.any(Attempt.State.PENDING)) {
      return RegistrationState.REGISTERING;
    }
    return attempts.any(Attempt.State.CHALLENGED) ? RegistrationState.CHALLENGED : resting;
  }

  private List<Binding> shown() {
    if (!bindings.isEmpty()) {
      return bindings.all();
    }
    Binding now = latest;
    return now == null ? List.of() : List.of(now);
  }

  RegistrationSnapshot snapshot() {
    stale = false;
    return new RegistrationSnapshot(
        number,
        id(),
        aor,
        shown(),
        registrar,
        registeredBy,
        state(),
        granted,
        until,
        start,
        last,
        attempts.count(),
        attempts.failures(),
        refreshes,
        missed,
        attempts.refusal(),
        frames,
        firstFrame,
        lastFrame);
  }
}
