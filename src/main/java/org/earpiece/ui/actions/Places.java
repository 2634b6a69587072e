package org.earpiece.ui.actions;

import javafx.stage.Window;
import org.earpiece.packet.Transport;
import org.jspecify.annotations.Nullable;

/** Where links lead to. FX thread. */
public interface Places {
  /** Opens the list of packets at one of them. */
  void packet(int frame);

  /** Opens the list of calls at one of them. */
  void call(int number);

  /** Opens the list of streams at one of them. */
  void stream(int number);

  /** Asks what is spoken at a port. */
  void decodeAs(Transport transport, int port);

  /** The window that dialogs belong to. */
  @Nullable Window window();
}
