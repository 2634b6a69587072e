package org.earpiece.voip.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.earpiece.voip.softstate.Identities;
import org.earpiece.voip.softstate.SoftStateScript;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The stories of subscriptions.txt. */
public class SubscriptionStoriesTest {
  @TestFactory
  List<DynamicTest> stories() throws IOException {
    List<DynamicTest> tests =
        SoftStateScript.stories(
            getClass(), "subscriptions.txt", SubscriptionStoriesTest::subscription);
    assertThat(tests).hasSizeGreaterThan(25);
    return tests;
  }

  private static Map<String, String> subscription(List<String> lines, int number) {
    SubscriptionTracker tracker = new SubscriptionTracker(new Identities());
    SoftStateScript.play(lines, tracker::packet);
    List<SubscriptionSnapshot> all = tracker.snapshots();
    Map<String, String> facts = facts(all.get(number - 1));
    facts.put("of", Integer.toString(all.size()));
    return facts;
  }

  private static Map<String, String> facts(SubscriptionSnapshot s) {
    Map<String, String> facts = new HashMap<>();
    facts.put("state", s.state().name());
    facts.put("kind", s.kind().name());
    facts.put("event", s.event());
    facts.put("subscriber", s.subscriber());
    facts.put("notifier", s.notifier());
    facts.put("source", s.source());
    facts.put("call", Integer.toString(s.call()));
    facts.put("expires", s.expires() < 0 ? "-" : Long.toString(s.expires()));
    facts.put("until", SoftStateScript.seconds(s.until()));
    facts.put("notifies", Integer.toString(s.notifies()));
    facts.put("refreshes", Integer.toString(s.refreshes()));
    facts.put("attempts", Integer.toString(s.attempts()));
    facts.put("failures", Integer.toString(s.failures()));
    facts.put("etag", s.etag());
    facts.put("frames", Integer.toString(s.frames()));
    facts.put("what", s.what().isEmpty() ? "-" : s.what().replace(' ', '_'));
    return facts;
  }
}
