package org.earpiece;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.earpiece.capture.demo.DemoNetwork;
import org.earpiece.capture.file.PcapngWriter;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.Snapshot;
import org.earpiece.voip.CallSnapshot;
import org.earpiece.voip.CallState;
import org.earpiece.voip.StreamSnapshot;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration network through the whole house: what it plays is what is found. */
final class DemoEndToEndTest {
  @TempDir private static Path folder;

  private static Snapshot found = Snapshot.EMPTY;

  @BeforeAll
  static void analyse() throws Exception {
    Path file = folder.resolve("demo.pcapng");
    try (PcapngWriter writer = PcapngWriter.create(file)) {
      DemoNetwork.frames(1, Duration.ofSeconds(100), writer);
    }
    try (CaptureSession session = CaptureSession.open(file)) {
      session.await();
      found = session.snapshot();
    }
  }

  private static List<CallSnapshot> calls(String fromUser, String toUser) {
    return found.calls().stream()
        .filter(c -> c.fromUser().equals(fromUser) && c.toUser().equals(toUser))
        .toList();
  }

  @Test
  void everyScriptedCallEndsAsItsScenarioSays() {
    Map<List<String>, CallState> expected =
        Map.of(
            List.of("2000", "2010"), CallState.COMPLETED,
            List.of("2050", "2060"), CallState.COMPLETED,
            List.of("2070", "2080"), CallState.CANCELLED,
            List.of("2040", "2010"), CallState.REJECTED,
            List.of("2040", "2100"), CallState.REJECTED,
            List.of("2070", "2110"), CallState.COMPLETED);
    expected.forEach((parties, state) ->
        assertThat(calls(parties.get(0), parties.get(1)))
            .as("legs of %s", parties)
            .hasSize(2)
            .allMatch(leg -> leg.state() == state, "is " + state));
  }

  @Test
  void failuresSayWhy() {
    assertThat(calls("2040", "2010")).allMatch(c -> c.finalStatus() == 486);
    assertThat(calls("2040", "2100")).allMatch(c -> c.finalStatus() == 603);
    assertThat(calls("2120", "2130").getFirst().finalStatus()).isEqualTo(480);
    assertThat(found.calls()).anyMatch(c -> c.finalStatus() == 404);
  }

  @Test
  void legsOfOneCallShareItsSession() {
    for (List<String> parties : List.of(List.of("2000", "2010"), List.of("2050", "2060"))) {
      List<CallSnapshot> legs = calls(parties.get(0), parties.get(1));
      assertThat(legs.stream().map(CallSnapshot::session).distinct()).hasSize(1);
    }
  }

  @Test
  void everyStreamBelongsToItsCall() {
    assertThat(found.streams()).isNotEmpty().allMatch(s -> s.call() > 0);
    Map<Integer, Set<Integer>> byCall =
        found.streams().stream()
            .collect(
                Collectors.groupingBy(
                    StreamSnapshot::call,
                    Collectors.mapping(StreamSnapshot::number, Collectors.toSet())));
    for (CallSnapshot leg : calls("2000", "2010")) {
      assertThat(byCall.get(leg.number())).hasSize(2);
    }
  }

  @Test
  void onlyTheBadTrunkLosesPackets() {
    for (StreamSnapshot s : found.streams()) {
      if (s.reallyLost() > 0) {
        CallSnapshot call = found.calls().get(s.call() - 1);
        assertThat(call.fromUser()).as("caller of a lossy stream").startsWith("+");
        assertThat(s.lossPercent()).isBetween(0.5, 12.0);
        assertThat(s.mos()).isLessThan(4.2);
      } else {
        assertThat(s.duplicates()).isZero();
        assertThat(s.mos()).isGreaterThan(4.2);
      }
    }
    assertThat(found.streams()).anyMatch(s -> s.reallyLost() > 20);
  }

  @Test
  void oneWayAudioHasOneStreamEachLeg() {
    for (CallSnapshot leg : calls("2070", "2110")) {
      assertThat(leg.streams()).hasSize(1);
    }
  }

  @Test
  void nothingElseIsTakenForMedia() {
    assertThat(found.streams())
        .allMatch(s -> s.codec().equals("PCMU") || s.codec().equals("PCMA"), "is G.711");
    assertThat(found.problems()).isEmpty();
  }
}
