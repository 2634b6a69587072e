package org.earpiece.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Writing display filters: completion, history, buttons, what is said about them. */
class WindowFilterTest extends DrivenWindow {
  private ListView<?> proposals() throws Exception {
    return (ListView<?>) other().getScene().getRoot().lookup(".completion");
  }

  @Test
  void fieldsAndOperatorsAreCompleted() throws Exception {
    openCapture();
    TextInputControl field = filterField();
    robot.write("sip.Me");
    assertThat(proposals().getItems().toString()).contains("sip.Method");
    push(KeyCode.ENTER);
    alone();
    assertThat(field.getText()).isEqualTo("sip.Method");
    robot.write(" ");
    push(KeyCode.CONTROL, KeyCode.SPACE);
    assertThat(proposals().getItems().toString()).contains("== ", "contains ", "matches ");
    push(KeyCode.ESCAPE);
    alone();
    assertThat(field.getText()).as("Esc shuts the list first").isEqualTo("sip.Method ");
    push(KeyCode.ESCAPE);
    until(() -> field.getText().isEmpty());
  }

  @Test
  void whatIsWrongIsSaidWithItsPlace() throws Exception {
    openCapture();
    TextInputControl field = filterField();
    robot.interact(() -> field.setText("sip.Method == \"INVITE\" && nonsense"));
    until(() -> says("✗") && says("(character 27)"));
    robot.interact(() -> field.setText("rtp"));
    until(() -> says("valid · Enter applies"));
    push(KeyCode.ENTER);
    until(() -> says(" of " + calls() + " calls"));
  }

  @Test
  void filtersUsedBeforeComeBack() throws Exception {
    openCapture();
    TextInputControl field = filterField();
    for (String filter : new String[] {"rtcp", "sip.Status-Code == 486"}) {
      robot.interact(() -> field.setText(filter));
      push(KeyCode.ENTER);
      until(() -> window.page().workspace().filter().appliedProperty().get().equals(filter));
    }
    push(KeyCode.ESCAPE);
    until(() -> field.getText().isEmpty());
    push(KeyCode.DOWN);
    assertThat(proposals().getItems()).hasSize(2);
    push(KeyCode.DOWN);
    push(KeyCode.ENTER);
    until(() -> window.page().workspace().filter().appliedProperty().get().equals("rtcp"));
  }

  @Test
  void aButtonAppliesItsFilterAndTakesItBack() throws Exception {
    openCapture();
    openView(PACKETS);
    until(() -> shown() == snapshot().packets());
    robot.clickOn("Signalling");
    until(() -> shown() > 0 && shown() < snapshot().packets());
    robot.clickOn("Signalling");
    until(() -> shown() == snapshot().packets());
  }
}
