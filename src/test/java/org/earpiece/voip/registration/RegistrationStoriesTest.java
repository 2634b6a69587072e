package org.earpiece.voip.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.earpiece.voip.softstate.Identities;
import org.earpiece.voip.softstate.SoftStateScript;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The stories of registrations.txt. */
class RegistrationStoriesTest {
  @TestFactory
  List<DynamicTest> stories() throws IOException {
    List<DynamicTest> tests =
        SoftStateScript.stories(
            getClass(), "registrations.txt", RegistrationStoriesTest::registration);
    assertThat(tests).hasSizeGreaterThan(30);
    return tests;
  }

  private static Map<String, String> registration(List<String> lines, int number) {
    RegistrationTracker tracker = new RegistrationTracker(new Identities());
    SoftStateScript.play(lines, tracker::packet);
    return facts(tracker.snapshots().get(number - 1));
  }

  private static Map<String, String> facts(RegistrationSnapshot r) {
    Map<String, String> facts = new HashMap<>();
    facts.put("state", r.state().name());
    facts.put("aor", r.aor());
    facts.put("contacts", each(r, b -> b.uri().replaceFirst("^sip:", "")));
    facts.put("ua", each(r, Binding::userAgent).replace(' ', '_'));
    facts.put("source", each(r, b -> b.source() == null ? "-" : b.source().address().toString()));
    facts.put("registrar", r.registrar());
    facts.put("by", r.registeredBy());
    facts.put("expires", r.expires() < 0 ? "-" : Long.toString(r.expires()));
    facts.put("until", SoftStateScript.seconds(r.until()));
    facts.put("start", SoftStateScript.seconds(r.start()));
    facts.put("last", SoftStateScript.seconds(r.last()));
    facts.put("attempts", Integer.toString(r.attempts()));
    facts.put("failures", Integer.toString(r.failures()));
    facts.put("refreshes", Integer.toString(r.refreshes()));
    facts.put("missed", Integer.toString(r.missed()));
    facts.put("frames", Integer.toString(r.frames()));
    facts.put("why", r.refusal() == null ? "-" : r.refusal().words().replace(' ', '_'));
    facts.put("refused", r.refusal() == null ? "-" : seconds(r));
    facts.put("lately", Boolean.toString(r.refusedLast()));
    return facts;
  }

  private static String seconds(RegistrationSnapshot r) {
    return SoftStateScript.seconds(r.refusal().timeNanos());
  }

  private static String each(RegistrationSnapshot r, Function<Binding, String> part) {
    return r.bindings().stream().map(part).collect(Collectors.joining(","));
  }
}
