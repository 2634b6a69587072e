package org.earpiece.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.earpiece.ui.kit.Selection;
import org.earpiece.voip.registration.RegistrationSnapshot;
import org.earpiece.voip.registration.RegistrationState;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.junit.jupiter.api.Test;

/** The lists of registrations and of subscriptions. */
class WindowRegistrationsTest extends DrivenWindow {
  private List<RegistrationSnapshot> registrations() {
    return snapshot().registrations();
  }

  private Selection selected() {
    return window.page().workspace().selection().get();
  }

  @Test
  void aRegistrationThatIsClickedShowsItsMessages() throws Exception {
    openCapture();
    openView(REGISTRATIONS);
    until(() -> shown() == registrations().size());
    assertThat(registrations()).hasSizeGreaterThan(2);
    clickFirstRow();
    until(() -> selected().softState() > 0);
    RegistrationSnapshot newest = registrations().getLast();
    assertThat(selected()).isEqualTo(new Selection(List.of(), 0, newest.id(), newest.firstFrame()));
    assertThat(window.page().paneTitles()).containsExactly("Ladder");
    until(() -> scene.getRoot().lookupAll(".message").stream().anyMatch(this::showsRegister));
    push(KeyCode.DOWN);
    RegistrationSnapshot next = registrations().get(registrations().size() - 2);
    until(() -> selected().softState() == next.id());
  }

  private boolean showsRegister(Node node) {
    return node instanceof StyleClassedTextArea area && area.getText().startsWith("REGISTER sip:");
  }

  @Test
  void theDisplayFilterAppliesToRegistrations() throws Exception {
    openCapture();
    openView(REGISTRATIONS);
    TextInputControl field = filterField();
    robot.interact(
        () -> field.setText("sip.CSeq.method == \"REGISTER\" && sip.Status-Code == 403"));
    push(KeyCode.ENTER);
    int refused =
        (int)
            registrations().stream()
                .filter(r -> r.state() == RegistrationState.REFUSED)
                .peek(r -> assertThat(r.refusal().status()).isEqualTo(403))
                .count();
    assertThat(refused).isBetween(1, registrations().size() - 1);
    until(() -> shown() == refused);
    robot.interact(() -> field.setText("rtp"));
    push(KeyCode.ENTER);
    until(() -> shown() == 0);
    robot.interact(field::requestFocus);
    push(KeyCode.ESCAPE);
    until(() -> shown() == registrations().size());
  }

  @Test
  void aCallIsSelectedAgainWhereARegistrationWas() throws Exception {
    openCapture();
    openView(REGISTRATIONS);
    until(() -> selected().softState() > 0);
    assertThat(selected().calls()).isEmpty();
    openView(CALLS);
    until(() -> !selected().calls().isEmpty());
    assertThat(selected().softState()).isZero();
  }

  @Test
  void subscriptionsHaveAListOfTheirOwn() throws Exception {
    openCapture();
    push(KeyCode.DIGIT5);
    until(() -> window.page().view().title().equals("Subscriptions"));
    assertThat(shown()).isEqualTo(snapshot().subscriptions().size());
    assertThat(IntStream.range(0, shown()).map(i -> snapshot().subscriptions().get(i).call()))
        .allMatch(call -> call <= calls());
  }
}
