package org.earpiece.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.earpiece.settings.SavedFilter;
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
  void valuesOfTheCaptureAreProposed() throws Exception {
    openCapture();
    TextInputControl field = filterField();
    robot.interact(() -> field.setText(""));
    robot.write("sip.Method == ");
    push(KeyCode.CONTROL, KeyCode.SPACE);
    until(() -> !others().isEmpty() && proposals().getItems().toString().contains("\"INVITE\""));
    robot.write("REG");
    until(() -> proposals().getItems().size() == 1);
    push(KeyCode.ENTER);
    alone();
    assertThat(field.getText()).isEqualTo("sip.Method == \"REGISTER\"");
    push(KeyCode.ENTER);
    until(() -> says("✓"));
  }

  @Test
  void whatThereIsWithoutAFilterIsSaid() throws Exception {
    openCapture();
    until(() -> says("○ no filter: all " + calls() + " calls"));
  }

  @Test
  void aFilterUsedBeforeIsForgotten() throws Exception {
    openCapture();
    TextInputControl field = filterField();
    robot.interact(() -> field.setText("rtcp"));
    push(KeyCode.ENTER);
    until(() -> preferences.get().remembered().displayFilters().contains("rtcp"));
    push(KeyCode.CONTROL, KeyCode.DOWN);
    other();
    push(KeyCode.DELETE);
    until(() -> preferences.get().remembered().displayFilters().isEmpty());
  }

  @Test
  void buttonsAreSavedMovedEditedAndRemoved() throws Exception {
    openCapture();
    TextInputControl field = filterField();
    robot.interact(() -> field.setText("rtcp"));
    robot.clickOn("+");
    DialogPane dialog = (DialogPane) other().getScene().getRoot();
    List<TextInputControl> fields = fieldsOf(dialog);
    robot.interact(() -> {
      fields.get(0).setText("Reports");
      fields.get(2).setText("what receivers say");
      ok(dialog);
    });
    alone();
    until(() -> names().contains("Reports"));
    assertThat(saved().getLast())
        .isEqualTo(new SavedFilter("Reports", "rtcp", "what receivers say"));
    menuOf("Reports", "Move left");
    until(() -> names().indexOf("Reports") == names().size() - 2);
    menuOf("Reports", "Remove this button");
    until(() -> !names().contains("Reports"));
    robot.interact(() -> preferences.close());
    assertThat(settings.load().settings().remembered().savedFilters()).isEqualTo(saved());
  }

  private List<SavedFilter> saved() {
    return preferences.get().remembered().savedFilters();
  }

  private List<String> names() {
    return saved().stream().map(SavedFilter::name).toList();
  }

  private Button button(String name) {
    return robot.from(scene.getRoot()).lookup(".button.chip").queryAllAs(Button.class).stream()
        .filter(chip -> name.equals(chip.getText()))
        .findFirst()
        .orElseThrow();
  }

  private void menuOf(String name, String item) {
    robot.interact(() ->
        button(name).getContextMenu().getItems().stream()
            .filter(each -> item.equals(each.getText()))
            .findFirst()
            .orElseThrow()
            .fire());
  }

  private static List<TextInputControl> fieldsOf(DialogPane dialog) {
    return dialog.lookupAll(".text-field").stream().map(TextInputControl.class::cast).toList();
  }

  private static void ok(DialogPane dialog) {
    dialog.lookupButton(ButtonType.OK).fireEvent(new ActionEvent());
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

  private String applied() {
    return window.page().workspace().filter().appliedProperty().get();
  }

  @Test
  void aButtonThatTakesArgumentsIsFilledIn() throws Exception {
    robot.interact(() ->
        preferences.update(s ->
            s.with(
                s.remembered()
                    .withSavedFilters(
                        List.of(new SavedFilter("Method", "sip.Method == \"$1\""))))));
    openCapture();
    openView(PACKETS);
    until(() -> shown() == snapshot().packets());
    robot.clickOn("Method");
    TextInputControl field = (TextInputControl) scene.getFocusOwner();
    assertThat(field.getText()).isEqualTo("${Method:}");
    robot.write("INVITE");
    push(KeyCode.ENTER);
    until(() -> applied().equals("${Method:INVITE}"));
    until(() -> shown() > 0 && shown() < snapshot().packets());
  }

  @Test
  void valuesOfTheSelectedPacketStandInAFilter() throws Exception {
    TextInputControl field = filterField();
    robot.interact(() -> field.setText("frame.number == ${frame.number}"));
    until(() -> says("no packet is selected"));
    openCapture();
    openView(PACKETS);
    until(() -> shown() == snapshot().packets());
    robot.interact(() -> window.page().goTo(3));
    until(() -> frame() == 3);
    robot.interact(() -> field.setText("frame.number <= ${frame.number}"));
    until(() -> says("valid · Enter applies"));
    robot.interact(field::requestFocus);
    push(KeyCode.ENTER);
    until(() -> shown() == 3);
  }
}
