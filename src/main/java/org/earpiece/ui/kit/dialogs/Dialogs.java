package org.earpiece.ui.kit.dialogs;

import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.control.Dialog;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/**
 * Shows dialogs as large as their content wants to be, amid their owner. Some window managers of
 * X11 answer a new window with its least size, or put it into a corner, after JavaFX has placed it:
 * for its first second a dialog insists. FX thread.
 */
public final class Dialogs {
  private static final long INSISTS_NANOS = 1_000_000_000L;
  private static final double NEAR = 40;

  private Dialogs() {}

  /** Shows a dialog and waits for its answer. */
  public static <T> Optional<T> ask(Dialog<T> dialog) {
    fit(dialog);
    return dialog.showAndWait();
  }

  /** Shows a dialog that stays beside the window. */
  public static void open(Dialog<?> dialog) {
    fit(dialog);
    dialog.show();
  }

  private static void fit(Dialog<?> dialog) {
    Scene scene = dialog.getDialogPane().getScene();
    if (scene.getWindow() instanceof Stage stage) {
      stage.addEventHandler(
          WindowEvent.WINDOW_SHOWN, e -> new Fitting(dialog, scene, stage).start());
    }
  }

  /** Corrects what deviates with each pulse, until the dialog has stood long enough. */
  private static final class Fitting extends AnimationTimer {
    private final Dialog<?> dialog;
    private final Scene scene;
    private final Stage stage;
    private long began;

    Fitting(Dialog<?> dialog, Scene scene, Stage stage) {
      this.dialog = dialog;
      this.scene = scene;
      this.stage = stage;
    }

    @Override
    public void handle(long now) {
      began = began == 0 ? now : began;
      if (now - began > INSISTS_NANOS || !stage.isShowing()) {
        stop();
        return;
      }
      double width = dialog.getDialogPane().prefWidth(-1);
      double height = dialog.getDialogPane().prefHeight(width);
      if (scene.getWidth() < width - 1) {
        stage.setWidth(stage.getWidth() + width - scene.getWidth());
      }
      if (scene.getHeight() < height - 1) {
        stage.setHeight(stage.getHeight() + height - scene.getHeight());
      }
      Window owner = stage.getOwner();
      if (owner != null) {
        center(owner);
      }
    }

    private void center(Window owner) {
      double x = owner.getX() + (owner.getWidth() - stage.getWidth()) / 2;
      double y = owner.getY() + (owner.getHeight() - stage.getHeight()) / 2;
      if (Math.abs(stage.getX() - x) > NEAR || Math.abs(stage.getY() - y) > NEAR) {
        stage.setX(x);
        stage.setY(y);
      }
    }
  }
}
