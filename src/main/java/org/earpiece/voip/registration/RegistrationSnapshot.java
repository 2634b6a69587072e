package org.earpiece.voip.registration;

import java.util.List;
import org.earpiece.voip.softstate.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * An address of record as it was when the snapshot was taken. Times are ns since 1970, or {@link
 * #NEVER}.
 *
 * @param number from 1, in order of first frame
 * @param id identity within the session, by which the index knows its packets
 * @param aor the canonical URI: {@code sip:2000@pbx}
 * @param bindings the contacts that are bound; where none is, the last one that was or was to be
 * @param registrar where the REGISTERs are sent to: an address, or empty
 * @param registeredBy who registers for somebody else (From differs from To), or empty
 * @param expires seconds granted last, or -1
 * @param until when the last of its contacts ends or has ended, or {@link #NEVER}
 * @param last the time of the last message
 * @param attempts tries; a challenge and the request that answers it are one
 * @param failures tries that came to nothing
 * @param refreshes tries that renewed a contact in time
 * @param missed contacts whose time was over before a refresh came
 * @param refusal why the last try that failed did, or null
 */
public record RegistrationSnapshot(
    int number,
    int id,
    String aor,
    List<Binding> bindings,
    String registrar,
    String registeredBy,
    RegistrationState state,
    long expires,
    long until,
    long start,
    long last,
    int attempts,
    int failures,
    int refreshes,
    int missed,
    @Nullable Refusal refusal,
    int frames,
    int firstFrame,
    int lastFrame) {
  /** A time that has not come. */
  public static final long NEVER = Long.MIN_VALUE;

  /** Whether the last try failed: a refresh, where the address of record is registered. */
  public boolean refusedLast() {
    return refusal != null
        && (state == RegistrationState.REFUSED
            || state == RegistrationState.UNANSWERED
            || (state == RegistrationState.REGISTERED && refusal.timeNanos() > confirmed()));
  }

  /** When the last of the contacts was granted. */
  private long confirmed() {
    long latest = NEVER;
    for (Binding binding : bindings) {
      latest = Math.max(latest, binding.untilNanos() - binding.expires() * 1_000_000_000L);
    }
    return latest;
  }
}
