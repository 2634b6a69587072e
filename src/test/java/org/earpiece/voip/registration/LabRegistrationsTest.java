package org.earpiece.voip.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.earpiece.Shared;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.Decryption;
import org.earpiece.session.Snapshot;
import org.earpiece.voip.softstate.SoftStateScript;
import org.earpiece.voip.subscription.SubscriptionSnapshot;
import org.earpiece.voip.subscription.SubscriptionStoriesTest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The registrations and subscriptions of the lab captures, as the tables tell them. */
class LabRegistrationsTest {
  @TestFactory
  List<DynamicTest> files() throws IOException {
    Map<String, List<String>> registrations = table(getClass(), "lab-registrations.tsv");
    Map<String, List<String>> subscriptions =
        table(SubscriptionStoriesTest.class, "lab-subscriptions.tsv");
    assertThat(registrations).hasSizeGreaterThan(20);
    List<DynamicTest> tests = new ArrayList<>();
    registrations.forEach((file, rows) ->
        tests.add(DynamicTest.dynamicTest(file, () -> file(file, rows, subscriptions.get(file)))));
    return tests;
  }

  /** The rows of each file, without its name. */
  private static Map<String, List<String>> table(Class<?> owner, String name) throws IOException {
    Map<String, List<String>> table = new LinkedHashMap<>();
    for (String line : SoftStateScript.resource(owner, name).lines().toList()) {
      if (!line.startsWith("#")) {
        String[] row = line.split("\t", 2);
        table.computeIfAbsent(row[0], f -> new ArrayList<>()).add(row[1]);
      }
    }
    return table;
  }

  private static void file(String file, List<String> registrations, List<String> subscriptions)
      throws Exception {
    Path capture = Shared.captures().resolve("lab").resolve(file);
    Snapshot end;
    try (CaptureSession session = CaptureSession.open(List.of(capture), secrets(capture))) {
      session.await();
      end = session.snapshot();
    }
    assertThat(end.registrations().stream().map(LabRegistrationsTest::row))
        .containsExactlyElementsOf(registrations);
    if (subscriptions != null) {
      assertThat(end.subscriptions().stream().map(LabRegistrationsTest::row))
          .containsExactlyElementsOf(subscriptions);
    }
  }

  private static Decryption secrets(Path capture) throws Exception {
    String name = capture.getFileName().toString();
    Path keys = capture.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".keys");
    return Decryption.of(keys.toFile().exists() ? keys : null, false, List.of());
  }

  private static String row(RegistrationSnapshot r) {
    return String.join(
        "\t",
        r.aor(),
        r.bindings().getFirst().source().address().toString(),
        r.state().name(),
        Integer.toString(r.attempts()),
        Integer.toString(r.failures()));
  }

  private static String row(SubscriptionSnapshot s) {
    return String.join(
        "\t",
        s.kind().name(),
        s.event(),
        s.subscriber(),
        s.notifier(),
        s.state().name(),
        Integer.toString(s.notifies()),
        Integer.toString(s.attempts()),
        Integer.toString(s.failures()),
        s.what());
  }
}
