package org.earpiece.voip.subscription;

import org.earpiece.voip.softstate.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A subscription or publication as it was when the snapshot was taken. Times are ns since 1970, or
 * {@link #NEVER}.
 *
 * @param number from 1, in order of first frame
 * @param id identity within the session, by which the index knows its packets
 * @param event the event package: {@code presence}; or empty
 * @param subscriber who wants to know; of a publication, who tells
 * @param notifier who tells; of a publication, whose state it is
 * @param source address of the subscriber or publisher, on the first hop that was captured
 * @param call number of the call whose messages hold it, or 0
 * @param expires seconds granted last, or -1
 * @param until when it ends or has ended, or {@link #NEVER}
 * @param last the time of the last message
 * @param attempts tries; a challenge and the request that answers it are one
 * @param refusal why the last try or notification that failed did, or null
 * @param reason why it was terminated: {@code timeout}; or empty
 * @param etag what names the published state (SIP-ETag), or empty
 * @param what what a person wants to know in a few words, or empty
 */
public record SubscriptionSnapshot(
    int number,
    int id,
    SubscriptionKind kind,
    String event,
    String subscriber,
    String notifier,
    String source,
    String callId,
    int call,
    SubscriptionState state,
    long expires,
    long until,
    long start,
    long last,
    int notifies,
    int refreshes,
    int attempts,
    int failures,
    @Nullable Refusal refusal,
    String reason,
    String etag,
    String what,
    int frames,
    int firstFrame,
    int lastFrame) {
  /** A time that has not come. */
  public static final long NEVER = Long.MIN_VALUE;
}
