package org.earpiece.voip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.earpiece.dissect.Flows;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The stories of call-states.txt. */
class CallStatesTest {
  @TestFactory
  List<DynamicTest> stories() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    String title = "";
    StringBuilder script = new StringBuilder();
    for (String line : resource("call-states.txt").split("\n", -1)) {
      if (line.startsWith(":")) {
        title = line.substring(1).strip();
        script.setLength(0);
      } else if (line.startsWith("=")) {
        String lines = script.toString();
        tests.add(DynamicTest.dynamicTest(title, () -> story(lines, line.substring(1).strip())));
      } else {
        script.append(line).append('\n');
      }
    }
    assertThat(tests).hasSizeGreaterThan(50);
    return tests;
  }

  private static void story(String script, String expected) {
    CallTracker tracker = new CallTracker(new MediaDirectory(new Flows()));
    SipScript.play(SipScript.lines(script), tracker::packet);
    CallSnapshot call =
        tracker.snapshots(List.of()).stream()
            .filter(c -> c.callId().equals("call-1"))
            .findFirst()
            .orElseThrow();
    String[] parts = expected.split("\"", -1);
    Map<String, String> wanted = new HashMap<>();
    wanted.put("state", parts[0].strip());
    wanted.put("comment", parts[1]);
    if (parts.length > 2) {
      for (String pair : parts[2].strip().split("\\s+", -1)) {
        wanted.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
      }
    }
    Map<String, String> found = facts(call);
    found.keySet().retainAll(wanted.keySet());
    assertThat(found).isEqualTo(wanted);
  }

  private static Map<String, String> facts(CallSnapshot call) {
    Map<String, String> facts = new HashMap<>();
    facts.put("state", call.state().name());
    facts.put("comment", call.comment());
    facts.put("start", seconds(call.start()));
    facts.put("ringing", seconds(call.ringing()));
    facts.put("answer", seconds(call.answer()));
    facts.put("end", seconds(call.end()));
    facts.put("setup", seconds(call.setupNanos()));
    facts.put("hangup", Objects.requireNonNullElse(call.hangupBy(), "-"));
    facts.put("status", Integer.toString(call.finalStatus()));
    facts.put("frames", Integer.toString(call.frames()));
    facts.put("session", Integer.toString(call.session()));
    facts.put("speaker", call.initialSpeaker());
    facts.put("what", call.what().replace(' ', '_'));
    facts.put("phase", call.phase().words().replace(' ', '_'));
    CallFacts told = call.facts();
    facts.put("partial", Boolean.toString(told.partial()));
    facts.put("agents", word(told.callerAgent()) + "," + word(told.calleeAgent()));
    facts.put("identity", word(told.identity()));
    facts.put("diverted", word(told.divertedFrom()));
    facts.put("redirected", word(told.redirectedTo()));
    facts.put("transferred", word(told.transferredTo()));
    facts.put("cause", word(told.cause()));
    facts.put("warning", word(told.warning()));
    facts.put("pdd", seconds(told.postDialNanos()));
    facts.put("rang", seconds(told.ringNanos()));
    facts.put("holds", told.holds() + "," + seconds(told.heldNanos()));
    facts.put("reinvites", Integer.toString(told.reinvites()));
    facts.put("glares", Integer.toString(told.glares()));
    facts.put("refreshes", Integer.toString(told.refreshes()));
    facts.put("late", Boolean.toString(told.lateOffer()));
    facts.put("reliable", Boolean.toString(told.reliable()));
    facts.put("conference", Boolean.toString(told.conference()));
    return facts;
  }

  private static String word(String text) {
    return text.isEmpty() ? "-" : text.replace(' ', '_');
  }

  private static String seconds(long nanos) {
    if (nanos == CallSnapshot.NEVER) {
      return "-";
    }
    String text = String.format(Locale.ROOT, "%.3f", nanos / 1e9);
    return text.replaceAll("\\.?0+$", "");
  }

  static String resource(String name) throws IOException {
    try (InputStream in = CallStatesTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
