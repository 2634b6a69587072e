package org.earpiece;

import org.earpiece.cli.Commands;
import org.earpiece.cli.WindowRequest;
import org.earpiece.ui.App;
import org.earpiece.ui.StartRequest;

/** Wires the parts: the command line, and the window that it may open. */
public final class Main {
  private Main() {}

  /** Starts the program; the process ends with the command's exit code. */
  public static void main(String[] args) {
    System.exit(Commands.run(args, Main::openWindow));
  }

  private static void openWindow(WindowRequest request) {
    App.launch(
        new StartRequest(
            request.files(),
            request.interfaceName(),
            request.captureFilter(),
            request.startNow(),
            request.demo()));
  }
}
