package org.earpiece.ui;

import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import org.earpiece.ui.kit.dialogs.Dialogs;

/** Asks what becomes of a capture that is not saved. FX thread. */
final class UnsavedDialog {
  private static final ButtonType SAVE = new ButtonType("Save…", ButtonData.YES);
  private static final ButtonType DROP = new ButtonType("Do not save", ButtonData.NO);

  private final Alert alert;

  /**
   * @param captured whether the frames themselves are not saved, or only what was noted about them
   */
  UnsavedDialog(Window owner, boolean captured) {
    String sentence =
        captured
            ? "What was captured is not saved. It goes when the capture is closed."
            : "Comments and shifted times are not saved. They go when the capture is closed.";
    alert = new Alert(Alert.AlertType.NONE, sentence, SAVE, DROP, ButtonType.CANCEL);
    alert.initOwner(owner);
    alert.setTitle("Save the capture?");
  }

  /** Whether to go on; saving is begun where it is wanted, and one does not go on meanwhile. */
  boolean maySwitch(Runnable save) {
    ButtonType answer = Dialogs.ask(alert).orElse(ButtonType.CANCEL);
    if (answer.equals(SAVE)) {
      save.run();
    }
    return answer.equals(DROP);
  }
}
