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

    TextField find = (TextField) inADialog(".dialog-pane .topic-bar .text-field");
    assertThat(find).isNotNull();
    robot.interact(() -> {
      find.setText("cseq");
      find.fireEvent(new javafx.event.ActionEvent());
    });
    assertThat(text().getSelectedText()).isEqualToIgnoringCase("cseq");

    ComboBox<?> side = (ComboBox<?>) inADialog(".dialog-pane .topic-bar .combo-box");
    assertThat(side).isNotNull();
    robot.interact(() -> side.getSelectionModel().selectLast());
    assertThat(text().getText()).startsWith("SIP/2.0 ").doesNotContain("INVITE sip:");

    Path out = folder.resolve("said.txt");
    chosen.add(out.toFile());
    robot.interact(() ->
        text().getScene().getRoot().lookupAll(".button").stream()
            .filter(node -> node instanceof ButtonBase b && b.getText().equals("Save…"))
            .map(ButtonBase.class::cast)
            .findFirst()
            .orElseThrow()
            .fire());
    until(() -> Files.exists(out) && Files.readString(out).startsWith("SIP/2.0 "));
    robot.interact(() -> text().getScene().getWindow().hide());
  }
}
