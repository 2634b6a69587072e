package org.earpiece.voip.subscription;

/**
 * Who began a subscription or publication, and what it is about; this does not change.
 *
 * @param eventId the id parameter that tells several of one package apart, or empty
 * @param subscriber who wants to know; of a publication, who tells
 * @param notifier who tells; of a publication, whose state it is
 * @param source the subscriber's address
 * @param subscriberTag key of the subscriber's tag
 * @param call number of the call whose dialog it uses, or 0
 */
record Origin(
    SubscriptionKind kind,
    String event,
    String eventId,
    String subscriber,
    String notifier,
    String source,
    long subscriberTag,
    int call) {
  /** The same by another dialog: tried again. */
  Origin again(long newTag) {
    return new Origin(kind, event, eventId, subscriber, notifier, source, newTag, call);
  }

  /** What is the same whenever it is tried again. */
  String parties() {
    return String.join("\n", kind.name(), event, eventId, subscriber, notifier, asker());
  }

  /** An exchange that tells without being asked may do so from several addresses. */
  private String asker() {
    return kind == SubscriptionKind.NOTIFY ? "" : source;
  }

  int characters() {
    return event.length() + eventId.length() + subscriber.length() + notifier.length();
  }
}
