package org.earpiece.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.junit.jupiter.api.Test;

/** Watching, looking at a call, and filtering. */
class WindowTest extends DrivenWindow {
  @Test
  void theWelcomePageOffersTheDemonstration() throws Exception {
    robot.clickOn("Watch the demo");
    until(() -> window.page() != null && calls() > 0);
    assertThat(window.captures().capturing()).isTrue();
    robot.clickOn("■ Stop");
    until(() -> !window.captures().capturing());
  }

  @Test
  void aCallThatIsClickedShowsItsMessagesAndTheTabsAreAboutIt() throws Exception {
    openCapture();
    clickFirstRow();
    until(() -> !selection().isEmpty());
    List<Integer> conversation = selection();
    assertThat(conversation).allMatch(call -> call >= 1 && call <= calls());
    assertThat(window.page().paneTitles()).contains("Ladder", "Quality", "Audio");
    until(() -> scene.getRoot().lookupAll(".message").stream().anyMatch(this::showsSip));
    robot.clickOn("Quality");
    robot.clickOn("Audio");
    robot.clickOn("Ladder");
    assertThat(selection()).isEqualTo(conversation);
  }

  @Test
  void aFilterIsJudgedAsItIsTypedAndAppliesToEveryList() throws Exception {
    openCapture();
    until(() -> scene.getWindow().isFocused());
    robot.push(KeyCode.CONTROL, KeyCode.SLASH);
    until(() -> scene.getFocusOwner() instanceof TextInputControl);
    TextInputControl field = (TextInputControl) scene.getFocusOwner();
    robot.interact(() -> field.setText("sip.Method =="));
    robot.push(KeyCode.ENTER);
    assertThat(shown()).as("an invalid filter changes nothing").isEqualTo(calls());
    robot.interact(() -> field.setText("sip.Status-Code == 486"));
    robot.push(KeyCode.ENTER);
    int busy = (int) snapshot().calls().stream().filter(call -> call.finalStatus() == 486).count();
    assertThat(busy).isBetween(1, calls() - 1);
    until(() -> shown() == busy);
    openView(PACKETS);
    until(() -> shown() >= busy && shown() < snapshot().packets());
    robot.interact(field::requestFocus);
    robot.push(KeyCode.ESCAPE);
    until(() -> shown() == snapshot().packets());
  }

  @Test
  void theCaptureFilterOfTheCommandLineStandsInItsField() {
    StartRequest request = new StartRequest(List.of(), "lo", "udp port 5060", false, false);
    robot.interact(() -> window.begin(request));
    assertThat(scene.getRoot().lookupAll("*"))
        .anyMatch(
            node -> node instanceof TextInputControl f && f.getText().equals("udp port 5060"));
  }

  @Test
  void selectingAStreamDrawsItsQuality() throws Exception {
    openCapture();
    openView(STREAMS);
    clickFirstRow();
    until(() -> window.page().workspace().selection().get().stream() > 0);
    assertThat(window.page().paneTitles()).contains("Quality", "Audio");
  }

  private boolean showsSip(Node node) {
    return node instanceof StyleClassedTextArea area && area.getText().contains("SIP/2.0");
  }
}
