package org.earpiece.ui;

import javafx.application.Platform;

/** The one door to the FX thread. */
public final class FxThread {
  private FxThread() {}

  /** Runs a task on the FX thread: at once if this is it, else soon. From any thread. */
  public static void run(Runnable task) {
    if (Platform.isFxApplicationThread()) {
      task.run();
    } else {
      Platform.runLater(task);
    }
  }
}
