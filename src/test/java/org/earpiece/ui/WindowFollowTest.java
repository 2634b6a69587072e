package org.earpiece.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.stage.Window;
import org.earpiece.session.follow.FollowKind;
import org.earpiece.ui.follow.FollowDialog;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The dialog that shows what two hosts say to each other. */
class WindowFollowTest extends DrivenWindow {
  private static @Nullable Node inADialog(String selector) {
    return Window.getWindows().stream()
        .map(window -> window.getScene() == null ? null : window.getScene().lookup(selector))
        .filter(node -> node != null)
        .findFirst()
        .orElse(null);
  }

  private static StyleClassedTextArea text() {
    return (StyleClassedTextArea) java.util.Objects.requireNonNull(inADialog(".followed"));
  }

  private static ButtonBase button(String title) {
    return text().getScene().getRoot().lookupAll(".button").stream()
        .filter(node -> node instanceof ButtonBase b && title.equals(b.getText()))
        .map(ButtonBase.class::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCallIsFollowedAsText() throws Exception {
    openCapture();
    int frame = snapshot().calls().getFirst().firstFrame();
    robot.interact(() ->
        FollowDialog.open(window.page().workspace(), scene.getWindow(), FollowKind.SIP, frame));
    until(() -> inADialog(".followed") != null && text().getText().startsWith("INVITE sip:"));
    assertThat(text().getStyleAtPosition(1)).contains("said-first");
    int answer = text().getText().indexOf("SIP/2.0 ");
    assertThat(text().getStyleAtPosition(answer + 1)).contains("said-second");

    robot.interact(() -> button("Find").fire());
    TextField find = (TextField) inADialog(".dialog-pane .find .text-field");
    assertThat(find).isNotNull();
    robot.interact(() -> find.setText("cseq"));
    assertThat(text().getSelectedText()).isEqualToIgnoringCase("cseq");
    int first = text().getSelection().getStart();
    robot.interact(() -> button("Next").fire());
    assertThat(text().getSelectedText()).isEqualToIgnoringCase("cseq");
    assertThat(text().getSelection().getStart()).isGreaterThan(first);

    ComboBox<?> side = (ComboBox<?>) inADialog(".dialog-pane .topic-bar .combo-box");
    assertThat(side).isNotNull();
    robot.interact(() -> side.getSelectionModel().selectLast());
    assertThat(text().getText()).startsWith("SIP/2.0 ").doesNotContain("INVITE sip:");

    Path out = folder.resolve("said.txt");
    chosen.add(out.toFile());
    robot.interact(() -> button("Save…").fire());
    until(() -> Files.exists(out) && Files.readString(out).startsWith("SIP/2.0 "));
    robot.interact(() -> text().getScene().getWindow().hide());
  }
}
