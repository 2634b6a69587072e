package org.earpiece.ui.registrations;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earpiece.ui.kit.Numbers;
import org.earpiece.ui.kit.TimeStyle;
import org.earpiece.ui.kit.table.Ink;
import org.earpiece.voip.registration.RegistrationSnapshot;
import org.earpiece.voip.registration.RegistrationState;
import org.earpiece.voip.softstate.Refusal;
import org.earpiece.voip.subscription.SubscriptionKind;
import org.earpiece.voip.subscription.SubscriptionSnapshot;
import org.earpiece.voip.subscription.SubscriptionState;

/** What registrations and subscriptions are, in words, and the part these play. */
final class StateWords {
  private static final long NANOS = 1_000_000_000L;
  private static final long MINUTES_FROM = 120;

  private StateWords() {}

  static String of(RegistrationState state) {
    return switch (state) {
      case REGISTERING -> "Registering";
      case CHALLENGED -> "Challenged";
      case REGISTERED -> "Registered";
      case REFUSED -> "Refused";
      case UNANSWERED -> "No answer";
      case EXPIRED -> "Expired";
      case UNREGISTERED -> "Unregistered";
    };
  }

  static Ink ink(RegistrationState state) {
    return switch (state) {
      case REGISTERED -> Ink.GOOD;
      case REGISTERING, CHALLENGED -> Ink.ACCENT;
      case REFUSED, UNANSWERED, EXPIRED -> Ink.POOR;
      case UNREGISTERED -> Ink.DIM;
    };
  }

  static String of(SubscriptionState state) {
    return switch (state) {
      case REQUESTED -> "Requested";
      case CHALLENGED -> "Challenged";
      case PENDING -> "Pending";
      case ACTIVE -> "Active";
      case TERMINATED -> "Ended";
      case REFUSED -> "Refused";
      case UNANSWERED -> "No answer";
      case EXPIRED -> "Expired";
    };
  }

  static Ink ink(SubscriptionState state) {
    return switch (state) {
      case ACTIVE -> Ink.GOOD;
      case REQUESTED, CHALLENGED, PENDING -> Ink.ACCENT;
      case REFUSED, UNANSWERED, EXPIRED -> Ink.POOR;
      case TERMINATED -> Ink.DIM;
    };
  }

  static String of(SubscriptionKind kind) {
    return switch (kind) {
      case SUBSCRIBE -> "Subscription";
      case REFER -> "Transfer";
      case NOTIFY -> "Unsolicited";
      case PUBLISH -> "Publication";
    };
  }

  /** What is wrong, or worth knowing: {@code 403 Forbidden}, {@code 12 s ago}. */
  static String remark(RegistrationSnapshot r, long now) {
    Refusal refusal = r.refusal();
    String last = refusal == null || !r.refusedLast() ? "" : refusal.words();
    return switch (r.state()) {
      case REGISTERED -> last.isEmpty() ? registered(r) : "last try: " + last;
      case EXPIRED -> expired(r.until(), now);
      case REFUSED, UNANSWERED -> last;
      case CHALLENGED -> "credentials are asked for";
      case REGISTERING, UNREGISTERED -> by(r);
    };
  }

  private static String registered(RegistrationSnapshot r) {
    int contacts = r.bindings().size();
    String several = contacts > 1 ? contacts + " contacts" : "";
    String missed = r.missed() == 0 ? "" : "had expired " + times(r.missed());
    return Stream.of(several, missed, by(r))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String times(int count) {
    return count == 1 ? "once" : count + " times";
  }

  private static String by(RegistrationSnapshot r) {
    return r.registeredBy().isEmpty() ? "" : "by " + plain(r.registeredBy());
  }

  static String remark(SubscriptionSnapshot s, long now) {
    return s.state() == SubscriptionState.EXPIRED ? expired(s.until(), now) : s.what();
  }

  private static String expired(long until, long now) {
    return "no refresh, expired " + span(now - until) + " ago";
  }

  /** Failures in red, none as any number. */
  static Ink alarm(int count) {
    return count > 0 ? Ink.POOR : Ink.TEXT;
  }

  /** {@code in 42 s}; nothing where it has ended, or has no end. */
  static String ends(long until, long now) {
    return until == RegistrationSnapshot.NEVER || until <= now
        ? Numbers.NONE
        : "in " + span(until - now);
  }

  private static String span(long nanos) {
    long seconds = Math.max(0, nanos) / NANOS;
    return seconds < MINUTES_FROM ? seconds + " s" : TimeStyle.duration(nanos);
  }

  static String seconds(long expires) {
    return expires < 0 ? Numbers.NONE : Numbers.count(expires) + " s";
  }

  static String time(long nanos) {
    return nanos == RegistrationSnapshot.NEVER
        ? Numbers.NONE
        : TimeStyle.OF_DAY.text(nanos, 0, 0, 3);
  }

  /** An address without the scheme that nearly all have. */
  static String plain(String uri) {
    return uri.startsWith("sip:") ? uri.substring("sip:".length()) : uri;
  }
}
