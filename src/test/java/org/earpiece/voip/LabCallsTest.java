package org.earpiece.voip;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.earpiece.Shared;
import org.earpiece.session.CaptureSession;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The calls of the lab captures: as lab-calls.tsv tells them, and their times as the endpoints know
 * them.
 */
class LabCallsTest {
  /** The endpoints' clocks and the delay of the path that some captures have. */
  private static final double SECONDS_APART = 0.15;

  /** A phone that lost a fork knows less, and one repeats its refusal: not what the caller saw. */
  private static final Set<String> OTHER_ENDS =
      Set.of("20-parallel-forking.pcapng 2010", "20-parallel-forking.pcapng 2010b");

  private static final Set<String> REPEATED_REFUSAL =
      Set.of("19-stateless-proxy.pcap 4db3911e8c52");

  @TestFactory
  List<DynamicTest> files() throws IOException {
    Map<String, List<String[]>> byFile = new LinkedHashMap<>();
    for (String line : CallStatesTest.resource("lab-calls.tsv").lines().toList()) {
      if (!line.startsWith("#")) {
        String[] row = line.split("\t", -1);
        byFile.computeIfAbsent(row[0], f -> new ArrayList<>()).add(row);
      }
    }
    assertThat(byFile).hasSizeGreaterThan(60);
    List<DynamicTest> tests = new ArrayList<>();
    byFile.forEach(
        (file, rows) -> tests.add(DynamicTest.dynamicTest(file, () -> file(file, rows))));
    return tests;
  }

  private static void file(String file, List<String[]> rows) throws Exception {
    Path capture = Shared.captures().resolve("lab").resolve(file);
    List<CallSnapshot> calls;
    try (CaptureSession session = CaptureSession.open(capture)) {
      session.await();
      calls = session.snapshot().calls();
    }
    SoftAssertions softly = new SoftAssertions();
    softly.assertThat(calls).hasSize(rows.size());
    for (String[] row : rows) {
      CallSnapshot call = find(calls, row[1]);
      String told =
          String.join(
              " ",
              call.fromUser(),
              call.toUser(),
              call.state().name(),
              call.comment(),
              Objects.requireNonNullElse(call.hangupBy(), "-"),
              Integer.toString(call.finalStatus()),
              Integer.toString(call.session()));
      softly
          .assertThat(told)
          .as("%s %s", file, row[1])
          .isEqualTo(String.join(" ", row[2], row[3], row[4], row[5], row[6], row[7], row[8]));
    }
    times(softly, capture, calls);
    softly.assertAll();
  }

  private static CallSnapshot find(List<CallSnapshot> calls, String prefix) {
    return calls.stream().filter(c -> c.callId().startsWith(prefix)).findFirst().orElseThrow();
  }

  private static void times(SoftAssertions softly, Path capture, List<CallSnapshot> calls)
      throws IOException {
    String file = capture.getFileName().toString();
    String truth = file.substring(0, file.lastIndexOf('.')) + ".json";
    JsonNode known = new ObjectMapper().readTree(Files.readAllBytes(capture.resolveSibling(truth)));
    for (JsonNode told : known.get("calls")) {
      String id = told.get("call_id").asText();
      String who = file + " " + told.path("seen_by").asText();
      boolean seen = calls.stream().anyMatch(c -> c.callId().equals(id));
      if (!seen || OTHER_ENDS.contains(who) || told.path("responses").isEmpty()) {
        continue;
      }
      CallSnapshot call = find(calls, id);
      same(softly, who + " start", told.path("invite_time"), call.start());
      same(softly, who + " ringing", told.path("ring_time"), call.ringing());
      same(softly, who + " answer", told.path("answer_time"), call.answer());
      if (!REPEATED_REFUSAL.contains(file + " " + id.substring(0, 12))) {
        same(softly, who + " end", told.path("end_time"), call.end());
      }
    }
  }

  private static void same(SoftAssertions softly, String what, JsonNode told, long nanos) {
    double seconds = nanos == CallSnapshot.NEVER ? 0 : nanos / 1e9;
    softly.assertThat(told.asDouble(0) - seconds).as(what).isBetween(-SECONDS_APART, SECONDS_APART);
  }
}
