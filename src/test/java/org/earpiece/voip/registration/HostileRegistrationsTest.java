package org.earpiece.voip.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.earpiece.voip.softstate.Attempts;
import org.earpiece.voip.softstate.Identities;
import org.earpiece.voip.softstate.SoftStateScript;
import org.junit.jupiter.api.Test;

/** Scans and floods must not fill memory, and bytes that are no SIP must not hurt. */
class HostileRegistrationsTest {
  @Test
  void aScanEndsAtTheLimitAndWhatIsKnownGoesOn() {
    RegistrationTracker tracker = new RegistrationTracker(new Identities(), 100);
    List<String> lines = new ArrayList<>();
    for (int user = 1; user <= 150; user++) {
      String keys = " to=" + user + " id=scan-" + user;
      lines.add(user + " a>b REGISTER 1 contact=x@10.0.0.1" + keys);
      lines.add(user + ".1 b>a 401 REGISTER 1 nonce=n" + keys);
    }
    lines.add("151 a>b REGISTER 2 contact=x@10.0.0.1 nonce=n to=1 id=scan-1");
    lines.add("151.1 b>a 200 REGISTER 2 contact=x@10.0.0.1/60 to=1 id=scan-1");
    SoftStateScript.play(lines, tracker::packet);
    assertThat(tracker.snapshots()).hasSize(100);
    assertThat(tracker.refused()).isEqualTo(100);
    assertThat(tracker.snapshots().getFirst().state()).isEqualTo(RegistrationState.REGISTERED);
    assertThat(tracker.snapshots().getLast().state()).isEqualTo(RegistrationState.REFUSED);
  }

  @Test
  void guessesOfOnePasswordAreCountedAndNotKept() {
    RegistrationTracker tracker = new RegistrationTracker(new Identities());
    List<String> lines = new ArrayList<>();
    int guesses = 100 * Attempts.MAX_ATTEMPTS;
    for (int guess = 1; guess <= guesses; guess++) {
      String keys = " id=guess-" + guess;
      lines.add(guess + " a>b REGISTER 1 contact=x@10.0.0.1 nonce=old" + keys);
      lines.add(guess + ".1 b>a 403 REGISTER 1" + keys);
    }
    SoftStateScript.play(lines, tracker::packet);
    RegistrationSnapshot guessed = tracker.snapshots().getFirst();
    assertThat(guessed.attempts()).isEqualTo(guesses);
    assertThat(guessed.failures()).isEqualTo(guesses);
    assertThat(guessed.frames()).isEqualTo(2 * guesses);
  }

  @Test
  void contactsWithoutEndAreLeftAside() {
    String contacts =
        IntStream.range(0, 500)
            .mapToObj(i -> "u" + i + "@10.0.0.1")
            .collect(Collectors.joining(","));
    RegistrationTracker tracker = new RegistrationTracker(new Identities());
    SoftStateScript.play(
        List.of(
            "1 a>b REGISTER 1 expires=60 contact=" + contacts,
            "2 b>a 200 REGISTER 1 expires=60 contact=" + contacts),
        tracker::packet);
    assertThat(tracker.snapshots().getFirst().bindings()).hasSize(Contact.MAX_CONTACTS);
  }

  @Test
  void timeThatGoesBackChangesNothing() {
    RegistrationTracker tracker = new RegistrationTracker(new Identities());
    SoftStateScript.play(
        List.of(
            "1000 a>b REGISTER 1 contact=x@10.0.0.1 expires=60",
            "1000.1 b>a 200 REGISTER 1 contact=x@10.0.0.1/60",
            "5 a>b REGISTER 2 contact=x@10.0.0.1 expires=60",
            "5.1 b>a 200 REGISTER 2 contact=x@10.0.0.1/60"),
        tracker::packet);
    RegistrationSnapshot r = tracker.snapshots().getFirst();
    assertThat(r.attempts()).isEqualTo(2);
    assertThat(r.failures()).isZero();
    assertThat(r.state()).isEqualTo(RegistrationState.EXPIRED);
  }
}
