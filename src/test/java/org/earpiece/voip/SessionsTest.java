package org.earpiece.voip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.earpiece.dissect.Flows;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The stories of sessions.txt: which calls are legs of one conversation, and why. */
class SessionsTest {
  @TestFactory
  List<DynamicTest> stories() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    String title = "";
    StringBuilder script = new StringBuilder();
    List<String> lines = CallStatesTest.resource("sessions.txt").lines().toList();
    for (String line : lines) {
      if (line.startsWith(":")) {
        title = line.substring(1).strip();
        script.setLength(0);
      } else if (line.startsWith("=")) {
        String messages = script.toString();
        tests.add(DynamicTest.dynamicTest(title, () -> story(messages, line.substring(1).strip())));
      } else {
        script.append(line).append('\n');
      }
    }
    assertThat(tests).hasSizeGreaterThan(25);
    return tests;
  }

  private static void story(String script, String expected) {
    CallTracker tracker = new CallTracker(new MediaDirectory(new Flows()));
    SipScript.play(SipScript.lines(script), tracker::packet);
    StringBuilder found = new StringBuilder();
    for (CallSnapshot call : tracker.snapshots(List.of())) {
      found.append(call.session()).append(' ');
    }
    StringBuilder why = new StringBuilder();
    for (CallSnapshot call : tracker.snapshots(List.of())) {
      if (call.link() != null) {
        why.append(call.link().percent()).append("% ").append(call.link().reason()).append("; ");
      }
    }
    String[] wanted = expected.split("\"", -1);
    assertThat(found.toString().strip()).as(why.toString()).isEqualTo(wanted[0].strip());
    if (wanted.length > 1) {
      assertThat(why.toString()).contains(wanted[1]);
    }
  }
}
