package org.earpiece.voip.correlation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for a call being the next leg of another, without any header that says so: a B2BUA
 * got the one and sends the other, to the same callee, for the same caller, at that moment.
 *
 * @param percent how sure that is
 * @param reason in words
 */
record Evidence(int percent, String reason) {
  /** A translated number is passed on at once, or not at all. */
  private static final long AT_ONCE_NANOS = 1_000_000_000L;

  /** A B2BUA may ask a database whom to call. */
  private static final long SOON_NANOS = 2_000_000_000L;

  /**
   * Weighs two calls.
   *
   * @param from the call that was there
   * @param next the call that begins
   * @param redirected whether a leg of the former's conversation was redirected to the latter's
   *     callee
   */
  static @Nullable Evidence of(Leg from, Leg next, boolean redirected) {
    long gap = next.start - from.invited;
    if (from.ended || gap < 0) {
      return null;
    }
    boolean caller = from.sameCaller(next);
    boolean callee = from.sameCallee(next);
    if (from.reached(next)) {
      String host = next.source.host().toString();
      return caller
          ? passedOn(from, next, callee, redirected, gap, host)
          : translated(from, callee, gap, host);
    }
    boolean elsewhere = !from.source.sameHost(next.source) && !from.sameWay(next);
    if (caller
        && callee
        && from.settingUp()
        && gap <= SOON_NANOS
        && elsewhere
        && !answers(from, next)) {
      return new Evidence(75, "same caller and callee on another path, " + after(gap));
    }
    return null;
  }

  /** Whether the later call goes back to where the earlier one came from. */
  private static boolean answers(Leg from, Leg next) {
    return next.receivers.getFirst().sameHost(from.source);
  }

  private static @Nullable Evidence passedOn(
      Leg from, Leg next, boolean callee, boolean redirected, long gap, String host) {
    if (callee) {
      return from.settingUp()
          ? new Evidence(95, host + " passed it on: same caller and callee, " + after(gap))
          : new Evidence(75, host + " answered first and then called the same callee");
    }
    for (Party party : next.divertedFrom) {
      if (from.isFor(party)) {
        return new Evidence(97, "diverted from " + party.user() + ", as a header says");
      }
    }
    if (redirected) {
      return new Evidence(97, "redirected to " + next.callee.user() + " by a 3xx response");
    }
    if (!from.settingUp()) {
      return from.onward == 0
          ? new Evidence(60, host + " answered first and then called " + next.callee.user())
          : null;
    }
    return new Evidence(
        gap <= SOON_NANOS ? 85 : 70,
        host + " passed it on to " + next.callee.user() + ": same caller, " + after(gap));
  }

  private static @Nullable Evidence translated(Leg from, boolean callee, long gap, String host) {
    if (!callee || !from.settingUp() || gap > AT_ONCE_NANOS) {
      return null;
    }
    return new Evidence(80, host + " passed it on under another caller's number, " + after(gap));
  }

  static String after(long gap) {
    return gap < AT_ONCE_NANOS
        ? String.format(Locale.ROOT, "%.1f ms later", gap / 1e6)
        : String.format(Locale.ROOT, "%.1f s later", gap / 1e9);
  }

  boolean stronger(@Nullable Evidence other) {
    return other == null || percent > other.percent;
  }
}
