package org.earpiece.ui;

import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import org.earpiece.ui.kit.dialogs.Dialogs;

/** Asks what becomes of a file that is still being written. FX thread. */
final class SavingDialog {
  private static final ButtonType WAIT = new ButtonType("Go on saving", ButtonData.CANCEL_CLOSE);
  private static final ButtonType STOP = new ButtonType("Stop saving", ButtonData.NO);

  private final Alert alert =
      new Alert(
          Alert.AlertType.NONE,
          "A file is still being saved. Stopped now, nothing of it is left.",
          WAIT,
          STOP);

  SavingDialog(Window owner) {
    alert.initOwner(owner);
    alert.setTitle("Stop saving?");
  }

  /** Whether to go on: then {@code stop} is run. */
  boolean mayStop(Runnable stop) {
    boolean may = Dialogs.ask(alert).orElse(WAIT).equals(STOP);
    if (may) {
      stop.run();
    }
    return may;
  }
}
