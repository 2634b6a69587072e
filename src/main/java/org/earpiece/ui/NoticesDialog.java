package org.earpiece.ui;

import java.util.List;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import org.earpiece.ui.kit.dialogs.Dialogs;

/** What went wrong while the capture was read or made. FX thread. */
final class NoticesDialog {
  private final Alert alert = new Alert(Alert.AlertType.NONE, "", ButtonType.CLOSE);

  NoticesDialog(Window owner) {
    alert.initOwner(owner);
    alert.setTitle("Notices");
    alert.setResizable(true);
  }

  void show(List<String> sentences) {
    alert.setContentText(
        String.join(
            "\n\n",
            sentences.stream()
                .map(each -> Character.toUpperCase(each.charAt(0)) + each.substring(1))
                .toList()));
    Dialogs.ask(alert);
  }
}
