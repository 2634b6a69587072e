package org.earpiece.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.earpiece.settings.ThemeChoice;
import org.earpiece.ui.kit.Numbers;
import org.junit.jupiter.api.Test;

/** The keyboard, the dialogs that it opens, and what is remembered. */
class WindowKeysTest extends DrivenWindow {
  @Test
  void f1ListsTheKeys() throws Exception {
    push(KeyCode.F1);
    Stage dialog = (Stage) other();
    assertThat(dialog.getTitle()).isEqualTo("Keys");
    assertThat(dialog.getScene().getRoot().lookupAll(".label"))
        .extracting(node -> ((Labeled) node).getText())
        .contains("Ctrl+E", "Ctrl+G", "F1", "go to a packet", "quit");
    push(KeyCode.ESCAPE);
    alone();
  }

  @Test
  void oneGoesToAPacketByItsNumber() throws Exception {
    openCapture();
    push(KeyCode.CONTROL, KeyCode.G);
    TextInputControl number = (TextInputControl) other().getScene().lookup(".text-field");
    robot.interact(() -> number.setText("1 234"));
    push(KeyCode.ENTER);
    alone();
    until(() -> window.page().view().title().equals("Packets") && frame() == 1234);
  }

  @Test
  void homeAndEndGoToTheEndsOfTheList() throws Exception {
    openCapture();
    push(KeyCode.DIGIT1);
    until(() -> window.page().view().title().equals("Packets") && list().isFocused());
    push(KeyCode.END);
    until(() -> frame() == snapshot().packets());
    push(KeyCode.HOME);
    until(() -> frame() == 1);
    push(KeyCode.DOWN);
    push(KeyCode.DOWN);
    push(KeyCode.UP);
    until(() -> frame() == 2);
    push(KeyCode.PAGE_DOWN);
    until(() -> frame() > 5);
  }

  @Test
  void textIsFoundInThePacketsWhateverItsCase() throws Exception {
    openCapture();
    push(KeyCode.CONTROL, KeyCode.F);
    until(() -> scene.getFocusOwner() instanceof TextInputControl);
    TextInputControl words = (TextInputControl) scene.getFocusOwner();
    robot.interact(() -> words.setText("busy here"));
    push(KeyCode.ENTER);
    until(() -> found());
    int first = frame();
    push(KeyCode.CONTROL, KeyCode.N);
    until(() -> found() && frame() > first);
    push(KeyCode.CONTROL, KeyCode.B);
    until(() -> found() && frame() == first);
    robot.interact(() -> words.setText("nobody says this"));
    push(KeyCode.ENTER);
    until(() -> says("No packet has that."));
    robot.interact(words::requestFocus);
    push(KeyCode.ESCAPE);
    until(() -> !words.getParent().isVisible());
  }

  /** Whether the search is over and what it found is selected in the packet list. */
  private boolean found() {
    return window.page().view().title().equals("Packets")
        && !says("Looking…")
        && says("Packet " + Numbers.count(frame()));
  }

  @Test
  void leftFoldsAConversationAndRightUnfoldsIt() throws Exception {
    openCapture();
    clickFirstRow();
    until(() -> selection().size() > 1);
    int all = shown();
    push(KeyCode.LEFT);
    until(() -> shown() < all);
    assertThat(selection()).as("still the whole conversation").hasSizeGreaterThan(1);
    push(KeyCode.RIGHT);
    until(() -> shown() == all);
  }

  @Test
  void capturingStopsAndStartsAnewByKeys() throws Exception {
    robot.interact(() -> window.captures().demo());
    until(() -> window.page() != null && snapshot().packets() > 0);
    Object first = window.captures().session();
    push(KeyCode.CONTROL, KeyCode.E);
    until(() -> !window.captures().capturing());
    push(KeyCode.CONTROL, KeyCode.R);
    until(() -> window.captures().capturing() && !first.equals(window.captures().session()));
    push(KeyCode.CONTROL, KeyCode.W);
    until(() -> window.page() == null);
  }

  @Test
  void captureOptionsAreRemembered() throws Exception {
    push(KeyCode.CONTROL, KeyCode.K);
    DialogPane dialog = (DialogPane) other().getScene().getRoot();
    TextInputControl snaplen = (TextInputControl) dialog.lookup(".text-field");
    robot.interact(() -> {
      snaplen.setText("256");
      dialog
          .lookupButton(javafx.scene.control.ButtonType.OK)
          .fireEvent(new javafx.event.ActionEvent());
    });
    alone();
    until(() -> preferences.get().capture().snaplen() == 256);
    robot.interact(() -> preferences.close());
    assertThat(settings.load().settings().capture().snaplen()).isEqualTo(256);
  }

  @Test
  void theColoursAreChosenInTheStatusLine() throws Exception {
    robot.clickOn("Colours: as the system");
    robot.clickOn("Colours: dark");
    until(() -> preferences.get().theme() == ThemeChoice.DARK);
    until(() -> scene.getStylesheets().toString().contains("dark"));
    robot.clickOn("Colours: dark");
    robot.clickOn("Colours: light");
    until(() -> scene.getStylesheets().toString().contains("light"));
    robot.interact(() -> preferences.close());
    assertThat(settings.load().settings().theme()).isEqualTo(ThemeChoice.LIGHT);
  }
}
