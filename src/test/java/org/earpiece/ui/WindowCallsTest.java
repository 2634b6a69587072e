package org.earpiece.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.earpiece.voip.CallSnapshot;
import org.junit.jupiter.api.Test;

/** The list of calls, and what is known of one. */
class WindowCallsTest extends DrivenWindow {
  private CallSnapshot leg() {
    return snapshot().calls().stream()
        .filter(call -> call.link() != null)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theSummaryTellsWhoAndWhyAndWhatItsLegsAre() throws Exception {
    openCapture();
    CallSnapshot leg = leg();
    List<Integer> legs = List.of(leg.session(), leg.number());
    robot.interact(() -> window.page().workspace().selection().calls(legs, leg.firstFrame()));
    until(() -> says("Summary"));
    robot.interact(() -> window.page().openPane("Summary"));
    until(() -> says("Caller's software"));
    assertThat(says(leg.callId())).isTrue();
    assertThat(says("as call " + leg.session())).isTrue();
  }

  @Test
  void aPersonTakesALegOutAndJoinsItAgain() throws Exception {
    openCapture();
    CallSnapshot leg = leg();
    window.captures().session().split(List.of(leg.number()));
    until(() -> snapshot().calls().get(leg.number() - 1).session() == leg.number());
    window.captures().session().join(List.of(leg.session(), leg.number()));
    until(() -> snapshot().calls().get(leg.number() - 1).session() == leg.session());
    assertThat(snapshot().calls().get(leg.number() - 1).link().reason())
        .isEqualTo("joined by hand");
  }

  @Test
  void theCallsShownAreSavedForOtherPrograms() throws Exception {
    openCapture();
    Path csv = folder.resolve("calls.csv");
    chosen.add(csv.toFile());
    robot.clickOn("Save");
    robot.clickOn("Save the calls shown as CSV…");
    until(() -> says("The calls are saved in"));
    List<String> lines = Files.readAllLines(csv);
    assertThat(lines).hasSize(calls() + 1);
    assertThat(lines.getFirst()).startsWith("call,session,call_id,from,to,");
    chosen.set(0, folder.resolve("calls.json").toFile());
    robot.clickOn("Save");
    robot.clickOn("Save the calls shown as JSON…");
    until(() -> Files.exists(folder.resolve("calls.json")));
    until(() -> Files.readAllLines(folder.resolve("calls.json")).size() == calls());
  }
}
