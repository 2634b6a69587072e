package org.earpiece.ui.actions;

import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Where links lead to. FX thread. */
public interface Places {
  /** Opens the list of packets at one of them. */
  void packet(int frame);

  /** Opens the list of calls at one of them. */
  void call(int number);

  /** Opens the list of streams at one of them. */
  void stream(int number);

  /** The window that dialogs belong to. */
  @Nullable Window window();
}
