package org.earpiece.voip.registration;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.packet.Endpoint;
import org.earpiece.voip.softstate.Deadlines;
import org.earpiece.voip.softstate.Seconds;
import org.jspecify.annotations.Nullable;

/**
 * The contacts bound to one address of record, as the registrar's answers tell them (RFC 3261
 * section 10.3). Pipeline's thread.
 */
final class Bindings {
  private record Bound(Contact contact, Binding binding) {}

  private final List<Bound> bound = new ArrayList<>(1);

  boolean isEmpty() {
    return bound.isEmpty();
  }

  List<Binding> all() {
    return bound.stream().map(Bound::binding).toList();
  }

  int characters() {
    return bound.stream().mapToInt(known -> known.contact().characters()).sum();
  }

  /**
   * Takes a 200: the contacts asked for, and all others that it lists.
   *
   * @param asked what the request asked for; null where it was not captured
   * @param general the answer's Expires header, or {@link Seconds#NONE}
   * @return how many of those asked for were bound before: refreshes
   */
  int accepted(@Nullable Asked asked, List<Contact> told, long general, long time) {
    List<Bound> before = List.copyOf(bound);
    bound.clear();
    List<Contact> others = new ArrayList<>(told);
    int refreshed = asked == null ? 0 : renewed(asked, others, general, time, before);
    for (Contact other : others) {
      long seconds = other.expires() == Seconds.NONE ? general : other.expires();
      if (seconds > 0) {
        Bound known = find(before, other);
        String userAgent = known == null ? "" : known.binding().userAgent();
        Endpoint source = known == null ? null : known.binding().source();
        add(other, userAgent, source, seconds, time);
      }
    }
    if (told.isEmpty() && asked != null && !asked.removes()) {
      keep(before);
    }
    return refreshed;
  }

  /** Adds the contacts asked for, and takes what the answer says of them from the others. */
  private int renewed(
      Asked asked, List<Contact> others, long general, long time, List<Bound> before) {
    int refreshed = 0;
    for (Contact contact : asked.contacts()) {
      Contact answer = answer(contact, asked, others);
      others.remove(answer);
      long granted = granted(contact, asked, answer, general);
      if (granted > 0) {
        refreshed += find(before, contact) == null ? 0 : 1;
        add(contact, asked.userAgent(), asked.source(), granted, time);
      }
    }
    return refreshed;
  }

  /** The contact of the answer that is meant; where it lists only one, that one. */
  private static @Nullable Contact answer(Contact contact, Asked asked, List<Contact> told) {
    Contact answer = contact.among(told);
    boolean onlyOne = told.size() == 1 && asked.contacts().size() == 1;
    return answer == null && onlyOne && asked.expires(contact) > 0 ? told.getFirst() : answer;
  }

  private static long granted(
      Contact contact, Asked asked, @Nullable Contact answer, long general) {
    long wanted = asked.expires(contact);
    if (answer != null && answer.expires() != Seconds.NONE) {
      return answer.expires();
    }
    if (wanted == 0) {
      return 0;
    }
    return general == Seconds.NONE ? wanted : general;
  }

  /** An answer that lists nothing, against the rules, says nothing of the others. */
  private void keep(List<Bound> before) {
    for (Bound known : before) {
      if (find(bound, known.contact()) == null && bound.size() < Contact.MAX_CONTACTS) {
        bound.add(known);
      }
    }
  }

  private void add(
      Contact contact, String userAgent, @Nullable Endpoint source, long seconds, long time) {
    if (bound.size() < Contact.MAX_CONTACTS && find(bound, contact) == null) {
      bound.add(
          new Bound(
              contact,
              new Binding(
                  contact.uri(),
                  userAgent,
                  source,
                  seconds,
                  Seconds.after(time, seconds),
                  contact.instance(),
                  contact.flow())));
    }
  }

  private static @Nullable Bound find(List<Bound> among, Contact contact) {
    for (Bound known : among) {
      if (known.contact().same(contact)) {
        return known;
      }
    }
    return null;
  }

  /** When the first of them ends, ns since 1970, or {@link Deadlines#NONE}. */
  long deadline() {
    long first = Deadlines.NONE;
    for (Bound known : bound) {
      first = Math.min(first, known.binding().untilNanos());
    }
    return first;
  }

  /** Takes those away whose time is over, and gives them. */
  List<Binding> passed(long now) {
    List<Binding> over = new ArrayList<>(1);
    bound.removeIf(known -> {
      boolean due = known.binding().untilNanos() <= now;
      if (due) {
        over.add(known.binding());
      }
      return due;
    });
    return over;
  }
}
